namespace Functional.Cli;

using System;
using System.IO;
using System.Threading;
using Spectre.Console;

/// <summary>The world outside, as the commands see it: where text goes, the clock, and the wish to stop.</summary>
/// <param name="Out">Takes results.</param>
/// <param name="Error">Takes faults.</param>
/// <param name="IsInteractive">Whether a person looks at <paramref name="Out"/> in a terminal: then colours and a progress bar are welcome.</param>
/// <param name="Console">The terminal, for colours.</param>
/// <param name="Clock">The clock; only shown times come from it.</param>
/// <param name="Stop">Asked for between steps.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool IsInteractive, IAnsiConsole Console, TimeProvider Clock, CancellationToken Stop)
{
    /// <summary>Held while a file is written, so that nobody ends the process in between.</summary>
    public Lock Saving { get; } = new();

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess(CancellationToken stop) => new(
        System.Console.Out,
        System.Console.Error,
        !System.Console.IsOutputRedirected && !string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal),
        AnsiConsole.Console,
        TimeProvider.System,
        stop);
}
