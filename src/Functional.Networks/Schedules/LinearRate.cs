namespace Functional.Networks;

using System;

/// <summary>A learning rate that goes straight from one value to another, <c>from + (to − from) · step / steps</c>, and stays there.</summary>
public sealed record LinearRate : Schedule
{
    /// <summary>A learning rate that goes straight from one value to another.</summary>
    /// <param name="from">The learning rate at step 0, finite and not negative.</param>
    /// <param name="to">The learning rate from the last step on, finite and not negative.</param>
    /// <param name="steps">The step from which on it stays, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public LinearRate(double from, double to, long steps)
    {
        From = RequireRate(from, nameof(from));
        To = RequireRate(to, nameof(to));
        Steps = RequireSteps(steps, nameof(steps));
    }

    /// <summary>The learning rate at step 0.</summary>
    public double From { get; }

    /// <summary>The learning rate from the last step on.</summary>
    public double To { get; }

    /// <summary>The step from which on it stays.</summary>
    public long Steps { get; }

    /// <inheritdoc/>
    public override double At(long step) => Between(From, To, (double)step / Steps);
}
