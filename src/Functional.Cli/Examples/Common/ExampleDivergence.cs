namespace Functional.Cli.Examples;

using System;
using Functional.Networks;

/// <summary>An example's training diverged, which ends the example.</summary>
/// <param name="divergence">Where the first number appeared that is not finite.</param>
internal sealed class ExampleDivergence(Divergence divergence) : Exception(divergence.Message);
