namespace Functional.Data;

using System;
using System.Collections.Immutable;

/// <summary>Features that are real numbers.</summary>
public sealed record RealFeatures : Features
{
    private readonly ImmutableArray<double> values;

    /// <summary>Features over the given numbers, which are not copied.</summary>
    /// <param name="values">The numbers, sample after sample.</param>
    /// <param name="width">How many belong to a sample.</param>
    /// <exception cref="ArgumentException">The width is below 1 or does not divide the number of numbers.</exception>
    public RealFeatures(ImmutableArray<double> values, int width)
        : base(Given.NotDefault(values).Length, width)
    {
        this.values = values;
        _ = LargePages.Join(values.AsSpan());
    }

    private RealFeatures(RealFeatures whole, ReadOnlySpan<int> indices)
        : base(whole, indices) => values = whole.values;

    /// <summary>The features of one sample, not scaled.</summary>
    /// <param name="sample">Which, from 0 to <see cref="Features.Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public ReadOnlySpan<double> Sample(int sample) => values.AsSpan().Slice(Row(sample) * Width, Width);

    /// <inheritdoc/>
    public override double ValueAt(int sample, int feature)
    {
        CheckFeature(feature);
        return Sample(sample)[feature];
    }

    /// <inheritdoc/>
    public override RealFeatures Select(ReadOnlySpan<int> indices) => new(this, indices);

    /// <summary>True where both show the same samples in the same order.</summary>
    /// <param name="other">The features to compare with.</param>
    public bool Equals(RealFeatures? other)
    {
        if (other is null || other.Count != Count || other.Width != Width)
        {
            return false;
        }

        for (var sample = 0; sample < Count; sample++)
        {
            if (!Sample(sample).SequenceEqual(other.Sample(sample)))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Width, Count == 0 ? default : Sample(0)[^1], Count == 0 ? default : Sample(Count - 1)[0]);

    internal override void CopyTo(int sample, Span<double> column) => Sample(sample).CopyTo(column);
}
