namespace Functional.Verification;

using System;
using Functional.Networks;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The product of the outputs with the targets, ⟨t, y⟩: a loss whose gradient by the outputs is the targets.</summary>
internal sealed record Projection() : Loss(Reduction.Sum)
{
    /// <inheritdoc/>
    public override string Title => "projection";

    /// <inheritdoc/>
    public override SampleLosses<T> OfSamples<T>(Matrix<T> outputs, Targets<T> targets, Execution? execution = null)
    {
        if (outputs.ColumnCount != targets.Count)
        {
            throw new ArgumentException($"The outputs are {outputs.RowCount} × {outputs.ColumnCount}, the targets {targets.Count}.", nameof(targets));
        }

        var gradient = targets.ToColumns(outputs.RowCount);
        var values = new T[outputs.ColumnCount];
        for (var sample = 0; sample < values.Length; sample++)
        {
            var output = outputs.ColumnNumbers(sample);
            var target = gradient.ColumnNumbers(sample);
            for (var i = 0; i < output.Length; i++)
            {
                values[sample] = T.FusedMultiplyAdd(output[i], target[i], values[sample]);
            }
        }

        return new(Dense.Vector(values), gradient);
    }
}
