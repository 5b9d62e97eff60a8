namespace Functional.Networks;

using System;

/// <summary>Stops where a time is up. It looks at the clock behind every step or epoch, so the last one is always whole.</summary>
public sealed record StopAfterTime : StopRule
{
    /// <summary>Stops where a time is up.</summary>
    /// <param name="limit">How long training may take, not negative.</param>
    /// <param name="elapsed">
    /// Tells how much time has passed. Only the caller has a clock: with <c>var begin = TimeProvider.System.GetTimestamp()</c> it is
    /// <c>() => TimeProvider.System.GetElapsedTime(begin)</c>. Where a run stops depends on it, what it computed up to there does not.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    public StopAfterTime(TimeSpan limit, Func<TimeSpan> elapsed)
    {
        ArgumentNullException.ThrowIfNull(elapsed);
        Limit = limit >= TimeSpan.Zero ? limit : throw new ArgumentOutOfRangeException(nameof(limit), limit, "The time must not be negative.");
        Elapsed = elapsed;
    }

    /// <summary>How long training may take.</summary>
    public TimeSpan Limit { get; }

    /// <summary>Tells how much time has passed.</summary>
    public Func<TimeSpan> Elapsed { get; }

    internal override Watch Begin() => new Waiting(this);

    private sealed record Waiting(StopAfterTime Rule) : Watch
    {
        public override (Ending? Ending, Watch Next) See(Progress progress)
        {
            var elapsed = Rule.Elapsed();
            return (elapsed >= Rule.Limit ? new Ending.TimedOut(elapsed, Rule.Limit) : null, this);
        }
    }
}
