namespace Functional.Networks;

using System;

/// <summary>The same learning rate at every step.</summary>
public sealed record ConstantRate : Schedule
{
    /// <summary>A constant learning rate.</summary>
    /// <param name="rate">The learning rate, finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite.</exception>
    public ConstantRate(double rate) => Rate = RequireRate(rate, nameof(rate));

    /// <summary>The learning rate.</summary>
    public double Rate { get; }

    /// <inheritdoc/>
    public override double At(long step) => Rate;
}
