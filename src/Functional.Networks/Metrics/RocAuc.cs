namespace Functional.Networks;

using System;
using System.Linq;
using Functional.Numerics.Sums;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// The area under the receiver operating characteristic: how often a sample that is positive has a higher score than one that is not, equal scores
/// counting half (J. A. Hanley, B. J. McNeil 1982).
/// </summary>
/// <remarks>It is counted in whole numbers, as the statistic of Mann and Whitney with mid-ranks, so nothing is rounded but the last quotient.</remarks>
public static class RocAuc
{
    /// <summary>The area for scores of positive and negative samples.</summary>
    /// <param name="scores">A score for each sample, not NaN.</param>
    /// <param name="positives">Whether each sample is positive.</param>
    /// <returns>From 0 to 1; ½ is chance. Nothing where all samples are positive or none is: the area is not defined.</returns>
    /// <exception cref="ArgumentException">The numbers of samples differ, or a score is NaN.</exception>
    public static Option<double> Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positives)
    {
        if (scores.Length != positives.Length)
        {
            throw new ArgumentException($"There are {scores.Length} scores for {positives.Length} samples; there must be one for each.", nameof(scores));
        }

        foreach (var score in scores)
        {
            if (double.IsNaN(score))
            {
                throw new ArgumentException("A score is NaN, which is neither higher nor lower than any other.", nameof(scores));
            }
        }

        double[] order = [.. scores];
        bool[] isPositive = [.. positives];
        Array.Sort(order, isPositive);
        long positive = 0, negative = 0, doubled = 0;
        for (int from = 0, to = 0; from < order.Length; from = to)
        {
            long own = 0, other = 0;
            for (; to < order.Length && order[to] == order[from]; to++)
            {
                own += isPositive[to] ? 1 : 0;
                other += isPositive[to] ? 0 : 1;
            }

            doubled += own * ((2 * negative) + other);
            (positive, negative) = (positive + own, negative + other);
        }

        return positive == 0 || negative == 0 ? Option<double>.None : doubled / (2.0 * positive * negative);
    }

    /// <summary>The area of each output: its score as to whether the sample's target is 1 there. Of classes it is that of one against the rest.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="scores">[outputs × samples]; not NaN.</param>
    /// <param name="targets">The target of each sample; a number above ½ counts as 1.</param>
    /// <exception cref="ArgumentException">The targets do not fit the outputs, or a score is NaN.</exception>
    public static Seq<Option<double>> OfOutputs<T>(Matrix<T> scores, Targets<T> targets)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(targets);
        var compared = ComparedColumns.Of(scores, targets);
        return Enumerable.Range(0, compared.Rows).Select(row => Of(
            [.. Enumerable.Range(0, compared.Samples).Select(sample => compared.At(row, sample).Output)],
            [.. Enumerable.Range(0, compared.Samples).Select(sample => compared.At(row, sample).Target > 0.5)])).ToArray().ToSeq().Strict();
    }

    /// <summary>The outputs' areas as one.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="scores">[outputs × samples]; not NaN.</param>
    /// <param name="targets">The target of each sample; a number above ½ counts as 1.</param>
    /// <param name="averaging">The mean over the outputs, weighted by how many samples are positive or not, or all outputs' scores together.</param>
    /// <returns>From 0 to 1; nothing where an area that is asked for is not defined.</returns>
    /// <exception cref="ArgumentException">The targets do not fit the outputs, a score is NaN, or there is no such averaging.</exception>
    public static Option<double> Of<T>(Matrix<T> scores, Targets<T> targets, Averaging averaging = Averaging.Macro)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(targets);
        var compared = ComparedColumns.Of(scores, targets);
        var samples = Enumerable.Range(0, compared.Samples).ToArray();
        var rows = Enumerable.Range(0, compared.Rows).ToArray();
        return averaging switch
        {
            Averaging.Macro => Mean(_ => 1),
            Averaging.Micro => Of(
                [.. samples.SelectMany(sample => rows.Select(row => compared.At(row, sample).Output))],
                [.. samples.SelectMany(sample => rows.Select(row => compared.At(row, sample).Target > 0.5))]),
            Averaging.Weighted => Mean(row => samples.Count(sample => compared.At(row, sample).Target > 0.5)),
            _ => throw new ArgumentOutOfRangeException(nameof(averaging), averaging, "There is no such averaging."),
        };

        Option<double> Mean(Func<int, double> weight)
        {
            double[] weights = [.. rows.Select(weight)];
            return OfOutputs(scores, targets).Sequence().Map(areas =>
                GrainSum.Of<double>(areas.Zip(weights, (area, own) => area * own).ToArray()) / GrainSum.Of<double>(weights));
        }
    }
}
