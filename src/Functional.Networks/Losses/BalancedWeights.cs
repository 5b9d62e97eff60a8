namespace Functional.Networks;

using System;
using System.Linq;
using LanguageExt;

/// <summary>Weights that make every class count alike, however many samples it has.</summary>
public static class BalancedWeights
{
    /// <summary>
    /// The weight of each class: n / (k·c) with n samples, k classes and c samples of the class, so that the samples' weights sum to n
    /// (G. King, L. Zeng 2001; scikit-learn's "balanced").
    /// </summary>
    /// <param name="counts">How many samples each class has.</param>
    /// <exception cref="ArgumentException">There is no class, or one without a sample, which no weight can balance.</exception>
    public static Seq<double> Of(ReadOnlySpan<int> counts)
    {
        if (counts.IsEmpty)
        {
            throw new ArgumentException("There are no classes; there must be at least one.", nameof(counts));
        }

        var samples = 0L;
        for (var index = 0; index < counts.Length; index++)
        {
            samples += counts[index] >= 1
                ? counts[index]
                : throw new ArgumentException($"Class {index} has {counts[index]} samples; every class must have at least 1 for weights to balance them.", nameof(counts));
        }

        var classes = counts.Length;
        return counts.ToArray().Select(count => samples / ((double)classes * count)).ToArray().ToSeq().Strict();
    }
}
