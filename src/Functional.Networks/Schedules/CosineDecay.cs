namespace Functional.Networks;

using System;

/// <summary>A learning rate that falls along half a wave: <c>end + (rate − end) · ½(1 + cos(π · step / steps))</c>, then stays at its end.</summary>
/// <remarks>I. Loshchilov, F. Hutter 2017, equation 5, without restarts.</remarks>
public sealed record CosineDecay : Schedule
{
    /// <summary>A learning rate that falls along half a wave.</summary>
    /// <param name="rate">The learning rate at step 0, finite and not negative.</param>
    /// <param name="steps">The step from which on it is at its end, at least 1.</param>
    /// <param name="end">The learning rate from there on, finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public CosineDecay(double rate, long steps, double end = 0)
    {
        Rate = RequireRate(rate, nameof(rate));
        Steps = RequireSteps(steps, nameof(steps));
        End = RequireRate(end, nameof(end));
    }

    /// <summary>The learning rate at step 0.</summary>
    public double Rate { get; }

    /// <summary>The step from which on it is at its end.</summary>
    public long Steps { get; }

    /// <summary>The learning rate from there on.</summary>
    public double End { get; }

    /// <inheritdoc/>
    public override double At(long step) => step >= Steps ? End : Between(End, Rate, HalfWave.Of((double)step / Steps));
}
