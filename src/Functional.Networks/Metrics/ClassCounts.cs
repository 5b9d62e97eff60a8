namespace Functional.Networks;

using System;

/// <summary>How a class fares: which of its samples are found, and what is taken for it.</summary>
public sealed record ClassCounts
{
    /// <summary>Counts of a class.</summary>
    /// <param name="truePositives">How many samples of the class are taken for it, at least 0.</param>
    /// <param name="falsePositives">How many samples of other classes are taken for it, at least 0.</param>
    /// <param name="falseNegatives">How many samples of the class are not taken for it, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public ClassCounts(long truePositives, long falsePositives, long falseNegatives)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(truePositives);
        ArgumentOutOfRangeException.ThrowIfNegative(falsePositives);
        ArgumentOutOfRangeException.ThrowIfNegative(falseNegatives);
        TruePositives = truePositives;
        FalsePositives = falsePositives;
        FalseNegatives = falseNegatives;
    }

    /// <summary>How many samples of the class are taken for it.</summary>
    public long TruePositives { get; }

    /// <summary>How many samples of other classes are taken for it.</summary>
    public long FalsePositives { get; }

    /// <summary>How many samples of the class are not taken for it.</summary>
    public long FalseNegatives { get; }

    /// <summary>How many samples are of the class.</summary>
    public long Support => TruePositives + FalseNegatives;

    /// <summary>The share of what is taken for the class that is of it, from 0 to 1; 0 where nothing is taken for it.</summary>
    public double Precision => Ratio(TruePositives, TruePositives + FalsePositives);

    /// <summary>The share of the class's samples that is taken for it, from 0 to 1; 0 where no sample is of it.</summary>
    public double Recall => Ratio(TruePositives, Support);

    /// <summary>
    /// The harmonic mean of precision and recall, 2·TP / (2·TP + FP + FN), from 0 to 1; 0 where no sample is of the class and none is taken for
    /// it (C. J. van Rijsbergen 1979).
    /// </summary>
    public double F1 => Ratio(2 * TruePositives, (2 * TruePositives) + FalsePositives + FalseNegatives);

    /// <summary>The counts of both.</summary>
    /// <param name="other">The counts to add.</param>
    public ClassCounts Plus(ClassCounts other) =>
        new(TruePositives + Given.NotNull(other).TruePositives, FalsePositives + other.FalsePositives, FalseNegatives + other.FalseNegatives);

    private static double Ratio(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
