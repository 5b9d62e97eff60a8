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

    private Targets<T> Own => Batch.Targets is WeightedTargets<T> weighted ? weighted.Inner : Batch.Targets;

    public Batch<T> Gather(ReadOnlySpan<int> indices)
    {
        var outputs = Own is ValueTargets<T> values ? values.Values.RowCount : 1;
        var inputs = new T[Batch.Inputs.RowCount * indices.Length];
        var targets = new T[outputs * indices.Length];
        var classes = new int[indices.Length];
        var weights = new T[indices.Length];
        for (var i = 0; i < indices.Length; i++)
        {
            Batch.Inputs.ColumnNumbers(indices[i]).CopyTo(inputs.AsSpan(i * Batch.Inputs.RowCount));
            weights[i] = Batch.Targets.WeightOf(indices[i]);
            classes[i] = Batch.Targets.ClassOf(indices[i]);
            if (Own is ValueTargets<T> own)
            {
                own.Values.ColumnNumbers(indices[i]).CopyTo(targets.AsSpan(i * outputs));
            }
        }

        Targets<T> chosen = Own is ClassTargets<T> ? new ClassTargets<T>([.. classes]) : new ValueTargets<T>(Dense.Matrix(outputs, indices.Length, targets));
        return new(Dense.Matrix(Batch.Inputs.RowCount, indices.Length, inputs), Batch.Targets.IsWeighted ? chosen.Weighted(Dense.Vector(weights)) : chosen);
    }
}
