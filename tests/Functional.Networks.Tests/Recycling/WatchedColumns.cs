namespace Functional.Networks.Tests.Recycling;

using System;
using System.Collections.Concurrent;
using System.Numerics;

/// <summary>Samples that note which of them were announced and asked for, in which order and by which threads.</summary>
internal sealed record WatchedColumns<T>(Batch<T> Batch) : ISampleSource<T>, ISampleColumns<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly BatchColumns<T> columns = new(Batch);

    public ConcurrentQueue<(string What, int Sample)> Asked { get; } = new();

    public ConcurrentDictionary<int, int> Threads { get; } = new();

    public int Count => columns.Count;

    public int FeatureCount => columns.FeatureCount;

    public bool IsWeighted => columns.IsWeighted;

    public void Announce(int sample) => Asked.Enqueue(("announced", sample));

    public void CopyInputs(int sample, Span<T> column)
    {
        Asked.Enqueue(("copied", sample));
        Threads[Environment.CurrentManagedThreadId] = sample;
        columns.CopyInputs(sample, column);
    }

    public void CopyTarget(int sample, Span<T> column) => columns.CopyTarget(sample, column);

    public int ClassOf(int sample) => columns.ClassOf(sample);

    public T WeightOf(int sample) => columns.WeightOf(sample);

    public Batch<T> Gather(ReadOnlySpan<int> indices) => columns.Gather(indices);
}
