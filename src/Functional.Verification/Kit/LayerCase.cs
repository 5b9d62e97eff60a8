namespace Functional.Verification;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Functional.Numerics.Randomness;

/// <summary>A batch to try a layer or a loss on, as plain data: every number is a pure function of the seed, so that a case can be printed, shrunk and made again.</summary>
/// <param name="Features">The number of features, or of a loss's outputs.</param>
/// <param name="Samples">The number of samples.</param>
/// <param name="Seed">What all numbers are drawn from.</param>
/// <param name="Decimals">To how many decimals they are rounded, from 1 to 15; none is rounded to 0.</param>
/// <param name="IsTraining">Whether the pass is one of training.</param>
public sealed record LayerCase(int Features, int Samples, ulong Seed = 0, int Decimals = LayerCase.AllDecimals, bool IsTraining = false)
{
    /// <summary>As many decimals as numbers have.</summary>
    public const int AllDecimals = 15;

    /// <summary>Small sizes, for laws that look at every number: 1 and primes among them.</summary>
    private static readonly int[] Small = [1, 2, 3, 4, 5, 7];

    /// <summary>Sizes around the edges of vectors, tiles and grains.</summary>
    private static readonly int[] Edges = [1, 8, 13, 15, 16, 17, 31, 32, 33, 63, 64, 65];

    /// <summary>Numbers of samples from one to several grains of 64.</summary>
    private static readonly int[] Grains = [1, 2, 63, 64, 65, 127, 129, 200];

    private static readonly int[] FewDecimals = [1, 2];

    private static readonly ulong[] SmallSeeds = [0, 1, 2, 3];

    /// <summary>A case that is drawn from a key: three small ones in a row, then one around the edges of vectors, tiles and grains.</summary>
    /// <param name="key">What the cases are drawn from.</param>
    /// <param name="index">Which case.</param>
    /// <param name="features">The number of features where it cannot be chosen.</param>
    public static LayerCase Draw(RandomKey key, int index, int? features = null)
    {
        var own = key.At(index);
        var (sizes, counts) = index % 4 == 3 ? (Edges, Grains) : (Small, Small);
        return new(features ?? sizes[own.Below(sizes.Length, 0)], counts[own.Below(counts.Length, 1)], (ulong)own.Below(1_000_000, 2), AllDecimals, (index & 1) == 1);
    }

    /// <summary>Smaller cases, the greatest leaps first: one feature, one sample, few decimals, inference, a small seed.</summary>
    /// <param name="keepFeatures">Whether the number of features must stay.</param>
    public IEnumerable<LayerCase> Smaller(bool keepFeatures = false) =>
        (keepFeatures ? [] : Numbers.Smaller(Features).Prepend(2).Where(size => size < Features).Distinct().Order().Select(features => this with { Features = features }))
            .Concat(Numbers.Smaller(Samples).Select(samples => this with { Samples = samples }))
            .Concat(IsTraining ? [this with { IsTraining = false }] : [])
            .Concat(FewDecimals.Where(decimals => decimals < Decimals).Select(decimals => this with { Decimals = decimals }))
            .Concat(SmallSeeds.Where(seed => seed < Seed).Select(seed => this with { Seed = seed }));

    /// <summary>The case as an expression of C#.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"new LayerCase(Features: {Features}, Samples: {Samples}, Seed: {Seed}{(Decimals < AllDecimals ? $", Decimals: {Decimals}" : string.Empty)}{(IsTraining ? ", IsTraining: true" : string.Empty)})");

    /// <summary>Normally distributed numbers of this case, rounded as it says.</summary>
    internal MathNet.Numerics.LinearAlgebra.Matrix<double> Normal(int rows, int columns, string purpose, int place = 0, double scale = 1)
    {
        var key = RandomKey.FromSeed(Seed).For(purpose).At(place);
        var step = Math.Round(Math.Pow(10, -Decimals), Decimals);
        return Draws.Normal<double>(rows, columns, key).Map(number => scale * Rounded(number));

        double Rounded(double number) => Decimals >= AllDecimals || Math.Abs(number) < double.Epsilon
            ? number
            : Math.Max(Math.Round(Math.Abs(number), Decimals), step) * Math.Sign(number);
    }
}
