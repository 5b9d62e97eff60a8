namespace Functional.Data;

using System;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

/// <summary>The numbers of a NumPy array.</summary>
/// <typeparam name="T">The type of a number, as <see cref="NpyArray.Of{T}"/> lists them.</typeparam>
public sealed record NpyElements<T> : NpyElements
    where T : unmanaged, IEquatable<T>
{
    private const int ChunkLength = 1 << 14;

    internal NpyElements(ImmutableArray<T> values) => Values = values;

    /// <summary>The numbers, the last dimension varying fastest.</summary>
    public ImmutableArray<T> Values { get; }

    /// <inheritdoc/>
    public override int Count => Values.Length;

    /// <inheritdoc/>
    public override string TypeName => Type.Name;

    /// <inheritdoc/>
    public override bool AreIntegers => Type.Kind != 'f';

    internal override NpyType Type => NpyType.Of<T>()!;

    /// <inheritdoc/>
    public override double ValueAt(int index) => (uint)index < (uint)Values.Length ? AsDouble(Values[index]) : throw Missing(index);

    /// <inheritdoc/>
    public override ImmutableArray<double> ToDoubles()
    {
        var values = new double[Values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = AsDouble(Values[i]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    /// <summary>True where both hold equal numbers in the same order; NaN equals NaN here.</summary>
    /// <param name="other">The numbers to compare with.</param>
    public bool Equals(NpyElements<T>? other) => other is not null && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Values.Length, Values.IsEmpty ? default : Values[0], Values.IsEmpty ? default : Values[^1]);

    internal override void CopyTo(Action<ReadOnlySpan<byte>> write)
    {
        var chunk = new T[Math.Min(ChunkLength, Values.Length)];
        for (var from = 0; from < Values.Length; from += ChunkLength)
        {
            var part = chunk.AsSpan(0, Math.Min(ChunkLength, Values.Length - from));
            Values.AsSpan().Slice(from, part.Length).CopyTo(part);
            ByteOrder.FromLittleEndian(part);
            write(MemoryMarshal.AsBytes(part));
        }
    }

    private static double AsDouble(T value) =>
        typeof(T) == typeof(bool) ? Unsafe.BitCast<T, bool>(value) ? 1 : 0
        : typeof(T) == typeof(sbyte) ? Unsafe.BitCast<T, sbyte>(value)
        : typeof(T) == typeof(byte) ? Unsafe.BitCast<T, byte>(value)
        : typeof(T) == typeof(short) ? Unsafe.BitCast<T, short>(value)
        : typeof(T) == typeof(ushort) ? Unsafe.BitCast<T, ushort>(value)
        : typeof(T) == typeof(int) ? Unsafe.BitCast<T, int>(value)
        : typeof(T) == typeof(uint) ? Unsafe.BitCast<T, uint>(value)
        : typeof(T) == typeof(long) ? Unsafe.BitCast<T, long>(value)
        : typeof(T) == typeof(ulong) ? Unsafe.BitCast<T, ulong>(value)
        : typeof(T) == typeof(Half) ? (double)Unsafe.BitCast<T, Half>(value)
        : typeof(T) == typeof(float) ? Unsafe.BitCast<T, float>(value)
        : Unsafe.BitCast<T, double>(value);
}
