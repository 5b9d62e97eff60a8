namespace Functional.Networks;

using System;

/// <summary>Stops where the loss is no larger than a target.</summary>
public sealed record StopAtLoss : StopRule
{
    /// <summary>Stops where the loss is no larger than a target.</summary>
    /// <param name="target">The target, a finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The target is not finite.</exception>
    public StopAtLoss(double target) => Target = double.IsFinite(target)
        ? target
        : throw new ArgumentOutOfRangeException(nameof(target), target, "The loss to reach must be finite.");

    /// <summary>The target.</summary>
    public double Target { get; }

    internal override Watch Begin() => new Waiting(Target);

    private sealed record Waiting(double Target) : Watch
    {
        public override (Ending? Ending, Watch Next) See(Progress progress) =>
            (progress.Loss <= Target ? new Ending.LossReached(progress.Loss, Target) : null, this);
    }
}
