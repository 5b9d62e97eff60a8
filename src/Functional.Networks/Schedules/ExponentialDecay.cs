namespace Functional.Networks;

using System;

/// <summary>A learning rate that falls evenly by a factor in each period: <c>rate · factor^(step / period)</c>.</summary>
/// <remarks>The power's whole part is made of multiplications, the rest of it is e^(rest · log factor), so the bits are portable and whole periods exact.</remarks>
public sealed record ExponentialDecay : Schedule
{
    /// <summary>A learning rate that falls evenly by a factor in each period.</summary>
    /// <param name="rate">The learning rate at step 0, finite and not negative.</param>
    /// <param name="factor">What it is multiplied by in a period, above 0 and at most 1.</param>
    /// <param name="period">The steps of a period, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public ExponentialDecay(double rate, double factor, long period = 1)
    {
        Rate = RequireRate(rate, nameof(rate));
        Factor = RequireFactor(factor, nameof(factor));
        Period = RequireSteps(period, nameof(period));
    }

    /// <summary>The learning rate at step 0.</summary>
    public double Rate { get; }

    /// <summary>What it is multiplied by in a period.</summary>
    public double Factor { get; }

    /// <summary>The steps of a period.</summary>
    public long Period { get; }

    /// <inheritdoc/>
    public override double At(long step) =>
        Rate * Powers.Of(Factor, step / Period) * Powers.Of(Factor, (double)(step % Period) / Period);
}
