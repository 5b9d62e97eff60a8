namespace Functional.Networks;

using System.Linq;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Metrics of samples that may have any number of labels. An output above a threshold says that a sample has the label; a target above ½ that it does.</summary>
public static class MultiLabel
{
    /// <summary>How each label fares; <see cref="ClassScores"/> makes one score of them.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">[labels × samples]; NaN is not above any threshold.</param>
    /// <param name="targets">The target of each sample.</param>
    /// <param name="threshold">½ for probabilities, 0 for logits.</param>
    /// <exception cref="System.ArgumentException">The targets do not fit the outputs.</exception>
    public static Seq<ClassCounts> Counts<T>(Matrix<T> outputs, Targets<T> targets, double threshold)
        where T : struct, IFloatingPointIeee754<T>
    {
        System.ArgumentNullException.ThrowIfNull(outputs);
        System.ArgumentNullException.ThrowIfNull(targets);
        var compared = ComparedColumns.Of(outputs, targets);
        return Enumerable.Range(0, compared.Rows).Select(row =>
        {
            long right = 0, wrong = 0, missed = 0;
            for (var sample = 0; sample < compared.Samples; sample++)
            {
                var (output, target) = compared.At(row, sample);
                right += output > threshold && target > 0.5 ? 1 : 0;
                wrong += output > threshold && !(target > 0.5) ? 1 : 0;
                missed += !(output > threshold) && target > 0.5 ? 1 : 0;
            }

            return new ClassCounts(right, wrong, missed);
        }).ToArray().ToSeq().Strict();
    }

    /// <summary>The share of samples all of whose labels are right, from 0 to 1.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">[labels × samples]; NaN is not above any threshold.</param>
    /// <param name="targets">The target of each sample.</param>
    /// <param name="threshold">½ for probabilities, 0 for logits.</param>
    /// <exception cref="System.ArgumentException">The targets do not fit the outputs.</exception>
    public static double ExactAccuracy<T>(Matrix<T> outputs, Targets<T> targets, double threshold)
        where T : struct, IFloatingPointIeee754<T>
    {
        System.ArgumentNullException.ThrowIfNull(outputs);
        System.ArgumentNullException.ThrowIfNull(targets);
        var compared = ComparedColumns.Of(outputs, targets);
        return (double)Enumerable.Range(0, compared.Samples).Count(sample => Wrong(compared, sample, threshold) == 0) / compared.Samples;
    }

    /// <summary>The share of labels that are wrong, over all samples, from 0 to 1 (the Hamming loss).</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">[labels × samples]; NaN is not above any threshold.</param>
    /// <param name="targets">The target of each sample.</param>
    /// <param name="threshold">½ for probabilities, 0 for logits.</param>
    /// <exception cref="System.ArgumentException">The targets do not fit the outputs.</exception>
    public static double HammingLoss<T>(Matrix<T> outputs, Targets<T> targets, double threshold)
        where T : struct, IFloatingPointIeee754<T>
    {
        System.ArgumentNullException.ThrowIfNull(outputs);
        System.ArgumentNullException.ThrowIfNull(targets);
        var compared = ComparedColumns.Of(outputs, targets);
        return (double)Enumerable.Range(0, compared.Samples).Sum(sample => (long)Wrong(compared, sample, threshold)) / ((long)compared.Samples * compared.Rows);
    }

    private static int Wrong(ComparedColumns compared, int sample, double threshold) =>
        Enumerable.Range(0, compared.Rows).Count(row => compared.At(row, sample) is var (output, target) && output > threshold != target > 0.5);
}
