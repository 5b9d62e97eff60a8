namespace Functional.Networks;

using System;

/// <summary>Samples that can be asked for by index, such as a data set seen in one precision.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public interface ISampleSource<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The number of samples.</summary>
    int Count { get; }

    /// <summary>The samples with the given indices, in that order; an index may come more than once.</summary>
    /// <param name="indices">Each from 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside that range.</exception>
    Batch<T> Gather(ReadOnlySpan<int> indices);
}
