namespace Functional.Data;

using System;
using System.Collections.Immutable;
using System.Linq;

/// <summary>How one sample's features are arranged: 28 × 28 for a picture of 28 rows and 28 columns, or just their number.</summary>
public sealed record SampleShape
{
    /// <summary>A shape of the given sizes.</summary>
    /// <param name="dimensions">The sizes, each at least 1, the last varying fastest: rows, columns for a picture.</param>
    /// <exception cref="ArgumentException">There is no size, or one is below 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are more features than an array holds.</exception>
    public SampleShape(params ImmutableArray<int> dimensions)
    {
        if (dimensions.IsDefaultOrEmpty || dimensions.Any(size => size < 1))
        {
            throw new ArgumentException("A sample's shape must have at least one size, and each must be at least 1.", nameof(dimensions));
        }

        Dimensions = dimensions;
        Size = dimensions.Aggregate(1, (product, size) => Given.Product(product, size, nameof(dimensions)));
    }

    /// <summary>The sizes, the last varying fastest.</summary>
    public ImmutableArray<int> Dimensions { get; }

    /// <summary>The number of features, the product of the sizes.</summary>
    public int Size { get; }

    /// <summary>True where a sample is a picture of rows and columns.</summary>
    public bool IsPicture => Dimensions.Length == 2;

    /// <summary>True where both have the same sizes in the same order.</summary>
    /// <param name="other">The shape to compare with.</param>
    public bool Equals(SampleShape? other) => other is not null && Dimensions.SequenceEqual(other.Dimensions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Dimensions.Length, Dimensions[0], Size);

    /// <summary>The sizes: "28 × 28".</summary>
    public override string ToString() => Words.Product(Dimensions);
}
