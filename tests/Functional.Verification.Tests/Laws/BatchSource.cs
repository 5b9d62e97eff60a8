namespace Functional.Verification.Tests.Laws;

using System;
using System.Numerics;
using Functional.Networks;
using Functional.Numerics;

/// <summary>A batch as a source of samples.</summary>
internal sealed record BatchSource<T>(Batch<T> Batch) : ISampleSource<T>
    where T : struct, IFloatingPointIeee754<T>
{
    public int Count => Batch.Count;

    public Batch<T> Gather(ReadOnlySpan<int> indices)
    {
        var outputs = Batch.Targets is ValueTargets<T> values ? values.Values.RowCount : 1;
        var inputs = new T[Batch.Inputs.RowCount * indices.Length];
        var targets = new T[outputs * indices.Length];
        var classes = new int[indices.Length];
        for (var i = 0; i < indices.Length; i++)
        {
            Batch.Inputs.ColumnNumbers(indices[i]).CopyTo(inputs.AsSpan(i * Batch.Inputs.RowCount));
            classes[i] = Batch.Targets.ClassOf(indices[i]);
            if (Batch.Targets is ValueTargets<T> own)
            {
                own.Values.ColumnNumbers(indices[i]).CopyTo(targets.AsSpan(i * outputs));
            }
        }

        return new(
            Dense.Matrix(Batch.Inputs.RowCount, indices.Length, inputs),
            Batch.Targets is ClassTargets<T> ? new ClassTargets<T>([.. classes]) : new ValueTargets<T>(Dense.Matrix(outputs, indices.Length, targets)));
    }
}
