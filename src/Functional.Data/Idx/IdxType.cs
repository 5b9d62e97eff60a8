namespace Functional.Data;

using System.Collections.Generic;

/// <summary>The format's types of numbers: the third byte of a file says which one it holds.</summary>
/// <param name="Code">The byte that stands for it.</param>
/// <param name="Name">Its name in messages, a plural.</param>
/// <param name="Size">The bytes a number takes.</param>
internal sealed record IdxType(byte Code, string Name, int Size)
{
    public static readonly IdxType UnsignedBytes = new(0x08, "unsigned bytes", 1);
    public static readonly IdxType SignedBytes = new(0x09, "signed bytes", 1);
    public static readonly IdxType Shorts = new(0x0B, "16-bit integers", 2);
    public static readonly IdxType Integers = new(0x0C, "32-bit integers", 4);
    public static readonly IdxType Singles = new(0x0D, "32-bit floating-point numbers", 4);
    public static readonly IdxType Doubles = new(0x0E, "64-bit floating-point numbers", 8);

    public static IReadOnlyList<IdxType> All { get; } = [UnsignedBytes, SignedBytes, Shorts, Integers, Singles, Doubles];

    /// <summary>The type of a CLR type; null where the format has none.</summary>
    public static IdxType? Of<T>() => default(T) switch
    {
        byte => UnsignedBytes,
        sbyte => SignedBytes,
        short => Shorts,
        int => Integers,
        float => Singles,
        double => Doubles,
        _ => null,
    };

    public static string NameOf<T>() => Of<T>()?.Name ?? typeof(T).Name;
}
