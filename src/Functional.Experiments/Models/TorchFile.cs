namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Functional.Data;
using Functional.Networks;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// Parameters as safetensors files in PyTorch's convention, the state of an <c>nn.Sequential</c>: "0.weight" of shape [outputs, inputs] in row-major order,
/// "0.bias", and for a batch normalisation "1.running_mean", "1.running_var" and "1.num_batches_tracked".
/// </summary>
/// <remarks>
/// <para>Such a file has no architecture, so reading needs one. Modules are numbered as layers are here, those without parameters too. A residual block adds no
/// number. Elements may be F16, BF16, F32 or F64: the network is in double precision where any tensor is of F64, otherwise in single, and every number
/// is represented exactly.</para>
/// <para>The two conventions are told apart by the metadata's <c>format</c>: it is "functional model" in <see cref="ModelFile"/>'s files, "pt" in those written
/// here, and "pt", something else or nothing in those of others.</para>
/// </remarks>
public static class TorchFile
{
    private const string Format = "format";
    private const string Integers = "I64";
    private const string Kind = "a safetensors file in PyTorch's convention";

    /// <summary>Saves a model's parameters and statistics; an existing file is replaced, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">The model.</param>
    /// <returns>Nothing, or why it cannot be written.</returns>
    public static Either<DataFault, Unit> Save(string path, Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return AtomicFile.Write(Given.NotNull(path), stream => Write(stream, model));
    }

    /// <summary>Writes a model's parameters and statistics to a stream. Equal models give equal bytes.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="model">The model.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write(Stream stream, Model model)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(model);
        switch (model)
        {
            case Model<float> single:
                Write(stream, single.Network);
                break;
            case Model<double> dual:
                Write(stream, dual.Network);
                break;
            default:
                throw new ArgumentException($"A model of {model.GetType().Name} cannot be written.", nameof(model));
        }
    }

    /// <summary>Loads the parameters of a network whose architecture is known.</summary>
    /// <param name="path">The file.</param>
    /// <param name="description">What must be known of the network besides.</param>
    /// <returns>The model, or the first thing that is wrong.</returns>
    public static Either<DataFault, Model> Load(string path, ModelDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        return InputFile.Read(Given.NotNull(path), Kind, stream => Read(stream, path, description));
    }

    /// <summary>Reads the parameters of a network whose architecture is known from the beginning of a stream that can be sought in; it is left open.</summary>
    /// <param name="stream">The bytes of a whole file.</param>
    /// <param name="source">What messages call the stream.</param>
    /// <param name="description">What must be known of the network besides.</param>
    /// <returns>The model, or the first thing that is wrong.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static Either<DataFault, Model> Read(Stream stream, string source, ModelDescription description)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(description);
        return Given.NotNull(stream).CanSeek
        ? (from header in SafetensorsHeader.Read(stream)
           from foreign in ModelMetadata.IsOwn(header.Metadata)
                ? new Mismatch("this is a model that functional has saved", $"{Kind}; a model of functional needs no import")
                : Prelude.Right<Mismatch, Unit>(Unit.Default)
           from outline in ModelFile.OutlineOf(description)
           from names in Matched(header, outline)
           from model in header.Tensors.Exists(tensor => tensor.Type is "F64" && names.ContainsKey(tensor.Name))
                ? ReadModel<double>(stream, header, description, names)
                : ReadModel<float>(stream, header, description, names)
           select model).MapLeft(mismatch => mismatch.In(source))
        : new DataFault(source, "this is a pipe or a device", "a file");
    }

    private static void Write<T>(Stream stream, Layer<T> network)
        where T : struct, IFloatingPointIeee754<T>
    {
        var entries = (network.Parameters.Entries + network.Statistics.Entries).Strict();
        var counts = TorchNames.BatchCounts(network.Statistics.Entries.Map(entry => entry.Name).Strict());
        var end = 0L;
        StoredTensor Next(string name, string type, Seq<long> shape, long length)
        {
            end += length;
            return new(name, type, shape, end - length, end);
        }

        // The integers come first, so that every number lies at a multiple of its size.
        var tensors = counts.Select(name => Next(name, Integers, Seq<long>.Empty, sizeof(long)))
            .Concat(entries.Select(entry => Next(
                TorchNames.Of(entry.Name),
                TensorNumbers.TypeOf<T>(),
                entry.Role == ParameterRole.Weights ? Prelude.Seq((long)entry.Values.RowCount, entry.Values.ColumnCount) : Prelude.Seq1((long)entry.Values.RowCount),
                (long)entry.Count * Unsafe.SizeOf<T>())))
            .ToArray();
        stream.Write(SafetensorsHeader.Write([(Format, "pt")], tensors));
        stream.Write(new byte[counts.Count * sizeof(long)]);
        entries.Iter(entry => TensorNumbers.Write(stream, entry.Values));
    }

    /// <summary>The names here by those in the file, where the tensors are those of the architecture.</summary>
    private static Either<Mismatch, IReadOnlyDictionary<string, string>> Matched(SafetensorsHeader header, Outline outline)
    {
        var byName = header.Tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var expected = (outline.Tensors + outline.Statistics).Strict();
        foreach (var tensor in expected)
        {
            var name = TorchNames.Of(tensor.Name);
            if (!byName.Remove(name, out var own))
            {
                return new Mismatch($"there is no tensor '{name}'", $"the tensors {ModelFile.Shortened(expected.Map(each => TorchNames.Of(each.Name)))}, as the architecture says");
            }

            if (own.Type is not ("F16" or "BF16" or "F32" or "F64"))
            {
                return new Mismatch($"tensor '{name}' is of {own.Type}", "F16, BF16, F32 or F64");
            }

            if (own.Shape != tensor.Shape.Map(size => (long)size).Strict())
            {
                return new Mismatch($"tensor '{name}' has the shape {own.Sizes}", $"[{string.Join(", ", tensor.Shape)}], as the architecture says");
            }

            names.Add(name, tensor.Name);
        }

        foreach (var count in TorchNames.BatchCounts(outline.Statistics.Map(tensor => tensor.Name).Strict()))
        {
            if (byName.Remove(count, out var own) && own.Type is not Integers)
            {
                return new Mismatch($"tensor '{count}' is of {own.Type}", Integers);
            }
        }

        return byName.Count == 0
            ? names
            : new Mismatch($"there is a tensor '{Json.Shorten(byName.Keys.First())}'", $"no tensors but {ModelFile.Shortened(expected.Map(each => TorchNames.Of(each.Name)))}");
    }

    private static Either<Mismatch, Model> ReadModel<T>(Stream stream, SafetensorsHeader header, ModelDescription description, IReadOnlyDictionary<string, string> names)
        where T : struct, IFloatingPointIeee754<T>
    {
        var values = new Dictionary<string, Matrix<T>>(StringComparer.Ordinal);
        foreach (var tensor in header.Tensors.Where(tensor => names.ContainsKey(tensor.Name)))
        {
            // The shape has been found to be that of the file's own bytes, so nothing is allocated on a promise.
            stream.Position = header.DataStart + tensor.Begin;
            values.Add(names[tensor.Name], TensorNumbers.Read<T>(stream, tensor.Type, (int)tensor.Shape[0], tensor.Shape.Count == 2 ? (int)tensor.Shape[1] : 1));
        }

        var network = NetworkAssembly.Of(description.Architecture, description.InputShape.Size, values);
        return network.Parameters.AreFinite() && network.Statistics.AreFinite()
            ? Prelude.Right<Mismatch, Model>(new Model<T>(description, network))
            : new Mismatch("a parameter or statistic is infinite or NaN", "finite numbers");
    }
}
