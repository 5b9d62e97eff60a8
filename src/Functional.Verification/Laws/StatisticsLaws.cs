namespace Functional.Verification;

using System;
using System.Globalization;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;

/// <summary>The laws of running statistics: a pass of training takes a share of the batch's mean and unbiased variance into them, one of inference nothing.</summary>
public static class StatisticsLaws
{
    /// <summary>The largest difference, relative to the number or 1.</summary>
    public const double Tolerance = 1e-12;

    /// <summary>
    /// The statistics "mean" and "variance" of a layer go on as (1 − m)·s + m·batch, with mean and unbiased variance of each feature over
    /// the samples as MathNet computes them; a single sample leaves the variance.
    /// </summary>
    /// <param name="layer">The layer.</param>
    /// <param name="momentum">m.</param>
    /// <param name="input">[features × samples].</param>
    public static LawResult FollowTheBatch(Layer<double> layer, double momentum, Matrix<double> input)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(input);
        var next = layer.Forward(input, Pass.Training(RandomKey.FromSeed(0))).Statistics;
        if (next.Entries.Count != layer.Statistics.Entries.Count)
        {
            return LawResult.Failed($"A pass of training leaves {next.Entries.Count} statistics of {layer.Statistics.Entries.Count}.");
        }

        return LawResult.All(
        [
            .. Enumerable.Range(0, input.RowCount).SelectMany(feature => new[]
            {
                Compare("mean", feature, Statistics.Mean),
                Compare("variance", feature, own => input.ColumnCount == 1 ? layer.Statistics["variance"][feature, 0] : Statistics.Variance(own)),
            }),
            LawResult.Where(layer.Forward(input, Pass.Inference()).Statistics.Entries.IsEmpty, () => "A pass of inference lets the statistics go on."),
        ]);

        LawResult Compare(string name, int feature, Func<double[], double> batch)
        {
            var expected = ((1 - momentum) * layer.Statistics[name][feature, 0]) + (momentum * batch(input.Row(feature).Numbers.ToArray()));
            var found = next[name][feature, 0];
            return LawResult.Where(
                Math.Abs(found - expected) <= Tolerance * Math.Max(1, Math.Abs(expected)),
                () => string.Create(CultureInfo.InvariantCulture, $"The running {name} of feature {feature} goes on as {found:R}, not as {expected:R}."));
        }
    }
}
