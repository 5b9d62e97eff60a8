namespace Functional.Networks;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Numerics.Sums;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>How well confidence tells how often a network is right.</summary>
/// <param name="Bins">Samples by their confidence, from low to high, in bins of equal width.</param>
public sealed record Calibration(Seq<CalibrationBin> Bins)
{
    /// <summary>Samples by their confidence, from low to high, in bins of equal width.</summary>
    public Seq<CalibrationBin> Bins { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Bins);

    /// <summary>The usual number of bins.</summary>
    public const int DefaultBins = 15;

    /// <summary>The number of samples.</summary>
    /// <exception cref="OverflowException">They are more than an int holds.</exception>
    public int Samples => Bins.Sum(bin => bin.Count);

    /// <summary>The expected calibration error: the mean gap between confidence and accuracy, from 0 to 1 (M. P. Naeini, G. F. Cooper, M. Hauskrecht 2015; C. Guo et al. 2017, equation 3).</summary>
    /// <exception cref="OverflowException">There are more samples than an int holds.</exception>
    public double ExpectedError => GrainSum.Of<double>(Bins.Select(bin => (double)bin.Count / Samples * bin.Gap).ToArray());

    /// <summary>The maximum calibration error: the largest gap of any bin that has samples, from 0 to 1 (equation 5 there).</summary>
    public double MaximumError => Bins.Filter(bin => bin.Count > 0).Map(bin => bin.Gap).Fold(0.0, Math.Max);

    /// <summary>Puts samples into bins by their confidence.</summary>
    /// <remarks>
    /// With several classes the confidence is the largest probability, and a sample is right where that stands at its class. With one output the
    /// confidence is that of class 1 of two, and how often it is right is the mean of the targets: a reliability diagram. Bin i of n holds confidences
    /// above i/n, up to and with (i + 1)/n; the first holds 0, too.
    /// </remarks>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="probabilities">[classes × samples], each from 0 to 1.</param>
    /// <param name="targets">The target of each sample; for one row values from 0 to 1.</param>
    /// <param name="bins">The number of bins, at least 1.</param>
    /// <exception cref="ArgumentException">The targets do not fit, a number is no probability, or there is no bin.</exception>
    public static Calibration Of<T>(Matrix<T> probabilities, Targets<T> targets, int bins = DefaultBins)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var compared = ComparedColumns.OfProbabilities(probabilities, targets);
        var confidences = Enumerable.Range(0, bins).Select(_ => new List<double>()).ToArray();
        var rights = Enumerable.Range(0, bins).Select(_ => new List<double>()).ToArray();
        for (var sample = 0; sample < compared.Samples; sample++)
        {
            var best = Accuracy.ArgMax(compared.Outputs(sample));
            var (confidence, target) = compared.At(best, sample);
            var bin = Math.Clamp((int)Math.Ceiling(confidence * bins) - 1, 0, bins - 1);
            confidences[bin].Add(confidence);
            rights[bin].Add(compared.Rows == 1 ? target : best == targets.ClassOf(sample) ? 1 : 0);
        }

        return new(confidences.Zip(rights, (own, right) => new CalibrationBin(own.Count, Mean(own), Mean(right))).ToArray().ToSeq().Strict());
    }

    private static double Mean(List<double> values) => values.Count == 0 ? 0 : GrainSum.Of<double>(values.ToArray()) / values.Count;
}
