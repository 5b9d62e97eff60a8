namespace Functional.Verification;

using System;
using System.Globalization;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The laws of sums and means over samples.</summary>
public static class ReductionLaws
{
    private const double Rounding = 1e-12;

    private static readonly int[] Samples = [1, 3, 64, 65, 130];
    private static readonly int[] Outputs = [1, 5];
    private static readonly int[] Cut = [5, 65, 150];

    /// <summary>A reduction of this library, as every loss does it.</summary>
    /// <param name="reduction">The reduction.</param>
    public static Reducing Of(Reduction reduction) => (losses, weights, outputs) => new Given(reduction, losses)
        .Evaluate(Dense.Matrix(outputs, losses.Length, new double[outputs * losses.Length]), new ValueTargets<double>(Dense.Matrix(outputs, losses.Length, new double[outputs * losses.Length])).Weighted(Dense.Vector(weights)))
        .Value;

    /// <summary>Losses that are all equal, of weight 1: their mean is that loss, over elements its share of one output, their sum as many times that loss.</summary>
    /// <param name="reducing">What is reduced how.</param>
    /// <param name="reduction">What it should be.</param>
    public static LawResult OfEqualLosses(Reducing reducing, Reduction reduction)
    {
        ArgumentNullException.ThrowIfNull(reducing);
        return LawResult.All(
            from samples in Samples
            from outputs in Outputs
            let expected = reduction switch { Reduction.Sum => 2.5 * samples, Reduction.MeanOverElements => 2.5 / outputs, _ => 2.5 }
            select Close(reducing([.. Enumerable.Repeat(2.5, samples)], [.. Enumerable.Repeat(1.0, samples)], outputs), expected, $"Of {samples} samples with {outputs} outputs, each of loss 2.5,"));
    }

    /// <summary>A sample of weight 2 counts as two samples of weight 1, and one of weight 0 as none; where weights do not count in the divisor, the number of samples still does.</summary>
    /// <param name="reducing">What is reduced how.</param>
    /// <param name="reduction">What it should be.</param>
    /// <param name="key">What losses are drawn from.</param>
    public static LawResult WeightsCountSamples(Reducing reducing, Reduction reduction, RandomKey key)
    {
        ArgumentNullException.ThrowIfNull(reducing);
        var losses = Drawn(key, 7);
        var whole = new double[] { 2, 1, 0, 3, 1, 0, 2 };
        double[] copies = [.. losses.Zip(whole).SelectMany(pair => Enumerable.Repeat(pair.First, (int)pair.Second))];
        var byCopies = reducing(copies, [.. copies.Select(_ => 1.0)], 2);
        var expected = reduction == Reduction.SumOverCount ? byCopies * copies.Length / losses.Length : byCopies;
        return Close(reducing(losses, whole, 2), expected, "With whole weights, against as many copies of each sample,");
    }

    /// <summary>All weights times c leave a weighted mean as it is, and make a sum, and a sum over the count, c times as large.</summary>
    /// <param name="reducing">What is reduced how.</param>
    /// <param name="reduction">What it should be.</param>
    /// <param name="key">What losses and weights are drawn from.</param>
    public static LawResult ScalesWithTheWeights(Reducing reducing, Reduction reduction, RandomKey key)
    {
        ArgumentNullException.ThrowIfNull(reducing);
        var (losses, weights) = (Drawn(key.At(0), 9), Drawn(key.At(1), 9));
        var factor = reduction is Reduction.Sum or Reduction.SumOverCount ? 3 : 1;
        return Close(reducing(losses, [.. weights.Select(weight => 3 * weight)], 2), factor * reducing(losses, weights, 2), "With all weights times 3,");
    }

    /// <summary>A batch's loss is that of its parts, weighted by what each was divided by: parts of unequal size do not count alike.</summary>
    /// <param name="reducing">What is reduced how.</param>
    /// <param name="reduction">What it should be.</param>
    /// <param name="key">What losses and weights are drawn from.</param>
    public static LawResult IsThatOfItsParts(Reducing reducing, Reduction reduction, RandomKey key)
    {
        ArgumentNullException.ThrowIfNull(reducing);
        return LawResult.All(
            from samples in Cut
            from cut in new[] { 1, 2, samples / 2 }
            let losses = Drawn(key.At(samples), samples)
            let weights = Drawn(key.At(-samples), samples)
            let parts = new[] { (From: 0, To: cut), (From: cut, To: samples) }
            let shares = parts.Select(part => reduction switch { Reduction.Sum => 1, Reduction.SumOverCount => part.To - part.From, _ => weights[part.From..part.To].Sum() }).ToArray()
            let sum = parts.Zip(shares, (part, share) => share * reducing(losses[part.From..part.To], weights[part.From..part.To], 2)).Sum()
            let expected = reduction == Reduction.Sum ? sum : sum / shares.Sum()
            select Close(reducing(losses, weights, 2), expected, $"Of {samples} samples, against parts of {cut} and {samples - cut},"));
    }

    /// <summary>All four laws.</summary>
    /// <param name="reducing">What is reduced how.</param>
    /// <param name="reduction">What it should be.</param>
    /// <param name="key">What losses and weights are drawn from.</param>
    public static LawResult All(Reducing reducing, Reduction reduction, RandomKey key)
    {
        ArgumentNullException.ThrowIfNull(reducing);
        return LawResult.All(
            [OfEqualLosses(reducing, reduction), WeightsCountSamples(reducing, reduction, key), ScalesWithTheWeights(reducing, reduction, key), IsThatOfItsParts(reducing, reduction, key)]);
    }

    private static double[] Drawn(RandomKey key, int count) => [.. Enumerable.Range(0, count).Select(index => 0.25 + (2 * key.Uniform(index)))];

    private static LawResult Close(double found, double expected, string what) => LawResult.Where(
        Math.Abs(found - expected) <= Rounding * Math.Abs(expected),
        () => string.Create(CultureInfo.InvariantCulture, $"{what} the loss is {found:R}, not {expected:R}."));

    /// <summary>A loss that gives each sample what it is told.</summary>
    private sealed record Given(Reduction Own, double[] Losses) : Loss(Own)
    {
        public override string Title => "given losses";

        public override SampleLosses<T> OfSamples<T>(Matrix<T> outputs, Targets<T> targets, Execution? execution = null) =>
            new(Dense.Vector(Array.ConvertAll(Losses, T.CreateChecked)), Dense.Matrix(outputs.RowCount, outputs.ColumnCount, new T[outputs.RowCount * outputs.ColumnCount]));
    }
}
