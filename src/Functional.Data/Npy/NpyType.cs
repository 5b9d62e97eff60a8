namespace Functional.Data;

using System;
using System.Collections.Generic;
using System.Linq;

/// <summary>The types of numbers that are read and written: what a header says after the byte order.</summary>
/// <param name="Kind">b for true and false, i and u for integers with and without sign, f for floating-point numbers.</param>
/// <param name="Size">The bytes a number takes.</param>
/// <param name="Name">NumPy's name.</param>
/// <param name="Clr">The type here.</param>
internal sealed record NpyType(char Kind, int Size, string Name, Type Clr)
{
    public static readonly NpyType Booleans = new('b', 1, "bool", typeof(bool));
    public static readonly NpyType SignedBytes = new('i', 1, "int8", typeof(sbyte));
    public static readonly NpyType Shorts = new('i', 2, "int16", typeof(short));
    public static readonly NpyType Integers = new('i', 4, "int32", typeof(int));
    public static readonly NpyType Longs = new('i', 8, "int64", typeof(long));
    public static readonly NpyType Bytes = new('u', 1, "uint8", typeof(byte));
    public static readonly NpyType UnsignedShorts = new('u', 2, "uint16", typeof(ushort));
    public static readonly NpyType UnsignedIntegers = new('u', 4, "uint32", typeof(uint));
    public static readonly NpyType UnsignedLongs = new('u', 8, "uint64", typeof(ulong));
    public static readonly NpyType Halves = new('f', 2, "float16", typeof(Half));
    public static readonly NpyType Singles = new('f', 4, "float32", typeof(float));
    public static readonly NpyType Doubles = new('f', 8, "float64", typeof(double));

    public static IReadOnlyList<NpyType> All { get; } =
        [Booleans, SignedBytes, Shorts, Integers, Longs, Bytes, UnsignedShorts, UnsignedIntegers, UnsignedLongs, Halves, Singles, Doubles];

    /// <summary>All names in words.</summary>
    public static string Alternatives { get; } = string.Join(", ", All.Select(type => type.Name));

    /// <summary>As it stands in a header that this program writes.</summary>
    public string Descriptor => Size == 1 ? $"|{Kind}1" : $"<{Kind}{Size}";

    /// <summary>The type of a CLR type; null where there is none.</summary>
    public static NpyType? Of<T>() => All.FirstOrDefault(type => type.Clr == typeof(T));
}
