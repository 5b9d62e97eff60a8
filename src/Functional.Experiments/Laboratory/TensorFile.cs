namespace Functional.Experiments;

using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Functional.Data;
using LanguageExt;

/// <summary>What a safetensors file holds, to be compared with another one: a model, a checkpoint, or tensors of another program.</summary>
internal sealed class TensorFile
{
    private const string Expected = "a model or a checkpoint that functional has written, or another safetensors file of numbers in single or double precision";
    private const string FormatName = "format";
    private const int BufferNumbers = 1 << 13;
    private const long MaximumOctets = 1L << 30;
    private const string DigestName = "sha256";

    private TensorFile(IReadOnlyList<TensorBits> tensors, IReadOnlyList<(string Name, string Value)> values, Func<string, string?> titles)
    {
        Tensors = tensors;
        Values = values;
        Titles = titles;
    }

    /// <summary>The tensors in the order in which they stand there.</summary>
    public IReadOnlyList<TensorBits> Tensors { get; }

    /// <summary>The metadata.</summary>
    public IReadOnlyList<(string Name, string Value)> Values { get; }

    /// <summary>The titles of the network's layers, where they are known.</summary>
    public Func<string, string?> Titles { get; }

    /// <summary>Reads a file. A checkpoint's and a model's own digests are verified.</summary>
    public static Either<DataFault, TensorFile> Load(string path) => InputFile.Read(path, Expected, stream => Read(stream, path));

    private static Either<DataFault, TensorFile> Read(Stream stream, string path) =>
        (from header in SafetensorsHeader.Read(stream)
         from sound in IsCheckpoint(header) ? CheckpointFile.Whole(stream) : Unit.Default
         from tensors in All(stream, header)
         select (header, tensors)).MapLeft(mismatch => mismatch.In(path))
        .Bind(read => Titled(path, read.header).Map(titles => new TensorFile(
            read.tensors, [.. read.header.Metadata.Where(own => !string.Equals(own.Key, DigestName, StringComparison.Ordinal)).Select(own => (own.Key, own.Value))], titles)));

    private static bool IsCheckpoint(SafetensorsHeader header) => header.Metadata.TryGetValue(FormatName, out var format) && string.Equals(format, CheckpointFile.Format, StringComparison.Ordinal);

    /// <summary>The layers' titles of a model, which is found to be intact.</summary>
    private static Either<DataFault, Func<string, string?>> Titled(string path, SafetensorsHeader header) =>
        ModelMetadata.IsOwn(header.Metadata)
            ? ModelFile.Load(path).Map(model => model switch
            {
                Model<float> single => TensorPlace.Titles(single.Network),
                Model<double> dual => TensorPlace.Titles(dual.Network),
                _ => _ => null,
            })
            : Prelude.Right<DataFault, Func<string, string?>>(_ => null);

    private static Either<Mismatch, IReadOnlyList<TensorBits>> All(Stream stream, SafetensorsHeader header)
    {
        // Numbers of a checkpoint stand column after column, those of all other files row after row.
        var areColumns = IsCheckpoint(header);
        var tensors = new List<TensorBits>();
        foreach (var tensor in header.Tensors)
        {
            if (tensor.Type is not ("F32" or "F64") || tensor.Shape.Count is < 1 or > 2 || tensor.Shape.Exists(size => size > int.MaxValue) || tensor.End - tensor.Begin > MaximumOctets)
            {
                return new Mismatch($"tensor '{Json.Shorten(tensor.Name)}' is of {tensor.Type} and has the shape {tensor.Sizes}", "F32 or F64, one or two dimensions and at most 1 GiB");
            }

            var (outer, inner) = ((int)tensor.Shape[0], tensor.Shape.Count == 2 ? (int)tensor.Shape[1] : 1);
            stream.Position = header.DataStart + tensor.Begin;
            var precision = string.Equals(tensor.Type, "F32", StringComparison.Ordinal) ? Precision.Single : Precision.Double;
            var bits = Bits(stream, outer * inner, precision);
            tensors.Add(areColumns ? new(tensor.Name, inner, outer, precision, bits) : new(tensor.Name, outer, inner, precision, Transposed(bits, outer, inner)));
        }

        return tensors;
    }

    private static ulong[] Bits(Stream stream, int count, Precision precision)
    {
        var size = precision == Precision.Single ? sizeof(uint) : sizeof(ulong);
        var bits = new ulong[count];
        var buffer = new byte[BufferNumbers * size];
        for (var from = 0; from < count; from += BufferNumbers)
        {
            var part = Math.Min(BufferNumbers, count - from);
            stream.ReadExactly(buffer, 0, part * size);
            for (var i = 0; i < part; i++)
            {
                bits[from + i] = precision == Precision.Single ? BinaryPrimitives.ReadUInt32LittleEndian(buffer.AsSpan(i * size)) : BinaryPrimitives.ReadUInt64LittleEndian(buffer.AsSpan(i * size));
            }
        }

        return bits;
    }

    private static ulong[] Transposed(ulong[] rowMajor, int rows, int columns)
    {
        if (columns == 1)
        {
            return rowMajor;
        }

        var columnMajor = new ulong[rowMajor.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                columnMajor[(column * rows) + row] = rowMajor[(row * columns) + column];
            }
        }

        return columnMajor;
    }
}
