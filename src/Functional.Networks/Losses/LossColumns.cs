namespace Functional.Networks;

using System;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Goes through a batch's samples with a loss that is given on plain numbers.</summary>
internal static class LossColumns
{
    /// <summary>Every sample's loss and its gradient.</summary>
    public static SampleLosses<T> OfSamples<T>(LossKernel<T> kernel, Matrix<T> outputs, Targets<T> targets, Execution? execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        execution ??= Execution.Sequential;
        RequireTargets(outputs.RowCount, outputs.ColumnCount, targets);
        var (rows, samples) = (outputs.RowCount, outputs.ColumnCount);
        var values = new T[samples];
        var gradients = new T[rows * samples];
        var target = new T[rows];
        var room = new T[kernel.Room(rows)];
        for (var sample = 0; sample < samples; sample++)
        {
            targets.CopyTo(sample, target);
            values[sample] = kernel.Of(outputs.ColumnNumbers(sample), target, gradients.AsSpan(sample * rows, rows), room, rows, execution);
        }

        return new(Dense.Vector(values), Dense.Matrix(rows, samples, gradients));
    }

    /// <summary>Throws unless there is a target for each sample.</summary>
    public static void RequireTargets<T>(int outputs, int samples, Targets<T> targets)
        where T : struct, IFloatingPointIeee754<T>
    {
        if (samples != targets.Count)
        {
            throw new ArgumentException(
                $"The outputs are {outputs} × {samples}, but there are {targets.Count} targets; there must be one for each sample.",
                nameof(targets));
        }
    }
}
