namespace Functional.Data;

using System;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Functional.Numerics;

/// <summary>How much each sample counts in a loss.</summary>
public sealed record SampleWeights
{
    /// <summary>Weights of samples.</summary>
    /// <param name="values">A weight for each sample, finite and at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or not finite.</exception>
    public SampleWeights(ImmutableArray<double> values)
    {
        Given.NotDefault(values);
        for (var sample = 0; sample < values.Length; sample++)
        {
            if (!(double.IsFinite(values[sample]) && values[sample] >= 0))
            {
                throw new ArgumentOutOfRangeException(nameof(values), values[sample], $"The weight of sample {sample} must be finite and at least 0.");
            }
        }

        Values = values;
    }

    /// <summary>A weight for each sample, finite and at least 0.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>The number of samples.</summary>
    public int Count => Values.Length;

    /// <summary>The weights with the given indices, in that order; an index may come more than once.</summary>
    /// <param name="indices">Each from 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside that range.</exception>
    public SampleWeights Select(ReadOnlySpan<int> indices) => new(ImmutableCollectionsMarshal.AsImmutableArray(Chosen<double>(indices)));

    /// <summary>The weights with the given indices, in that order.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="indices">Each from 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside that range.</exception>
    public MathNet.Numerics.LinearAlgebra.Vector<T> Gather<T>(ReadOnlySpan<int> indices)
        where T : struct, IFloatingPointIeee754<T> => Dense.Vector(Chosen<T>(indices));

    /// <summary>True where both have the same weights in the same order.</summary>
    /// <param name="other">The weights to compare with.</param>
    public bool Equals(SampleWeights? other) => other is not null && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Values.IsEmpty ? 0 : Values[0], Values.IsEmpty ? 0 : Values[^1]);

    private T[] Chosen<T>(ReadOnlySpan<int> indices)
        where T : struct, IFloatingPointIeee754<T>
    {
        var chosen = new T[indices.Length];
        for (var i = 0; i < chosen.Length; i++)
        {
            chosen[i] = (uint)indices[i] < (uint)Count
                ? T.CreateTruncating(Values[indices[i]])
                : throw new ArgumentOutOfRangeException(nameof(indices), indices[i], $"There are {Count} samples; an index must be from 0 to {Count - 1}.");
        }

        return chosen;
    }
}
