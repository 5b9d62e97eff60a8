namespace Functional.Networks;

using System;
using Functional.Numerics.Randomness;

/// <summary>All equal to one number.</summary>
public sealed record Constant : Initialiser
{
    /// <summary>All equal to one number.</summary>
    /// <param name="value">The number, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite.</exception>
    public Constant(double value) => Value = double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "The initial value must be finite.");

    /// <summary>The number.</summary>
    public double Value { get; }

    private protected override double Draw(int outputs, int inputs, RandomKey key, long index) => Value;
}
