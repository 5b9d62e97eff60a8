namespace Functional.Data.Tests.Npy;

using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;
using System.Text;
using LanguageExt;

/// <summary>NumPy data made by hand.</summary>
internal static class NpyBytes
{
    public static byte[] Of(string header, params byte[] numbers) => Versioned(1, header, numbers);

    public static byte[] Versioned(byte version, string header, params byte[] numbers)
    {
        var length = new byte[version == 1 ? 2 : 4];
        if (version == 1)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)header.Length);
        }
        else
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, header.Length);
        }

        return [0x93, .. "NUMPY"u8, version, 0, .. length, .. Encoding.Latin1.GetBytes(header), .. numbers];
    }

    public static string Header(string descriptor, string shape, string fortran = "False") => $"{{'descr': '{descriptor}', 'fortran_order': {fortran}, 'shape': {shape}, }}\n";

    public static Either<DataFault, NpyArray> Read(byte[] bytes, int maximumBytes = NpyFile.DefaultMaximumBytes)
    {
        using var stream = new MemoryStream(bytes);
        return NpyFile.Read(stream, "array", maximumBytes);
    }

    public static byte[] Written(NpyArray array)
    {
        using var stream = new MemoryStream();
        NpyFile.Write(stream, array);
        return stream.ToArray();
    }

    public static NpyArray Good(Either<DataFault, NpyArray> read) => read.Match(Right: array => array, Left: fault => throw new InvalidDataException(fault.Message));

    public static string Message<T>(Either<DataFault, T> read) => read.Match(Right: value => throw new InvalidDataException($"No fault, but {value}"), Left: fault => fault.Message);

    /// <summary>The numbers 0, 1, 2, … modulo 100 in every type and several shapes, truth for every third, with a name for each.</summary>
    public static Seq<(string Name, NpyArray Array)> Everything()
    {
        int[][] shapes = [[], [1], [7], [2, 3], [0, 4], [3, 1, 5], [2, 3, 2, 2]];
        return shapes.SelectMany(shape => new[]
        {
            Named("bool", shape, i => i % 3 == 0),
            Named("int8", shape, i => (sbyte)i),
            Named("int16", shape, i => (short)i),
            Named("int32", shape, i => i),
            Named("int64", shape, i => (long)i),
            Named("uint8", shape, i => (byte)i),
            Named("uint16", shape, i => (ushort)i),
            Named("uint32", shape, i => (uint)i),
            Named("uint64", shape, i => (ulong)i),
            Named("float16", shape, i => (Half)i),
            Named("float32", shape, i => (float)i),
            Named("float64", shape, i => (double)i),
        }).ToArray().ToSeq().Strict();
    }

    private static (string, NpyArray) Named<T>(string type, int[] shape, Func<int, T> number)
        where T : unmanaged, IEquatable<T> => (
            $"{type}_{(shape.Length == 0 ? "scalar" : string.Join('x', shape))}",
            NpyArray.Of([.. Enumerable.Range(0, shape.Aggregate(1, (product, size) => product * size)).Select(i => number(i % 100))], [.. shape]));
}
