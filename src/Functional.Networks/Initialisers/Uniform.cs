namespace Functional.Networks;

using System;
using Functional.Numerics.Randomness;

/// <summary>Uniform on [−range, range].</summary>
public sealed record Uniform : Initialiser
{
    /// <summary>Uniform on [−range, range].</summary>
    /// <param name="range">The largest magnitude, finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not finite.</exception>
    public Uniform(double range) => Range = RequireScale(range, nameof(range));

    /// <summary>The largest magnitude.</summary>
    public double Range { get; }

    private protected override double Draw(int outputs, int inputs, RandomKey key, long index) => key.Uniform(-Range, Range, index);
}
