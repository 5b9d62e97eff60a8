namespace Functional.Networks;

using System;
using System.Linq;
using Functional.Numerics.Sums;
using LanguageExt;

/// <summary>Scores of several classes as one. Where nothing is divided by nothing the score is 0.</summary>
public static class ClassScores
{
    /// <summary>The precision, from 0 to 1.</summary>
    /// <param name="classes">How each class fares, at least one.</param>
    /// <param name="averaging">How the classes' scores become one.</param>
    /// <exception cref="ArgumentException">There are no classes, or there is no such averaging.</exception>
    public static double Precision(this Seq<ClassCounts> classes, Averaging averaging) => Average(Given.NoNulls(classes), averaging, counts => counts.Precision);

    /// <summary>The recall, from 0 to 1.</summary>
    /// <param name="classes">How each class fares, at least one.</param>
    /// <param name="averaging">How the classes' scores become one.</param>
    /// <exception cref="ArgumentException">There are no classes, or there is no such averaging.</exception>
    public static double Recall(this Seq<ClassCounts> classes, Averaging averaging) => Average(Given.NoNulls(classes), averaging, counts => counts.Recall);

    /// <summary>
    /// The F1 score, from 0 to 1. The macro one is the mean of the classes' F1 scores, which is not the F1 of the means; the micro one of samples
    /// that have one class each is the accuracy.
    /// </summary>
    /// <param name="classes">How each class fares, at least one.</param>
    /// <param name="averaging">How the classes' scores become one.</param>
    /// <exception cref="ArgumentException">There are no classes, or there is no such averaging.</exception>
    public static double F1(this Seq<ClassCounts> classes, Averaging averaging) => Average(Given.NoNulls(classes), averaging, counts => counts.F1);

    private static double Average(Seq<ClassCounts> classes, Averaging averaging, Func<ClassCounts, double> score)
    {
        if (classes.IsEmpty)
        {
            throw new ArgumentException("There are no classes to average over; there must be at least one.", nameof(classes));
        }

        return averaging switch
        {
            Averaging.Macro => Mean(classes, score, _ => 1),
            Averaging.Micro => score(classes.Reduce((one, other) => one.Plus(other))),
            Averaging.Weighted => Mean(classes, score, counts => counts.Support),
            _ => throw new ArgumentOutOfRangeException(nameof(averaging), averaging, "There is no such averaging."),
        };
    }

    private static double Mean(Seq<ClassCounts> classes, Func<ClassCounts, double> score, Func<ClassCounts, long> weight)
    {
        var total = classes.Select(weight).Sum();
        return total == 0 ? 0 : GrainSum.Of<double>(classes.Select(counts => weight(counts) * score(counts)).ToArray()) / total;
    }
}
