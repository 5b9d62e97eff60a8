namespace Functional.Data;

using System;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using LanguageExt;

/// <summary>Reads the stream of one NumPy array: start, header, numbers, end. What the operating system reports by exceptions passes through.</summary>
internal static class NpyReader
{
    /// <summary>The longest header that is read, 1 MiB; NumPy's own are below 64 KiB for all types that are read here.</summary>
    private const int MaximumHeader = 1 << 20;

    private const string ExpectedStart = "a NumPy array, which starts with the bytes 93 4E 55 4D 50 59 and a version";

    public static Either<DataFault, NpyArray> Read(Stream stream, string source, int maximumBytes, Supply supply) =>
        from version in VersionOf(BoundedReading.Taken(stream, NpyHeader.Start.Length + 2), source)
        from text in TextOf(stream, version, source, supply)
        from header in NpyHeader.Parse(text, source)
        from length in LengthOf(header, HeaderLength(version, text), source, maximumBytes, supply)
        from elements in ElementsOf(stream, header, (int)length, source, supply)
        from end in BoundedReading.Taken(stream, 1).Length == 0
            ? Prelude.Right<DataFault, Unit>(Unit.Default)
            : new DataFault(source, $"{Promise(header)}, but more bytes follow them", "nothing after them")
        select new NpyArray(source, header.Shape, elements);

    private static Either<DataFault, int> VersionOf(byte[] start, string source)
    {
        if (!start.AsSpan().StartsWith(NpyHeader.Start))
        {
            return start.Length == 0
                ? new DataFault(source, "the file is empty", ExpectedStart)
                : new DataFault(source, FileKind.Describe(start.AsSpan(0, Math.Min(4, start.Length))), ExpectedStart);
        }

        return start is [.., (>= 1 and <= 3) and var major, 0] && start.Length == NpyHeader.Start.Length + 2
            ? major
            : start.Length < NpyHeader.Start.Length + 2
            ? new DataFault(source, $"the file ends after {Words.Bytes(start.Length)}, inside the version", ExpectedStart)
            : new DataFault(source, $"the version is {start[^2]}.{start[^1]}", "1.0, 2.0 or 3.0");
    }

    private static Either<DataFault, byte[]> TextOf(Stream stream, int version, string source, Supply supply)
    {
        var size = version == 1 ? sizeof(ushort) : sizeof(uint);
        var bytes = BoundedReading.Taken(stream, size);
        if (bytes.Length < size)
        {
            return new DataFault(source, "the file ends inside the header's length", $"{size} bytes for it");
        }

        var length = version == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        if (length > MaximumHeader || length > supply.Exact)
        {
            return new DataFault(source, $"the header is said to have {Words.Bytes(length)}", $"at most {Words.Bytes(Math.Min(MaximumHeader, supply.Exact ?? MaximumHeader))}");
        }

        var text = BoundedReading.Taken(stream, (int)length);
        return text.Length < length
            ? new DataFault(source, $"the header is said to have {Words.Bytes(length)}, but {Words.Bytes(text.Length)} follow", "a whole file")
            : text;
    }

    private static long HeaderLength(int version, byte[] text) => NpyHeader.Start.Length + 2 + (version == 1 ? sizeof(ushort) : sizeof(uint)) + text.Length;

    private static Either<DataFault, long> LengthOf(NpyHeader header, long before, string source, int maximumBytes, Supply supply)
    {
        // A size of 0 anywhere makes all of it nothing, however large the others are.
        var length = header.Shape.Contains(0) ? 0 : header.Shape.Aggregate((Int128)header.Type.Size, (product, size) => Int128.Min(product * size, long.MaxValue));
        if (supply.Exact is { } exact && before + length != exact)
        {
            return new DataFault(source, $"{Promise(header)}, {Bounded(length)}, but {Words.Bytes(exact - before)} follow the header", $"a complete file of {Bounded(before + length)}");
        }

        return supply.Most is { } most && before + length > most
            ? new DataFault(source, $"{Promise(header)}, {Bounded(length)}, but there are at most {Words.Bytes(most)}", "a header that tells the truth, or the complete file")
            : length > maximumBytes
            ? new DataFault(source, $"{Promise(header)}, {Bounded(length)}", $"at most {Words.Bytes(maximumBytes)}, the limit that is left")
            : (long)length;
    }

    private static Either<DataFault, NpyElements> ElementsOf(Stream stream, NpyHeader header, int length, string source, Supply supply)
    {
        Either<DataFault, T[]> Filled<T>()
            where T : unmanaged
        {
            var values = BoundedReading.Filled<T>(stream, length / header.Type.Size, supply.First, out var arrived);
            if (arrived < length)
            {
                return new DataFault(source, $"{Promise(header)}, {Words.Bytes(length)}, but the file ends {Words.Bytes(arrived)} after the header", "a complete file");
            }

            if (header.BigEndian)
            {
                ByteOrder.FromBigEndian<T>(values);
            }
            else
            {
                ByteOrder.FromLittleEndian<T>(values);
            }

            return header.FortranOrder ? LastFastest(values, header.Shape) : values;
        }

        Either<DataFault, NpyElements> Of<T>()
            where T : unmanaged, IEquatable<T> =>
            Filled<T>().Map<NpyElements>(values => new NpyElements<T>(ImmutableCollectionsMarshal.AsImmutableArray(values)));

        return header.Type switch
        {
            _ when header.Type == NpyType.Booleans => Filled<byte>().Bind(values => Truths(values, source)),
            _ when header.Type == NpyType.SignedBytes => Of<sbyte>(),
            _ when header.Type == NpyType.Shorts => Of<short>(),
            _ when header.Type == NpyType.Integers => Of<int>(),
            _ when header.Type == NpyType.Longs => Of<long>(),
            _ when header.Type == NpyType.Bytes => Of<byte>(),
            _ when header.Type == NpyType.UnsignedShorts => Of<ushort>(),
            _ when header.Type == NpyType.UnsignedIntegers => Of<uint>(),
            _ when header.Type == NpyType.UnsignedLongs => Of<ulong>(),
            _ when header.Type == NpyType.Halves => Of<Half>(),
            _ when header.Type == NpyType.Singles => Of<float>(),
            _ => Of<double>(),
        };
    }

    private static Either<DataFault, NpyElements> Truths(byte[] bytes, string source)
    {
        if (bytes.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)1) is >= 0 and var odd)
        {
            return new DataFault(source, $"number {odd} is the byte {bytes[odd]}, of type bool", "0 or 1");
        }

        return new NpyElements<bool>([.. bytes.Select(value => value == 1)]);
    }

    /// <summary>The numbers of an array whose first dimension varies fastest, in the order in which the last one does.</summary>
    private static T[] LastFastest<T>(T[] values, ImmutableArray<int> whole)
    {
        // Without sizes of 1, which change no order, there are at most 31 dimensions, whatever a header says.
        var shape = whole.RemoveAll(size => size == 1);
        if (shape.Length < 2 || values.Length == 0)
        {
            return values;
        }

        // How far apart neighbours along each dimension lie in the file.
        var steps = new int[shape.Length];
        steps[0] = 1;
        for (var i = 1; i < steps.Length; i++)
        {
            steps[i] = steps[i - 1] * shape[i - 1];
        }

        var ordered = GC.AllocateUninitializedArray<T>(values.Length);
        var index = new int[shape.Length];
        var from = 0;
        for (var to = 0; to < ordered.Length; to++)
        {
            ordered[to] = values[from];
            for (var dimension = shape.Length - 1; dimension >= 0; dimension--)
            {
                from += steps[dimension];
                if (++index[dimension] < shape[dimension])
                {
                    break;
                }

                from -= steps[dimension] * shape[dimension];
                index[dimension] = 0;
            }
        }

        return ordered;
    }

    private static string Promise(NpyHeader header) => $"the header promises {header.Type.Name} {NpyHeader.Shown(header.Shape)}";

    private static string Bounded(Int128 length) => length >= long.MaxValue ? "more bytes than can be counted" : Words.Bytes((long)length);
}
