namespace Functional.Networks;

using System;

/// <summary>Stops after a number of steps, or of epochs where a run is watched epoch by epoch.</summary>
public sealed record StopAfter : StopRule
{
    /// <summary>Stops after a number of steps or epochs.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public StopAfter(long count) => Count = count >= 1
        ? count
        : throw new ArgumentOutOfRangeException(nameof(count), count, "A run can stop after 1 step or epoch at the earliest.");

    /// <summary>How many.</summary>
    public long Count { get; }

    internal override Watch Begin() => new Counting(Count, 0);

    private sealed record Counting(long Count, long Seen) : Watch
    {
        public override (Ending? Ending, Watch Next) See(Progress progress) =>
            (Seen + 1 >= Count ? new Ending.CountReached(Count) : null, this with { Seen = Seen + 1 });
    }
}
