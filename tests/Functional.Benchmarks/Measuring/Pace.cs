namespace Functional.Benchmarks.Measuring;

using System;

/// <summary>How long and how often is measured.</summary>
/// <param name="Rounds">How often every contender has its turn.</param>
/// <param name="TurnSeconds">How long a turn takes, about; at least one step.</param>
/// <param name="WarmUpSeconds">How long a contender works, at least, before it is measured.</param>
internal sealed record Pace(int Rounds, double TurnSeconds, double WarmUpSeconds)
{
    private const int FullRounds = 9;
    private const int QuickRounds = 5;

    /// <summary>The pause between turns, in which threads that still wait for work go to sleep.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The pace of a run.</summary>
    /// <param name="rounds">The rounds that were asked for, or null.</param>
    /// <param name="quick">Whether short turns are enough.</param>
    public static Pace Of(int? rounds, bool quick) => quick
        ? new(rounds ?? QuickRounds, 0.1, 0.5)
        : new(rounds ?? FullRounds, 0.3, 1.5);
}
