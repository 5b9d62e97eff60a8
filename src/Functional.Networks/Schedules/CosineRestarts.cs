namespace Functional.Networks;

using System;

/// <summary>A learning rate that falls along half a wave and begins again, each time for longer: <see cref="CosineDecay"/> over the steps of a cycle.</summary>
/// <remarks>
/// Stochastic gradient descent with warm restarts (I. Loshchilov, F. Hutter 2017, equation 5): cycle i has period · growthⁱ steps. The end itself is never reached: where it
/// would be, the next cycle begins.
/// </remarks>
public sealed record CosineRestarts : Schedule
{
    /// <summary>A learning rate that falls along half a wave and begins again.</summary>
    /// <param name="rate">The learning rate at the beginning of a cycle, finite and not negative.</param>
    /// <param name="period">The steps of the first cycle, at least 1.</param>
    /// <param name="growth">How many times as long as the one before a cycle is, at least 1.</param>
    /// <param name="end">The learning rate that a cycle falls towards, finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public CosineRestarts(double rate, long period, int growth = 1, double end = 0)
    {
        Rate = RequireRate(rate, nameof(rate));
        Period = RequireSteps(period, nameof(period));
        Growth = growth >= 1 ? growth : throw new ArgumentOutOfRangeException(nameof(growth), growth, "A cycle must be at least as long as the one before.");
        End = RequireRate(end, nameof(end));
    }

    /// <summary>The learning rate at the beginning of a cycle.</summary>
    public double Rate { get; }

    /// <summary>The steps of the first cycle.</summary>
    public long Period { get; }

    /// <summary>How many times as long as the one before a cycle is.</summary>
    public int Growth { get; }

    /// <summary>The learning rate that a cycle falls towards.</summary>
    public double End { get; }

    /// <inheritdoc/>
    public override double At(long step)
    {
        var cycle = Period;
        if (Growth == 1)
        {
            step %= cycle;
        }

        for (; step >= cycle; cycle *= Growth)
        {
            step -= cycle;
        }

        return Between(End, Rate, HalfWave.Of((double)step / cycle));
    }
}
