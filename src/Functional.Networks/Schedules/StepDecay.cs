namespace Functional.Networks;

using System;

/// <summary>A learning rate that falls by a factor once a period: <c>rate · factor^⌊step / period⌋</c>.</summary>
public sealed record StepDecay : Schedule
{
    /// <summary>A learning rate that falls by a factor once a period.</summary>
    /// <param name="rate">The learning rate at step 0, finite and not negative.</param>
    /// <param name="factor">What it is multiplied by each time, above 0 and at most 1.</param>
    /// <param name="period">After how many steps it falls each time, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public StepDecay(double rate, double factor, long period)
    {
        Rate = RequireRate(rate, nameof(rate));
        Factor = RequireFactor(factor, nameof(factor));
        Period = RequireSteps(period, nameof(period));
    }

    /// <summary>The learning rate at step 0.</summary>
    public double Rate { get; }

    /// <summary>What it is multiplied by each time.</summary>
    public double Factor { get; }

    /// <summary>After how many steps it falls each time.</summary>
    public long Period { get; }

    /// <inheritdoc/>
    public override double At(long step) => Rate * Powers.Of(Factor, step / Period);
}
