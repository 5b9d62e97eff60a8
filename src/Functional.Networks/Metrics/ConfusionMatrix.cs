namespace Functional.Networks;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Numerics;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Which classes are taken for which, counted over samples that have one class each.</summary>
/// <remarks>Only cells that are not 0 are held, so the number of classes may be large.</remarks>
public sealed record ConfusionMatrix
{
    private ConfusionMatrix(int classCount, Seq<Confusion> cells)
    {
        ClassCount = classCount;
        Cells = cells;
    }

    /// <summary>The number of classes.</summary>
    public int ClassCount { get; }

    /// <summary>The cells that are not 0, by truth, then by prediction.</summary>
    public Seq<Confusion> Cells { get; }

    /// <summary>The number of samples.</summary>
    public int Samples => Cells.Sum(cell => cell.Count);

    /// <summary>How many samples are taken for what they are.</summary>
    public int Correct => Cells.Sum(cell => cell.Truth == cell.Predicted ? cell.Count : 0);

    /// <summary>The share of samples that are taken for what they are, from 0 to 1; 0 where there are no samples.</summary>
    public double Accuracy => Cells.IsEmpty ? 0 : (double)Correct / Samples;

    /// <summary>The mean recall of the classes that occur, from 0 to 1; 0 where there are no samples.</summary>
    public double BalancedAccuracy => Classes.Filter(counts => counts.Support > 0) is { IsEmpty: false } present ? present.Recall(Averaging.Macro) : 0;

    /// <summary>How each class fares, in the order of the classes.</summary>
    public Seq<ClassCounts> Classes
    {
        get
        {
            var (right, wrong, missed) = (new long[ClassCount], new long[ClassCount], new long[ClassCount]);
            foreach (var cell in Cells.ToArray())
            {
                if (cell.Truth == cell.Predicted)
                {
                    right[cell.Truth] += cell.Count;
                    continue;
                }

                missed[cell.Truth] += cell.Count;
                wrong[cell.Predicted] += cell.Count;
            }

            return Enumerable.Range(0, ClassCount).Select(index => new ClassCounts(right[index], wrong[index], missed[index])).ToArray().ToSeq().Strict();
        }
    }

    /// <summary>Pairs of different classes, the most frequent first, then in the order of the classes.</summary>
    public Seq<Confusion> Mistakes => Cells
        .Filter(cell => cell.Truth != cell.Predicted)
        .OrderByDescending(cell => cell.Count)
        .ThenBy(cell => cell.Truth)
        .ThenBy(cell => cell.Predicted)
        .ToArray().ToSeq().Strict();

    /// <summary>How many samples of one class are taken for another or the same.</summary>
    /// <param name="truth">The class that they are, from 0 to <see cref="ClassCount"/> − 1.</param>
    /// <param name="predicted">The class that they are taken for, from 0 to <see cref="ClassCount"/> − 1.</param>
    /// <exception cref="ArgumentException">There is no such class.</exception>
    public int this[int truth, int predicted]
    {
        get
        {
            Require(truth, ClassCount, nameof(truth));
            Require(predicted, ClassCount, nameof(predicted));
            return Cells.Find(cell => cell.Truth == truth && cell.Predicted == predicted).Match(Some: cell => cell.Count, None: () => 0);
        }
    }

    /// <summary>Counts predictions.</summary>
    /// <param name="predictions">True and predicted class of each sample.</param>
    /// <param name="classCount">The number of classes, at least 1.</param>
    /// <exception cref="ArgumentException">A class or the number of classes is out of range.</exception>
    public static ConfusionMatrix Of(IEnumerable<(int Truth, int Predicted)> predictions, int classCount)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentOutOfRangeException.ThrowIfLessThan(classCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classCount, Array.MaxLength);
        var counts = new Dictionary<(int Truth, int Predicted), int>();
        foreach (var pair in predictions)
        {
            Require(pair.Truth, classCount, nameof(predictions));
            Require(pair.Predicted, classCount, nameof(predictions));
            counts[pair] = counts.GetValueOrDefault(pair) + 1;
        }

        return new(classCount, Ordered(counts.Select(entry => new Confusion(entry.Key.Truth, entry.Key.Predicted, entry.Value))));
    }

    /// <summary>Counts the classes of the largest outputs, the first of equals.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">[classes × samples].</param>
    /// <param name="targets">The target of each sample.</param>
    /// <exception cref="ArgumentException">The numbers of samples differ, or a class is not among the outputs.</exception>
    public static ConfusionMatrix Of<T>(Matrix<T> outputs, Targets<T> targets)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(targets);
        LossColumns.RequireTargets(outputs.RowCount, outputs.ColumnCount, targets);
        return Of(
            Enumerable.Range(0, targets.Count).Select(sample => (targets.ClassOf(sample), Networks.Accuracy.ArgMax(outputs.ColumnNumbers(sample)))),
            outputs.RowCount);
    }

    /// <summary>The counts of both, as if their samples were counted together.</summary>
    /// <param name="other">The counts to add, of as many classes.</param>
    /// <exception cref="ArgumentException">The numbers of classes differ.</exception>
    public ConfusionMatrix Plus(ConfusionMatrix other) => Given.NotNull(other).ClassCount == ClassCount
        ? new(ClassCount, Ordered((Cells + other.Cells)
            .GroupBy(cell => (cell.Truth, cell.Predicted))
            .Select(cells => new Confusion(cells.Key.Truth, cells.Key.Predicted, cells.Sum(cell => cell.Count)))))
        : throw new ArgumentException($"One matrix has {ClassCount} classes, the other {other.ClassCount}; their numbers must be equal.", nameof(other));

    private static Seq<Confusion> Ordered(IEnumerable<Confusion> cells) =>
        cells.OrderBy(cell => cell.Truth).ThenBy(cell => cell.Predicted).ToArray().ToSeq().Strict();

    private static void Require(int index, int classCount, string name)
    {
        if ((uint)index >= (uint)classCount)
        {
            throw new ArgumentException($"There is no class {index}; with {classCount} classes they run from 0 to {classCount - 1}.", name);
        }
    }
}
