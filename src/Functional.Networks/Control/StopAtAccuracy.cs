namespace Functional.Networks;

using System;

/// <summary>Stops where the accuracy is no smaller than a target.</summary>
public sealed record StopAtAccuracy : StopRule
{
    /// <summary>Stops where the accuracy is no smaller than a target.</summary>
    /// <param name="target">The target, above 0 and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The target is outside that range.</exception>
    public StopAtAccuracy(double target) => Target = target is > 0 and <= 1
        ? target
        : throw new ArgumentOutOfRangeException(nameof(target), target, "The accuracy to reach must be above 0 and at most 1.");

    /// <summary>The target.</summary>
    public double Target { get; }

    internal override Watch Begin() => new Waiting(Target);

    private sealed record Waiting(double Target) : Watch
    {
        public override (Ending? Ending, Watch Next) See(Progress progress) =>
            (progress.Accuracy >= Target ? new Ending.AccuracyReached(progress.Accuracy, Target) : null, this);
    }
}
