namespace Functional.Data;

using System;
using Functional.Numerics.Randomness;

/// <summary>A circle around another one.</summary>
/// <remarks>
/// Sample i is of class i mod 2. With u uniform on [0, 1) it is r·(cos 2πu, sin 2πu) + noise·(n₁, n₂), n normal: r = 1 for class 0 and the inner
/// radius for class 1.
/// </remarks>
public sealed record Circles : SyntheticSet
{
    /// <summary>The set of that size.</summary>
    /// <param name="count">The number of samples, from 1 to <see cref="SyntheticSet.MaximumCount"/>.</param>
    /// <param name="noise">The standard deviation of the noise on each coordinate, at least 0.</param>
    /// <param name="innerRadius">The radius of class 1, between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public Circles(int count = 400, double noise = 0.1, double innerRadius = 0.5)
        : base(count, noise) => InnerRadius = innerRadius is > 0 and < 1
            ? innerRadius
            : throw new ArgumentOutOfRangeException(nameof(innerRadius), innerRadius, "The inner radius must be between 0 and 1, the outer one.");

    /// <summary>The radius of class 1, between 0 and 1.</summary>
    public double InnerRadius { get; }

    /// <inheritdoc/>
    public override string Name => "circles";

    /// <inheritdoc/>
    public override DataSet Draw(RandomKey key)
    {
        var own = key.For("circles");
        var place = own.For("place");
        return Plane(own, 2, (sample, index) =>
        {
            var (x, y) = Circle.At(place.Uniform(sample));
            return index == 0 ? (x, y) : (InnerRadius * x, InnerRadius * y);
        });
    }
}
