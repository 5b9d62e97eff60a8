namespace Functional.Data.Tests.Idx;

using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.Linq;
using LanguageExt;

/// <summary>IDX data made by hand.</summary>
internal static class IdxBytes
{
    public const byte UnsignedByte = 0x08;
    public const byte SignedByte = 0x09;
    public const byte Int16 = 0x0B;
    public const byte Int32 = 0x0C;
    public const byte Float32 = 0x0D;
    public const byte Float64 = 0x0E;

    public static byte[] Header(byte type, params uint[] dimensions)
    {
        var header = new byte[4 + (4 * dimensions.Length)];
        header[2] = type;
        header[3] = (byte)dimensions.Length;
        for (var i = 0; i < dimensions.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4 + (4 * i)), dimensions[i]);
        }

        return header;
    }

    public static byte[] Of(byte type, uint[] dimensions, params byte[] numbers) => [.. Header(type, dimensions), .. numbers];

    public static byte[] Labels(params byte[] labels) => Of(UnsignedByte, [(uint)labels.Length], labels);

    public static byte[] Images(int count, int rows, int columns) =>
        Of(UnsignedByte, [(uint)count, (uint)rows, (uint)columns], [.. Enumerable.Range(0, count * rows * columns).Select(i => (byte)(i * 7))]);

    /// <summary>An empty gzip member, which the platform would write as nothing at all.</summary>
    public static byte[] PackedNothing => [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    public static byte[] Packed(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return PackedNothing;
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    public static Either<DataFault, IdxTensor> Read(byte[] bytes, int maximumBytes = IdxFile.DefaultMaximumBytes)
    {
        using var stream = new MemoryStream(bytes);
        return IdxFile.Read(stream, "numbers", maximumBytes);
    }

    public static IdxTensor Tensor(byte[] bytes) => Read(bytes).Match(Left: fault => throw new InvalidDataException(fault.Message), Right: tensor => tensor);

    public static string Message(Either<DataFault, IdxTensor> result) =>
        result.Match(Left: fault => fault.Message, Right: tensor => throw new InvalidDataException($"No fault, but {tensor}"));
}
