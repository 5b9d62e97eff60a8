namespace Functional.Data;

using System;
using System.Collections.Immutable;

/// <summary>
/// What is known of each sample: one of <see cref="ByteFeatures"/> and <see cref="RealFeatures"/>. A selection shares the numbers with the whole;
/// two features are equal where the same samples are seen, however they are stored.
/// </summary>
public abstract record Features
{
    private readonly ImmutableArray<int> rows;

    /// <summary>All stored samples.</summary>
    /// <param name="stored">How many numbers are stored.</param>
    /// <param name="width">How many belong to a sample.</param>
    private protected Features(int stored, int width)
    {
        if (width < 1 || stored % width != 0)
        {
            throw new ArgumentException($"There are {stored} numbers and {width} to a sample; the width must be at least 1 and divide them.", nameof(width));
        }

        Width = width;
        Count = stored / width;
    }

    private protected Features(Features whole, ReadOnlySpan<int> indices)
    {
        var chosen = new int[indices.Length];
        for (var i = 0; i < chosen.Length; i++)
        {
            chosen[i] = whole.Row(indices[i]);
        }

        rows = System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(chosen);
        Width = whole.Width;
        Count = chosen.Length;
    }

    /// <summary>The number of samples.</summary>
    public int Count { get; }

    /// <summary>The number of features of a sample.</summary>
    public int Width { get; }

    /// <summary>One feature of one sample, not scaled.</summary>
    /// <param name="sample">Which sample, from 0 to <see cref="Count"/> − 1.</param>
    /// <param name="feature">Which feature, from 0 to <see cref="Width"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample or feature.</exception>
    public abstract double ValueAt(int sample, int feature);

    /// <summary>Writes the features of one sample, not scaled.</summary>
    internal abstract void CopyTo(int sample, Span<double> column);

    /// <summary>The samples with the given indices, in that order, without a copy of their numbers; an index may come more than once.</summary>
    /// <param name="indices">Each from 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside that range.</exception>
    public abstract Features Select(ReadOnlySpan<int> indices);

    /// <summary>How many samples of how many features there are: "1797 × 64".</summary>
    public sealed override string ToString() => $"{Count} × {Width}";

    /// <summary>Where a sample is stored.</summary>
    private protected int Row(int sample)
    {
        if ((uint)sample >= (uint)Count)
        {
            throw new ArgumentOutOfRangeException(nameof(sample), sample, $"There are {Count} samples; an index must be from 0 to {Count - 1}.");
        }

        return rows.IsDefault ? sample : rows[sample];
    }

    /// <summary>Refuses a feature that is not there.</summary>
    private protected void CheckFeature(int feature)
    {
        if ((uint)feature >= (uint)Width)
        {
            throw new ArgumentOutOfRangeException(nameof(feature), feature, $"There are {Width} features; an index must be from 0 to {Width - 1}.");
        }
    }
}
