namespace Functional.Networks;

using System;
using System.Collections.Immutable;
using System.Linq;

/// <summary>Some samples of a source, in an order of their own.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed record SampleSubset<T> : ISampleSource<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>Chooses samples.</summary>
    /// <param name="source">The whole.</param>
    /// <param name="indices">Which samples, each from 0 to the source's count − 1; an index may come more than once.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside that range.</exception>
    public SampleSubset(ISampleSource<T> source, ImmutableArray<int> indices)
    {
        Given.NotDefault(indices);
        ArgumentNullException.ThrowIfNull(source);
        foreach (var index in indices)
        {
            if ((uint)index >= (uint)source.Count)
            {
                throw new ArgumentOutOfRangeException(nameof(indices), index, $"There are {source.Count} samples; an index must be from 0 to {source.Count - 1}.");
            }
        }

        Source = source;
        Indices = indices;
    }

    /// <summary>The whole.</summary>
    public ISampleSource<T> Source { get; }

    /// <summary>Which samples of the whole, in the order of this subset.</summary>
    public ImmutableArray<int> Indices { get; }

    /// <inheritdoc/>
    public int Count => Indices.Length;

    /// <inheritdoc/>
    public Batch<T> Gather(ReadOnlySpan<int> indices)
    {
        var chosen = new int[indices.Length];
        for (var i = 0; i < chosen.Length; i++)
        {
            chosen[i] = (uint)indices[i] < (uint)Count
                ? Indices[indices[i]]
                : throw new ArgumentOutOfRangeException(nameof(indices), indices[i], $"There are {Count} samples; an index must be from 0 to {Count - 1}.");
        }

        return Source.Gather(chosen);
    }

    /// <summary>True where both show the same samples of equal sources in the same order.</summary>
    /// <param name="other">The subset to compare with.</param>
    public bool Equals(SampleSubset<T>? other) => other is not null && Source.Equals(other.Source) && Indices.SequenceEqual(other.Indices);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Source, Count, Indices.IsEmpty ? 0 : Indices[0]);
}
