namespace Functional.Networks;

using System;
using Functional.Numerics.Randomness;

/// <summary>Normal with mean 0.</summary>
public sealed record Normal : Initialiser
{
    /// <summary>Normal with mean 0.</summary>
    /// <param name="deviation">The standard deviation, finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not finite.</exception>
    public Normal(double deviation) => Deviation = RequireScale(deviation, nameof(deviation));

    /// <summary>The standard deviation.</summary>
    public double Deviation { get; }

    private protected override double Draw(int outputs, int inputs, RandomKey key, long index) => Deviation * key.Normal(index);
}
