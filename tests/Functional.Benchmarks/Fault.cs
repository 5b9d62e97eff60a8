namespace Functional.Benchmarks;

using System;

/// <summary>What ends a benchmark: an option, a file or a contender that is wrong, or results that disagree. The message is for the user.</summary>
internal sealed class Fault(string message) : Exception(message);
