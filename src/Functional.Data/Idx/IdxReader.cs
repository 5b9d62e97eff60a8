namespace Functional.Data;

using System;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using LanguageExt;

/// <summary>Reads an IDX stream: start, sizes, numbers, end. What the operating system reports by exceptions passes through.</summary>
internal static class IdxReader
{
    private const int StartLength = 4;

    private const string ExpectedStart = "an IDX file, which starts with two zero bytes, a type code and the number of dimensions (00 00 08 03 for images)";

    public static Either<DataFault, IdxTensor> Read(Stream stream, string source, int maximumBytes)
    {
        long? available = stream.CanSeek ? stream.Length - stream.Position : null;
        var start = BoundedReading.Taken(stream, StartLength);
        if (start is not [0x1F, 0x8B, ..])
        {
            return ReadUnpacked(stream, start, source, maximumBytes, new Supply(available, available, available ?? Supply.Unknown.First));
        }

        using var unpacked = new CheckedGzipStream(stream, start);
        var supply = available is { } packed ? new Supply(null, packed * Supply.DeflateRatio, Math.Max(packed * 16, Supply.Unknown.First)) : Supply.Unknown;
        return ReadUnpacked(unpacked, BoundedReading.Taken(unpacked, StartLength), source, maximumBytes, supply);
    }

    private static Either<DataFault, IdxTensor> ReadUnpacked(Stream stream, byte[] start, string source, int maximumBytes, Supply supply) =>
        from type in TypeOf(start, source)
        from dimensions in DimensionsOf(stream, start[3], source)
        from length in LengthOf(dimensions, type, source, maximumBytes, supply)
        from elements in ElementsOf(stream, type, dimensions, (int)length, source, supply)
        from end in EndOf(stream, type, dimensions, source)
        select new IdxTensor(source, dimensions, elements);

    private static Either<DataFault, IdxType> TypeOf(byte[] start, string source)
    {
        if (start.Length == 0)
        {
            return new DataFault(source, "the file is empty", ExpectedStart);
        }

        if (start is not [0, 0, ..] && start is not [0])
        {
            return new DataFault(source, FileKind.Describe(start), ExpectedStart);
        }

        if (start.Length < StartLength)
        {
            return new DataFault(source, $"the file ends after {Words.Bytes(start.Length)}, inside the header", ExpectedStart);
        }

        if (IdxType.All.FirstOrDefault(type => type.Code == start[2]) is not { } known)
        {
            return new DataFault(source, $"the type code is 0x{start[2]:X2}", string.Join(", ", IdxType.All.Select(type => $"0x{type.Code:X2} ({type.Name})")));
        }

        return start[3] == 0 ? new DataFault(source, "the header promises 0 dimensions", "at least 1") : known;
    }

    private static Either<DataFault, ImmutableArray<int>> DimensionsOf(Stream stream, int count, string source)
    {
        var bytes = BoundedReading.Taken(stream, count * sizeof(uint));
        if (bytes.Length < count * sizeof(uint))
        {
            return new DataFault(
                source,
                $"the file ends after {Words.Bytes(StartLength + bytes.Length)}, inside the header",
                $"a header of {Words.Bytes(StartLength + (count * sizeof(uint)))} for {Words.Counted(count, "dimension")}");
        }

        var sizes = Enumerable.Range(0, count).Select(i => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(i * sizeof(uint)))).ToArray();
        if (Array.IndexOf(sizes, 0u) is >= 0 and var empty)
        {
            return new DataFault(source, $"dimension {empty + 1} of {string.Join(" × ", sizes)} has size 0", "sizes of at least 1");
        }

        return Array.Exists(sizes, size => size > int.MaxValue)
            ? new DataFault(source, $"the header promises {string.Join(" × ", sizes)} numbers", $"sizes of at most {Words.Number(int.MaxValue)}")
            : sizes.Select(size => (int)size).ToImmutableArray();
    }

    private static Either<DataFault, long> LengthOf(ImmutableArray<int> dimensions, IdxType type, string source, int maximumBytes, Supply supply)
    {
        var length = (Int128)type.Size;
        foreach (var size in dimensions)
        {
            // Without the bound, 255 dimensions could exceed any integer.
            length = Int128.Min(length * size, long.MaxValue);
        }

        var promise = Promise(dimensions, type);
        var header = HeaderLength(dimensions);
        if (supply.Exact is { } exact && header + length != exact)
        {
            var held = exact - header;
            return length < held
                ? new DataFault(source, $"{promise}, {Words.Bytes((long)length)}, but {Words.Bytes(held)} follow the header", $"a file of {Words.Bytes(header + (long)length)}, which is {Words.Bytes(held - (long)length)} shorter")
                : new DataFault(source, $"{promise}, {Bounded(length)}, but {Words.Bytes(held)} follow the header", $"a complete file of {Bounded(header + length)}");
        }

        if (supply.Most is { } most && header + length > most)
        {
            return new DataFault(source, $"{promise}, {Bounded(length)}, but {Words.Bytes(most / Supply.DeflateRatio)} of gzip data unpack to at most {Words.Bytes(most)}", "a header that tells the truth, or the complete file");
        }

        return length > maximumBytes
            ? new DataFault(source, $"{promise}, {Bounded(length)}", $"at most {Words.Bytes(maximumBytes)}, the limit for one file")
            : (long)length;
    }

    private static Either<DataFault, IdxElements> ElementsOf(Stream stream, IdxType type, ImmutableArray<int> dimensions, int length, string source, Supply supply)
    {
        Either<DataFault, IdxElements> Of<T>()
            where T : unmanaged, INumber<T>
        {
            var values = BoundedReading.Filled<T>(stream, length / type.Size, supply.First, out var arrived);
            if (arrived < length)
            {
                return new DataFault(source, $"{Promise(dimensions, type)}, {Words.Bytes(length)}, but the file ends {Words.Bytes(arrived)} after the header", $"a complete file of {Words.Bytes(HeaderLength(dimensions) + length)}");
            }

            ByteOrder.FromBigEndian<T>(values);
            return new IdxElements<T>(ImmutableCollectionsMarshal.AsImmutableArray(values));
        }

        return type switch
        {
            _ when type == IdxType.UnsignedBytes => Of<byte>(),
            _ when type == IdxType.SignedBytes => Of<sbyte>(),
            _ when type == IdxType.Shorts => Of<short>(),
            _ when type == IdxType.Integers => Of<int>(),
            _ when type == IdxType.Singles => Of<float>(),
            _ => Of<double>(),
        };
    }

    private static Either<DataFault, Unit> EndOf(Stream stream, IdxType type, ImmutableArray<int> dimensions, string source) =>
        BoundedReading.Taken(stream, 1).Length == 0
            ? Unit.Default
            : new DataFault(source, $"{Promise(dimensions, type)}, but more bytes follow them", "nothing after them");

    private static int HeaderLength(ImmutableArray<int> dimensions) => StartLength + (dimensions.Length * sizeof(uint));

    private static string Promise(ImmutableArray<int> dimensions, IdxType type) => $"the header promises {Words.Product(dimensions)} {type.Name}";

    private static string Bounded(Int128 length) => length >= long.MaxValue ? "more bytes than can be counted" : Words.Bytes((long)length);
}
