namespace Functional.Experiments.Tests.Mutation;

using System;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using Functional.Data;
using LanguageExt;
using static Functional.Networks.Build;

/// <summary>A reader with good files for it, and a way to damage what is within their wrapping.</summary>
/// <param name="Name">What is read.</param>
/// <param name="Files">Good files.</param>
/// <param name="Read">Reads bytes: the faults, none where they are good.</param>
/// <param name="Unwrapped">What is within a wrapping: of gzip or ZIP data the contents, of a file with a header that header; null where there is none.</param>
/// <param name="Wrapped">The file of damaged contents, its lengths and checksums right again.</param>
internal sealed record MutatedReader(string Name, byte[][] Files, Func<byte[], Seq<DataFault>> Read, Func<byte[], byte[]>? Unwrapped = null, Func<byte[], byte[], byte[]>? Wrapped = null)
{
    public static MutatedReader[] All { get; } =
    [
        new("IDX", Idx(false), bytes => Faults(IdxFile.Read(new MemoryStream(bytes), "file"))),
        new("IDX in gzip", Idx(true), bytes => Faults(IdxFile.Read(new MemoryStream(bytes), "file")), Unpacked, (_, inner) => Packed(inner)),
        new("NPY", Npy(), bytes => Faults(NpyFile.Read(new MemoryStream(bytes), "file")), bytes => bytes[10..(10 + BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8)))], (bytes, header) =>
        {
            var length = new byte[2];
            BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)header.Length);
            return [.. bytes[..8], .. length, .. header, .. bytes[(10 + BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8)))..]];
        }),
        new("NPZ", [Npz(false), Npz(true)], bytes => Faults(NpzFile.Read(new MemoryStream(bytes), "file")), _ => Npy()[0], (_, inner) => Zip(inner)),
        .. Formats().Select((format, number) => new MutatedReader($"CSV, format {number}", Csv(), bytes => CsvFile.Read(new MemoryStream(bytes), "file", format).Match(Succ: _ => Seq<DataFault>.Empty, Fail: faults => faults))),
        new("model", [Models(ModelFile.Write)], bytes => Faults(ModelFile.Read(new MemoryStream(bytes), "file")), HeaderOf, WithHeader),
        new("PyTorch's convention", [Models(TorchFile.Write)], bytes => Faults(TorchFile.Read(new MemoryStream(bytes), "file", Model.Description)), HeaderOf, WithHeader),
    ];

    private static Model<float> Model => Small.Model<float>(Chain(Affine(3), BatchNormalisation(), LeakyRelu(0.2), Residual(Chain(Affine(3), LayerNormalisation(), ParametricRelu())), Affine(2)), 4, 2, new Scaling.Standardised([1, 2, 3, 4], [1, 1, 1, 2]));

    private static Seq<DataFault> Faults<T>(Either<DataFault, T> read) => read.Match(Right: _ => Seq<DataFault>.Empty, Left: Prelude.Seq1);

    private static byte[][] Idx(bool packed)
    {
        using var bytes = new MemoryStream();
        using var numbers = new MemoryStream();
        IdxFile.Write(bytes, [.. Enumerable.Range(0, 60).Select(i => (byte)i)], [5, 4, 3], packed);
        IdxFile.Write(numbers, [.. Enumerable.Range(0, 12).Select(i => i / 3.0)], [12], packed);
        return [bytes.ToArray(), numbers.ToArray()];
    }

    private static byte[][] Npy() =>
    [
        .. new[]
        {
            NpyArray.Of([.. Enumerable.Range(0, 24).Select(i => (float)i)], 2, 3, 4), NpyArray.Of([true, false, true], 3), NpyArray.Of([1d], []), NpyArray.Of([1, 2L, 3], 3, 1), NpyArray.Of([(Half)1, (Half)2], 2),
        }.Select(array =>
        {
            using var stream = new MemoryStream();
            NpyFile.Write(stream, array);
            return stream.ToArray();
        }),
    ];

    private static byte[] Npz(bool deflated)
    {
        using var stream = new MemoryStream();
        NpzFile.Write(stream, Prelude.Seq(("x_train", NpyArray.Of([.. Enumerable.Range(0, 24).Select(i => (float)i)], 6, 4)), ("y_train", NpyArray.Of(new byte[6].ToImmutableArray(), 6))), deflated);
        return stream.ToArray();
    }

    private static byte[] Zip(byte[] inner)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("x.npy").Open();
            entry.Write(inner);
        }

        return stream.ToArray();
    }

    private static byte[][] Csv() =>
    [
        .. new[]
        {
            "size,colour,weight,label\n3,red,0.5,1\n4,blue,1e3,0\n5,\"re\"\"d\",-2,1\n", "a;b;c\r\n1;2;3\r\n4;NA;7\r\n", "1,2,3\n4,5,6\n7,8,255\n", "\uFEFFx,y\n\"1\n\",2\n",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private static CsvFormat[] Formats() =>
    [
        new(hasHeader: false),
        new(label: new CsvLabel.Classes(CsvColumn.Last), categories: Prelude.Seq1(new CsvCategories(new CsvColumn.At(2))), missing: new CsvMissing.RowDropped()),
        new(';', label: new CsvLabel.Values(new CsvColumn.At(1)), missing: new CsvMissing.Mean(), missingWords: Prelude.Seq1("NA")),
    ];

    private static byte[] Models(Action<Stream, Model> write)
    {
        using var stream = new MemoryStream();
        write(stream, Model);
        return stream.ToArray();
    }

    private static byte[] Unpacked(byte[] bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var inner = new MemoryStream();
        gzip.CopyTo(inner);
        return inner.ToArray();
    }

    private static byte[] Packed(byte[] inner)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(inner);
        }

        return packed.ToArray();
    }

    private static byte[] HeaderOf(byte[] bytes) => bytes[8..(8 + (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes))];

    private static byte[] WithHeader(byte[] bytes, byte[] header)
    {
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        return [.. length, .. header, .. bytes[(8 + (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes))..]];
    }
}
