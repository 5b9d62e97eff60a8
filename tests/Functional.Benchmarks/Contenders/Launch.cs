namespace Functional.Benchmarks.Contenders;

using System.Collections.Immutable;
using System.Diagnostics;

/// <summary>How to start a process of a contender.</summary>
/// <param name="Name">What the contender is called.</param>
/// <param name="Program">The file to run.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Environment">The environment variables that it has beyond those of this process.</param>
/// <param name="Without">The environment variables of this process that it has not.</param>
internal sealed record Launch(string Name, string Program, ImmutableArray<string> Arguments, ImmutableDictionary<string, string> Environment, ImmutableArray<string> Without)
{
    /// <summary>A start with standard input, output and error redirected.</summary>
    public ProcessStartInfo ToStartInfo()
    {
        var start = new ProcessStartInfo(Program, Arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        foreach (var name in Without)
        {
            start.Environment.Remove(name);
        }

        return start;
    }
}
