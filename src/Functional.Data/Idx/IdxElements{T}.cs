namespace Functional.Data;

using System;
using System.Collections.Immutable;

/// <summary>The numbers of an IDX file in one of the types the format has.</summary>
/// <typeparam name="T">The type of a number: <see cref="byte"/>, <see cref="sbyte"/>, <see cref="short"/>, <see cref="int"/>, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed record IdxElements<T> : IdxElements
    where T : unmanaged, INumber<T>
{
    internal IdxElements(ImmutableArray<T> values) => Values = values;

    /// <summary>The numbers, the last dimension varying fastest.</summary>
    public ImmutableArray<T> Values { get; }

    /// <inheritdoc/>
    public override int Count => Values.Length;

    /// <inheritdoc/>
    public override string TypeName => IdxType.NameOf<T>();

    /// <inheritdoc/>
    public override double ValueAt(int index) => (uint)index < (uint)Values.Length ? double.CreateTruncating(Values[index]) : throw Missing(index);

    /// <summary>True where both hold equal numbers in the same order; NaN is not equal to itself here.</summary>
    /// <param name="other">The numbers to compare with.</param>
    public bool Equals(IdxElements<T>? other) => other is not null && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Values.Length, Values.IsEmpty ? default : Values[0], Values.IsEmpty ? default : Values[^1]);
}
