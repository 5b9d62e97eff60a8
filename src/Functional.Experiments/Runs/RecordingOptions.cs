namespace Functional.Experiments;

using System;

/// <summary>How a run is recorded. No result depends on it.</summary>
public sealed record RecordingOptions
{
    /// <summary>A checkpoint every five minutes, the last three kept.</summary>
    public static RecordingOptions Default { get; } = new();

    /// <summary>After how many steps a checkpoint is written, at least 1; nothing for none by steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public long? CheckpointSteps
    {
        get;
        init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "There must be at least 1 step from one checkpoint to the next.");
    }

    /// <summary>After how much time a checkpoint is written, above 0; nothing for none by time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is 0 or negative.</exception>
    public TimeSpan? CheckpointTime
    {
        get;
        init => field = value is null || value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The time from one checkpoint to the next must be above 0.");
    } = TimeSpan.FromMinutes(5);

    /// <summary>Whether a report is written where the run ends or is stopped.</summary>
    public bool WritesReport { get; init; } = true;

    /// <summary>How many checkpoints are kept, the newest ones, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int KeptCheckpoints
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least 1 checkpoint must be kept.");
    } = 3;
}
