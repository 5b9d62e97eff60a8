namespace Functional.Data;

using System;
using System.Collections.Immutable;
using System.Linq;

/// <summary>A NumPy array: sizes along any number of dimensions, and a number for each place.</summary>
public sealed record NpyArray
{
    internal NpyArray(string source, ImmutableArray<int> shape, NpyElements elements)
    {
        Source = source;
        Shape = shape;
        Elements = elements;
    }

    /// <summary>Where the numbers came from: a file's path, within an archive with the array's name, or "array".</summary>
    public string Source { get; }

    /// <summary>The sizes along the dimensions; none for a single number, and a size may be 0.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>The numbers in the array's own type, the last dimension varying fastest, whatever order the file has.</summary>
    public NpyElements Elements { get; }

    /// <summary>An array of the given numbers, which are not copied.</summary>
    /// <typeparam name="T">
    /// <see cref="bool"/>, <see cref="sbyte"/>, <see cref="byte"/>, <see cref="short"/>, <see cref="ushort"/>, <see cref="int"/>, <see cref="uint"/>,
    /// <see cref="long"/>, <see cref="ulong"/>, <see cref="Half"/>, <see cref="float"/> or <see cref="double"/>.
    /// </typeparam>
    /// <param name="values">The numbers, the last dimension varying fastest.</param>
    /// <param name="shape">The sizes along the dimensions, none below 0; their product is the number of numbers.</param>
    /// <exception cref="ArgumentException">The type has no counterpart in NumPy, a size is below 0, or their product is another one.</exception>
    public static NpyArray Of<T>(ImmutableArray<T> values, params ImmutableArray<int> shape)
        where T : unmanaged, IEquatable<T>
    {
        Given.NotDefault(values);
        Given.NotDefault(shape);
        if (NpyType.Of<T>() is null)
        {
            throw new ArgumentException($"There are no NumPy arrays of {typeof(T).Name}; expected one of {NpyType.Alternatives}.", nameof(values));
        }

        if (shape.Any(size => size < 0) || shape.Aggregate((Int128)1, (product, size) => Int128.Min(product * size, long.MaxValue)) != values.Length)
        {
            throw new ArgumentException($"There are {values.Length} numbers for the shape ({string.Join(", ", shape)}); its product must be their number.", nameof(shape));
        }

        return new("array", shape, new NpyElements<T>(values));
    }

    /// <summary>True where both have equal numbers of one type in one shape, wherever they came from.</summary>
    /// <param name="other">The array to compare with.</param>
    public bool Equals(NpyArray? other) => other is not null && Shape.SequenceEqual(other.Shape) && Elements.Equals(other.Elements);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Shape.Length, Elements);

    /// <summary>Source, type and shape: "images.npy: uint8 (60000, 784)".</summary>
    public override string ToString() => $"{Source}: {Elements.TypeName} {NpyHeader.Shown(Shape)}";
}
