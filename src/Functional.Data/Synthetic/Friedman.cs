namespace Functional.Data;

using System;
using System.Linq;
using Functional.Numerics.Elementary;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Randomness;

/// <summary>A value that depends on five of ten features, smoothly and not linearly, to be predicted.</summary>
/// <remarks>
/// y = 10·sin(π·x₀·x₁) + 20·(x₂ − ½)² + 10·x₃ + 5·x₄ + noise·n with ten features uniform on [0, 1) and n normal
/// (J. H. Friedman, Multivariate adaptive regression splines, 1991, section 4.3). Without noise values run from 0 to 30.
/// </remarks>
public sealed record Friedman : SyntheticSet
{
    private const int Width = 10;

    /// <summary>The set of that size.</summary>
    /// <param name="count">The number of samples, from 1 to <see cref="SyntheticSet.MaximumCount"/>.</param>
    /// <param name="noise">The standard deviation of the noise on the value, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public Friedman(int count = 400, double noise = 1)
        : base(count, noise)
    {
    }

    /// <inheritdoc/>
    public override string Name => "friedman";

    /// <inheritdoc/>
    public override DataSet Draw(RandomKey key)
    {
        var own = key.For("friedman");
        var place = own.For("place");
        double[] features = [.. Enumerable.Range(0, Count * Width).Select(i => place.Uniform(i))];
        return Curve(own, features, Width, sample => Value(sample.Span));
    }

    private static double Value(ReadOnlySpan<double> x)
    {
        var third = x[2] - 0.5;
        var wave = 10 * Elements.Apply(default(Sin<double>), Math.PI * (x[0] * x[1]));
        return Math.FusedMultiplyAdd(5, x[4], Math.FusedMultiplyAdd(10, x[3], Math.FusedMultiplyAdd(20, third * third, wave)));
    }
}
