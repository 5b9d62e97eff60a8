namespace Functional.Cli;

using System.Collections.Generic;

/// <summary>What the command returns to the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>A file or data cannot be used, a gradient check failed, a verification did not agree, or what is compared is not the same.</summary>
    public const int Fault = 1;

    /// <summary>An option or an experiment's file is wrong, by itself or for these data.</summary>
    public const int Usage = 2;

    /// <summary>Training diverged.</summary>
    public const int Diverged = 3;

    /// <summary>A mistake in the program.</summary>
    public const int Internal = 70;

    /// <summary>Stopped from the keyboard.</summary>
    public const int Interrupted = 130;

    /// <summary>Stopped by a request to end, SIGTERM.</summary>
    public const int Terminated = 143;

    /// <summary>Every code with its meaning, for help and handbook.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> Table { get; } =
    [
        (Done, "done; also where whoever reads the output, such as head, has seen enough"),
        (Fault, "a file, data or a line of input cannot be used, a gradient check failed, a verification did not agree, or what diff or lab compares is not the same"),
        (Usage, "an option or an experiment's file is wrong, by itself or for these data (such as a batch larger than the data)"),
        (Diverged, "training diverged: a number that is not finite, or a loss 10,000 times the first one"),
        (Internal, "a mistake in functional itself, worth a report"),
        (Interrupted, "stopped from the keyboard"),
        (Terminated, "stopped by a request to end (SIGTERM)"),
    ];
}
