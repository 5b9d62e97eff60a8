namespace Functional.Data;

using System;
using System.Linq;
using Functional.Numerics.Randomness;

/// <summary>A value that is an affine function of normal features, to be predicted.</summary>
/// <remarks>y = ½ + Σⱼ (−1)ʲ·(j + 1)·xⱼ + noise·n for j from 0: ½ + x₀ − 2x₁ + 3x₂ − …, with x and n normal; the sum is one ascending chain from ½.</remarks>
public sealed record LinearTrend : SyntheticSet
{
    /// <summary>The most features there can be.</summary>
    public const int MaximumFeatures = 1000;

    /// <summary>The set of that size.</summary>
    /// <param name="count">The number of samples, from 1 to <see cref="SyntheticSet.MaximumCount"/>.</param>
    /// <param name="noise">The standard deviation of the noise on the value, at least 0.</param>
    /// <param name="features">The number of features, from 1 to <see cref="MaximumFeatures"/>.</param>
    /// <exception cref="ArgumentException">A number is outside its range, or there would be more features in all than an array holds.</exception>
    public LinearTrend(int count = 400, double noise = 0.1, int features = 2)
        : base(count, noise)
    {
        Features = features is >= 1 and <= MaximumFeatures
            ? features
            : throw new ArgumentOutOfRangeException(nameof(features), features, $"The number of features must be from 1 to {MaximumFeatures}.");
        if ((long)count * features > Array.MaxLength)
        {
            throw new ArgumentException($"{Words.Number(count)} samples of {Words.Number(features)} features are more numbers than fit; there can be {Words.Number(Array.MaxLength)}.", nameof(features));
        }
    }

    /// <summary>The number of features.</summary>
    public int Features { get; }

    /// <inheritdoc/>
    public override string Name => "linear";

    /// <inheritdoc/>
    public override DataSet Draw(RandomKey key)
    {
        var own = key.For("linear");
        var place = own.For("place");
        double[] features = [.. Enumerable.Range(0, Count * Features).Select(i => place.Normal(i))];
        return Curve(own, features, Features, sample =>
        {
            var sum = 0.5;
            for (var feature = 0; feature < sample.Length; feature++)
            {
                sum = Math.FusedMultiplyAdd(feature % 2 == 0 ? feature + 1 : -feature - 1, sample.Span[feature], sum);
            }

            return sum;
        });
    }
}
