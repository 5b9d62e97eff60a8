namespace Functional.Networks.Tests.Recycling;

using System;
using System.Numerics;
using System.Threading;

/// <summary>Samples of which one is long in coming, so that its thread comes last wherever threads wait for each other.</summary>
internal sealed record LateColumns<T>(BatchColumns<T> Columns, int Late) : ISampleSource<T>, ISampleColumns<T>
    where T : struct, IFloatingPointIeee754<T>
{
    public int Count => Columns.Count;

    public int FeatureCount => Columns.FeatureCount;

    public bool IsWeighted => Columns.IsWeighted;

    public void Announce(int sample) => Columns.Announce(sample);

    public void CopyInputs(int sample, Span<T> column)
    {
        if (sample == Late)
        {
            Thread.Sleep(10);
        }

        Columns.CopyInputs(sample, column);
    }

    public void CopyTarget(int sample, Span<T> column) => Columns.CopyTarget(sample, column);

    public int ClassOf(int sample) => Columns.ClassOf(sample);

    public T WeightOf(int sample) => Columns.WeightOf(sample);

    public Batch<T> Gather(ReadOnlySpan<int> indices) => Columns.Gather(indices);
}
