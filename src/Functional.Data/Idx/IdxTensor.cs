namespace Functional.Data;

using System;
using System.Collections.Immutable;
using System.Linq;

/// <summary>What an IDX file holds: sizes along one or more dimensions and a number for each place.</summary>
public sealed record IdxTensor
{
    internal IdxTensor(string source, ImmutableArray<int> dimensions, IdxElements elements)
    {
        Source = source;
        Dimensions = dimensions;
        Elements = elements;
    }

    /// <summary>Where the numbers came from: a file's path or a stream's name.</summary>
    public string Source { get; }

    /// <summary>The sizes along the dimensions, each at least 1: 60000, 28, 28 for the MNIST training images.</summary>
    public ImmutableArray<int> Dimensions { get; }

    /// <summary>The numbers in the file's own type, the last dimension varying fastest.</summary>
    public IdxElements Elements { get; }

    /// <summary>True where both come from the same source and hold equal numbers in equal dimensions.</summary>
    /// <param name="other">The tensor to compare with.</param>
    public bool Equals(IdxTensor? other) =>
        other is not null && string.Equals(Source, other.Source, StringComparison.Ordinal) && Dimensions.SequenceEqual(other.Dimensions) && Elements.Equals(other.Elements);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Source, Dimensions.Length, Dimensions[0], Elements);

    /// <summary>Source, sizes and type: "labels.gz: 60000 unsigned bytes".</summary>
    public override string ToString() => $"{Source}: {Words.Product(Dimensions)} {Elements.TypeName}";
}
