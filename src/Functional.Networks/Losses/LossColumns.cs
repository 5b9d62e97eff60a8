namespace Functional.Networks;

using System;
using Functional.Numerics;
using Functional.Numerics.Sums;
using MathNet.Numerics.LinearAlgebra;

/// <summary>What the losses share: targets that fit, and each sample's sum over its outputs.</summary>
internal static class LossColumns
{
    /// <summary>The targets as columns of the outputs' shape.</summary>
    public static Matrix<T> TargetsFor<T>(Matrix<T> outputs, Targets<T> targets)
        where T : struct, IFloatingPointIeee754<T>
    {
        if (outputs.ColumnCount != targets.Count)
        {
            throw new ArgumentException(
                $"The outputs are {outputs.RowCount} × {outputs.ColumnCount}, but there are {targets.Count} targets; there must be one for each sample.",
                nameof(targets));
        }

        return targets.ToColumns(outputs.RowCount);
    }

    /// <summary>The sum of each column.</summary>
    public static MathNet.Numerics.LinearAlgebra.Vector<T> Sums<T>(Matrix<T> elements)
        where T : struct, IFloatingPointIeee754<T>
    {
        var sums = new T[elements.ColumnCount];
        for (var sample = 0; sample < sums.Length; sample++)
        {
            sums[sample] = GrainSum.Of(elements.ColumnNumbers(sample));
        }

        return Dense.Vector(sums);
    }
}
