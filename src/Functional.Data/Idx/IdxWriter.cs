namespace Functional.Data;

using System;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Runtime.InteropServices;

/// <summary>Writes an IDX stream: start, sizes, numbers.</summary>
internal static class IdxWriter
{
    private const int StartLength = 4;
    private const int ChunkLength = 1 << 14;

    /// <summary>Refuses what the format cannot hold.</summary>
    public static void Check<T>(ImmutableArray<T> values, ImmutableArray<int> dimensions)
        where T : unmanaged
    {
        if (IdxType.Of<T>() is null)
        {
            throw new ArgumentException($"IDX files have no numbers of type {typeof(T).Name}; expected {string.Join(", ", IdxType.All.Select(type => type.Name))}.", nameof(values));
        }

        if (dimensions.Length is 0 or > byte.MaxValue || dimensions.Any(size => size < 1)
            || dimensions.Aggregate((Int128)1, (product, size) => Int128.Min(product * size, long.MaxValue)) != values.Length)
        {
            throw new ArgumentException(
                $"There are {values.Length} numbers for {dimensions.Length} dimensions, {Words.Product(dimensions)}; there must be 1 to 255 sizes, each at least 1, and their product must be the number of numbers.",
                nameof(dimensions));
        }
    }

    /// <summary>Writes what has been checked.</summary>
    public static void Write<T>(Stream stream, ImmutableArray<T> values, ImmutableArray<int> dimensions, bool packed)
        where T : unmanaged
    {
        if (!packed)
        {
            Write(stream, values, dimensions);
            return;
        }

        using var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
        Write(gzip, values, dimensions);
    }

    private static void Write<T>(Stream stream, ImmutableArray<T> values, ImmutableArray<int> dimensions)
        where T : unmanaged
    {
        var header = new byte[StartLength + (dimensions.Length * sizeof(uint))];
        header[2] = IdxType.Of<T>()!.Code;
        header[3] = (byte)dimensions.Length;
        for (var i = 0; i < dimensions.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(StartLength + (i * sizeof(uint))), dimensions[i]);
        }

        stream.Write(header);
        var chunk = new T[Math.Min(ChunkLength, values.Length)];
        for (var from = 0; from < values.Length; from += ChunkLength)
        {
            var part = chunk.AsSpan(0, Math.Min(ChunkLength, values.Length - from));
            values.AsSpan().Slice(from, part.Length).CopyTo(part);
            ByteOrder.FromBigEndian(part);
            stream.Write(MemoryMarshal.AsBytes(part));
        }
    }
}
