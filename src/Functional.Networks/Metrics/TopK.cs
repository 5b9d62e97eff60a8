namespace Functional.Networks;

using System;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>How many samples have their class among the k largest outputs.</summary>
/// <remarks>Of equal outputs the first counts as larger, and NaN is smaller than any number, so that the top 1 is the <see cref="Accuracy"/>.</remarks>
public static class TopK
{
    /// <summary>The share of samples that have their class among the k largest outputs, from 0 to 1.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">[classes × samples].</param>
    /// <param name="targets">The target of each sample.</param>
    /// <param name="k">How many outputs count, from 1 to the number of classes.</param>
    /// <exception cref="ArgumentException">The numbers of samples differ, a class is not among the outputs, or k is out of range.</exception>
    public static double Accuracy<T>(Matrix<T> outputs, Targets<T> targets, int k)
        where T : struct, IFloatingPointIeee754<T> => (double)CountCorrect(outputs, targets, k) / outputs.ColumnCount;

    /// <summary>How many samples have their class among the k largest outputs.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">[classes × samples].</param>
    /// <param name="targets">The target of each sample.</param>
    /// <param name="k">How many outputs count, from 1 to the number of classes.</param>
    /// <exception cref="ArgumentException">The numbers of samples differ, a class is not among the outputs, or k is out of range.</exception>
    public static int CountCorrect<T>(Matrix<T> outputs, Targets<T> targets, int k)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(targets);
        LossColumns.RequireTargets(outputs.RowCount, outputs.ColumnCount, targets);
        if (k < 1 || k > outputs.RowCount)
        {
            throw new ArgumentOutOfRangeException(nameof(k), k, $"There are {outputs.RowCount} classes; k must be from 1 to {outputs.RowCount}.");
        }

        var correct = 0;
        for (var sample = 0; sample < targets.Count; sample++)
        {
            var index = targets.ClassOf(sample);
            if ((uint)index >= (uint)outputs.RowCount)
            {
                throw new ArgumentException($"Sample {sample} is of class {index}, but the outputs are {outputs.RowCount}: classes run from 0 to {outputs.RowCount - 1}.", nameof(targets));
            }

            correct += Rank(outputs.ColumnNumbers(sample), index) < k ? 1 : 0;
        }

        return correct;
    }

    /// <summary>How many outputs are larger than one of them.</summary>
    private static int Rank<T>(ReadOnlySpan<T> outputs, int index)
        where T : struct, IFloatingPointIeee754<T>
    {
        var (own, larger) = (outputs[index], 0);
        for (var i = 0; i < outputs.Length; i++)
        {
            var comparison = T.IsNaN(own) ? !T.IsNaN(outputs[i]) : outputs[i] > own;
            var isEqual = T.IsNaN(own) ? T.IsNaN(outputs[i]) : outputs[i] == own;
            larger += comparison || (isEqual && i < index) ? 1 : 0;
        }

        return larger;
    }
}
