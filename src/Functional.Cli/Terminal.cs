namespace Functional.Cli;

using System;
using System.IO;
using System.Threading;
using Spectre.Console;

/// <summary>The world outside, as the commands see it: where text goes, the clock, and the wish to stop.</summary>
/// <param name="Out">Takes results.</param>
/// <param name="Error">Takes faults.</param>
/// <param name="IsInteractive">Whether a person looks at <paramref name="Out"/> in a terminal, or colours are asked for: then what is shown goes to <paramref name="Console"/>.</param>
/// <param name="Console">The terminal, for colours.</param>
/// <param name="Clock">The clock; only shown times come from it.</param>
/// <param name="Stop">Asked for between steps.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool IsInteractive, IAnsiConsole Console, TimeProvider Clock, CancellationToken Stop)
{
    /// <summary>Held while a file is written, so that nobody ends the process in between.</summary>
    public Lock Saving { get; } = new();

    /// <summary>Opens standard input.</summary>
    public Func<Stream> OpenInput { get; init; } = () => Stream.Null;

    /// <summary>Opens standard output for octets.</summary>
    public Func<Stream> OpenOutput { get; init; } = () => Stream.Null;

    /// <summary>Opens standard output for lines without end: writing fails with an <see cref="IOException"/> once nobody reads them any more.</summary>
    public Func<TextWriter> OpenLines { get; init; } = () => Out;

    /// <summary>Whether a person types what <see cref="OpenInput"/> gives.</summary>
    public bool IsInputTyped { get; init; }

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess(CancellationToken stop)
    {
        var display = Display.Of(Environment.GetEnvironmentVariable, System.Console.IsOutputRedirected);
        return new(System.Console.Out, System.Console.Error, display.IsRich, display.Console(System.Console.Out), TimeProvider.System, stop)
        {
            OpenInput = System.Console.OpenStandardInput,
            OpenLines = StandardOutput.OpenLines,
            OpenOutput = System.Console.OpenStandardOutput,
            IsInputTyped = !System.Console.IsInputRedirected,
        };
    }
}
