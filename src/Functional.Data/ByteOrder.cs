namespace Functional.Data;

using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

/// <summary>Numbers as this machine has them, from numbers as a file has them, and back: the way there is the way back.</summary>
internal static class ByteOrder
{
    /// <summary>Reorders numbers whose most significant byte comes first in the file.</summary>
    public static void FromBigEndian<T>(Span<T> values)
        where T : unmanaged
    {
        if (BitConverter.IsLittleEndian)
        {
            Reverse(values);
        }
    }

    /// <summary>Reorders numbers whose least significant byte comes first in the file.</summary>
    public static void FromLittleEndian<T>(Span<T> values)
        where T : unmanaged
    {
        if (!BitConverter.IsLittleEndian)
        {
            Reverse(values);
        }
    }

    private static void Reverse<T>(Span<T> values)
        where T : unmanaged
    {
        switch (Unsafe.SizeOf<T>())
        {
            case sizeof(short):
                var shorts = MemoryMarshal.Cast<T, short>(values);
                BinaryPrimitives.ReverseEndianness(shorts, shorts);
                break;
            case sizeof(int):
                var integers = MemoryMarshal.Cast<T, int>(values);
                BinaryPrimitives.ReverseEndianness(integers, integers);
                break;
            case sizeof(long):
                var longs = MemoryMarshal.Cast<T, long>(values);
                BinaryPrimitives.ReverseEndianness(longs, longs);
                break;
            default:
                break;
        }
    }
}
