namespace Functional.Experiments.Tests.Mutation;

using System;
using System.Linq;
using System.Text;
using Functional.Numerics.Randomness;

/// <summary>Damages bytes in the ways that files are damaged and attacked; a function of the key.</summary>
internal sealed class Mutator(RandomKey key)
{
    private const int MostMutations = 4;

    private static readonly ulong[] Extremes =
        [0, 1, 2, 7, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0x100000000, 0x7FFFFFFFFFFFFFFF, 0x8000000000000000, ulong.MaxValue, 1 << 26];

    private static readonly byte[][] Words =
    [
        .. new[]
        {
            "0", "-1", "1", "255", "256", "65536", "2147483647", "2147483648", "4294967296", "9223372036854775807", "18446744073709551616", "99999999999999999999999", "1e999", "-0", "NaN", "Infinity", "1.5", "0x7f",
            "\"", "\"\"", "'", "{", "}", "[", "]", "(", ")", ",", ":", ";", "\n", "\r\n", "\r", "\t", " ", "\0", "null", "true", "False", "True", "..", "/", "\\", "\\u0000", "\\ud800", "é", "\uFEFF",
            "F64", "F32", "BF16", "I64", "<f8", ">f4", "|u1", "|O", "<U9", "PK\x3\x4", "PK\x1\x2", "PK\x5\x6", ".npy", "../", "{\"type\":\"chain\",\"parts\":[", "relu", "affine", "__metadata__", "shape", "descr",
        }.Select(Encoding.UTF8.GetBytes),
        [0x93, .. "NUMPY"u8, 1, 0], [0x1F, 0x8B, 8, 0], [0xFF, 0xFE], [0xC3], [0xF0, 0x28, 0x8C, 0x28],
    ];

    private long place;

    /// <summary>A number from 0 up to but without a limit.</summary>
    public int Below(int limit) => (int)(key.Bits32(place++) % (uint)Math.Max(1, limit));

    /// <summary>The bytes with one to four mutations.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="other">Where foreign parts come from.</param>
    public byte[] Mutated(byte[] bytes, byte[] other)
    {
        for (var count = 1 + Below(MostMutations); count > 0; count--)
        {
            bytes = Once(bytes, other);
        }

        return bytes;
    }

    private byte[] Once(byte[] bytes, byte[] other)
    {
        var at = Below(bytes.Length + 1);
        var length = Below(Math.Min(bytes.Length - at, 1 << Below(9)) + 1);
        switch (Below(11))
        {
            case 0:
                return bytes[..at];
            case 1:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 2:
                return [.. bytes[..at], .. bytes.AsSpan(at, length), .. bytes[at..]];
            case 3:
                var from = Below(other.Length + 1);
                return [.. bytes[..at], .. other[from..Math.Min(other.Length, from + length)], .. bytes[(Below(2) == 0 ? at : at + length)..]];
            case 4:
                return Overwritten(bytes, at, Words[Below(Words.Length)]);
            case 5:
                return [.. bytes[..at], .. Words[Below(Words.Length)], .. bytes[at..]];
            case 6:
                var number = BitConverter.GetBytes(Extremes[Below(Extremes.Length)])[..(1 << Below(4))];
                return Overwritten(bytes, at, Below(2) == 0 ? number : [.. number.Reverse()]);
            case 7:
                return InPlaceOfDigits(bytes, at);
            case 8:
                return Overwritten(bytes, at, [(byte)Below(256)]);
            default:
                var flipped = (byte[])bytes.Clone();
                if (at < flipped.Length)
                {
                    flipped[at] ^= (byte)(1 << Below(8));
                }

                return flipped;
        }
    }

    /// <summary>Another number in place of the first one behind a place.</summary>
    private byte[] InPlaceOfDigits(byte[] bytes, int at)
    {
        var start = bytes.AsSpan(at).IndexOfAnyInRange((byte)'0', (byte)'9');
        if (start < 0)
        {
            return bytes;
        }

        start += at;
        var end = start;
        while (end < bytes.Length && bytes[end] is >= (byte)'0' and <= (byte)'9')
        {
            end++;
        }

        return [.. bytes[..start], .. Words[Below(17)], .. bytes[end..]];
    }

    private static byte[] Overwritten(byte[] bytes, int at, byte[] with)
    {
        var changed = (byte[])bytes.Clone();
        with.AsSpan(0, Math.Min(with.Length, changed.Length - at)).CopyTo(changed.AsSpan(at));
        return changed;
    }
}
