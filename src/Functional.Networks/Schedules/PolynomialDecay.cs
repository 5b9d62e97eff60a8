namespace Functional.Networks;

using System;

/// <summary>A learning rate that falls as a power of the time that is left: <c>end + (rate − end) · (1 − step / steps)^power</c>, then stays at its end.</summary>
/// <remarks>A whole power is made of multiplications, another one is e^(power · log x), so the bits are portable.</remarks>
public sealed record PolynomialDecay : Schedule
{
    /// <summary>A learning rate that falls as a power of the time that is left.</summary>
    /// <param name="rate">The learning rate at step 0, finite and not negative.</param>
    /// <param name="end">The learning rate from the last step on, finite and not negative.</param>
    /// <param name="steps">The step from which on it is at its end, at least 1.</param>
    /// <param name="power">The power, finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public PolynomialDecay(double rate, double end, long steps, double power = 2)
    {
        Rate = RequireRate(rate, nameof(rate));
        End = RequireRate(end, nameof(end));
        Steps = RequireSteps(steps, nameof(steps));
        Power = double.IsFinite(power) && power > 0 ? power : throw new ArgumentOutOfRangeException(nameof(power), power, "The power must be finite and above 0.");
    }

    /// <summary>The learning rate at step 0.</summary>
    public double Rate { get; }

    /// <summary>The learning rate from the last step on.</summary>
    public double End { get; }

    /// <summary>The step from which on it is at its end.</summary>
    public long Steps { get; }

    /// <summary>The power.</summary>
    public double Power { get; }

    /// <inheritdoc/>
    public override double At(long step) => step >= Steps
        ? End
        : Between(End, Rate, Powers.Of((double)(Steps - step) / Steps, Power));
}
