namespace Functional.Experiments;

/// <summary>How it stands with a run.</summary>
public enum RunPhase
{
    /// <summary>It is being carried out, or its process was ended without a word: where nobody holds the run's lock, it can be resumed.</summary>
    Running = 0,

    /// <summary>It was asked to stop, and can be resumed.</summary>
    Stopped = 1,

    /// <summary>It came to its end.</summary>
    Finished = 2,

    /// <summary>Training diverged.</summary>
    Diverged = 3,

    /// <summary>A file could not be written; it can be resumed.</summary>
    Failed = 4,
}
