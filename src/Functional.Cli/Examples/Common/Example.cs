namespace Functional.Cli.Examples;

using System;
using System.Collections.Generic;

/// <summary>A program that people know from a tutorial or a course, in this library.</summary>
/// <param name="Name">The name that it is called by, such as "two-layer-net".</param>
/// <param name="Summary">What it does, in one line.</param>
/// <param name="Run">Computes, and says what comes out.</param>
/// <param name="Options">The options that it takes, such as "--data"; any other one is a fault, never ignored.</param>
internal sealed record Example(string Name, string Summary, Action<ExampleContext> Run, params IReadOnlyList<string> Options);
