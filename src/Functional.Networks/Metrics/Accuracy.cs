namespace Functional.Networks;

using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.InteropServices;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>How many samples are classified rightly.</summary>
public static class Accuracy
{
    /// <summary>How many samples are in memory as numbers at a time where they are known in batches only.</summary>
    private const int ChunkSize = 256;

    /// <summary>The index of the largest number, the first of equals; NaN is never the largest.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="values">At least one number.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static int ArgMax<T>(ReadOnlySpan<T> values)
        where T : struct, IFloatingPointIeee754<T>
    {
        var (best, largest) = (0, values.IsEmpty ? throw new ArgumentException("There must be at least one number for one to be the largest.", nameof(values)) : values[0]);
        for (var i = 1; i < values.Length; i++)
        {
            // A comparison with NaN is false, so "not smaller or equal" finds what is larger and what follows NaN.
            var value = values[i];
            if (!(value <= largest) && !T.IsNaN(value))
            {
                (best, largest) = (i, value);
            }
        }

        return best;
    }

    /// <summary>The class that a network gives each sample: the place of its largest output, the first of equals.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="source">The samples.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <returns>A class for each sample, in their order.</returns>
    /// <exception cref="ArgumentException">The samples do not fit the network.</exception>
    public static ImmutableArray<int> Classes<T>(Layer<T> network, ISampleSource<T> source, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(source);
        var classes = new int[source.Count];
        if (classes.Length > 0 && !Evaluator.Classify(network, source, classes, execution ?? Execution.Sequential))
        {
            foreach (var chunk in Enumerable.Range(0, source.Count).Chunk(ChunkSize))
            {
                var outputs = network.Predict(source.Gather(chunk).Inputs, execution);
                for (var column = 0; column < chunk.Length; column++)
                {
                    classes[chunk[column]] = ArgMax(outputs.ColumnNumbers(column));
                }
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(classes);
    }

    /// <summary>How many of the samples have their largest output at their class.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">The network's outputs, [outputs × samples].</param>
    /// <param name="targets">The target of each sample.</param>
    /// <exception cref="ArgumentException">The numbers of samples differ.</exception>
    public static int CountCorrect<T>(Matrix<T> outputs, Targets<T> targets)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(targets);
        if (outputs.ColumnCount != targets.Count)
        {
            throw new ArgumentException($"The outputs are {outputs.RowCount} × {outputs.ColumnCount}, the targets {targets.Count}.", nameof(targets));
        }

        var correct = 0;
        for (var sample = 0; sample < targets.Count; sample++)
        {
            if (ArgMax(outputs.ColumnNumbers(sample)) == targets.ClassOf(sample))
            {
                correct++;
            }
        }

        return correct;
    }
}
