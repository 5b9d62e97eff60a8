namespace Functional.Data;

using System;
using Functional.Networks;

/// <summary>What is to be learned of each sample: one of <see cref="ClassLabels"/> and <see cref="ValueLabels"/>.</summary>
public abstract record Labels
{
    private protected Labels()
    {
    }

    /// <summary>The number of samples.</summary>
    public abstract int Count { get; }

    /// <summary>The number of outputs a network for them has: the number of classes, or of values to a sample.</summary>
    public abstract int OutputCount { get; }

    /// <summary>The labels with the given indices, in that order; an index may come more than once.</summary>
    /// <param name="indices">Each from 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside that range.</exception>
    public abstract Labels Select(ReadOnlySpan<int> indices);

    /// <summary>The labels with the given indices, as targets in that order.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="indices">Each from 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside that range.</exception>
    public abstract Targets<T> Gather<T>(ReadOnlySpan<int> indices)
        where T : struct, IFloatingPointIeee754<T>;

    /// <summary>Writes one sample's target as a column: its values, or 1 at its class and 0 elsewhere.</summary>
    internal abstract void CopyTarget<T>(int sample, Span<T> column)
        where T : struct, IFloatingPointIeee754<T>;

    /// <summary>The class of one sample, or the index of its largest value in the given precision.</summary>
    internal abstract int ClassOf<T>(int sample)
        where T : struct, IFloatingPointIeee754<T>;

    /// <summary>Refuses an index that is not there.</summary>
    private protected void CheckIndex(int index)
    {
        if ((uint)index >= (uint)Count)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} samples; an index must be from 0 to {Count - 1}.");
        }
    }
}
