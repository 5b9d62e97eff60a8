namespace Functional.Networks.Tests.Recycling;

using System;
using System.Numerics;
using Functional.Numerics;

/// <summary>A batch as a source of samples, whole and column by column.</summary>
internal sealed record BatchColumns<T>(Batch<T> Batch) : ISampleSource<T>, ISampleColumns<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly int outputs = Batch.Targets is WeightedTargets<T> { Inner: ValueTargets<T> inner } ? inner.Values.RowCount
        : Batch.Targets is ValueTargets<T> values ? values.Values.RowCount
        : 0;

    public int Count => Batch.Count;

    public int FeatureCount => Batch.Inputs.RowCount;

    public bool IsWeighted => Batch.Targets.IsWeighted;

    public void Announce(int sample)
    {
    }

    public void CopyInputs(int sample, Span<T> column) => Batch.Inputs.ColumnNumbers(sample).CopyTo(column);

    public void CopyTarget(int sample, Span<T> column) => Batch.Targets.CopyTo(sample, column);

    public int ClassOf(int sample) => Batch.Targets.ClassOf(sample);

    public T WeightOf(int sample) => Batch.Targets.WeightOf(sample);

    public Batch<T> Gather(ReadOnlySpan<int> indices)
    {
        var inputs = new T[FeatureCount * indices.Length];
        var targets = new T[outputs * indices.Length];
        var classes = new int[indices.Length];
        var weights = new T[indices.Length];
        for (var i = 0; i < indices.Length; i++)
        {
            CopyInputs(indices[i], inputs.AsSpan(i * FeatureCount, FeatureCount));
            (classes[i], weights[i]) = (ClassOf(indices[i]), WeightOf(indices[i]));
            if (outputs > 0)
            {
                CopyTarget(indices[i], targets.AsSpan(i * outputs, outputs));
            }
        }

        Targets<T> chosen = outputs == 0 ? new ClassTargets<T>([.. classes]) : new ValueTargets<T>(Dense.Matrix(outputs, indices.Length, targets));
        return new(Dense.Matrix(FeatureCount, indices.Length, inputs), IsWeighted ? chosen.Weighted(Dense.Vector(weights)) : chosen);
    }
}
