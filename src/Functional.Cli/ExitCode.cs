namespace Functional.Cli;

/// <summary>What the command returns to the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>A file or data cannot be used, a gradient check failed, or a verification did not agree.</summary>
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
}
