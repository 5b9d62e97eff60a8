namespace Functional.Networks;

using System;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>How many samples are classified rightly.</summary>
public static class Accuracy
{
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
