namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Security;
using Functional.Data;
using Functional.Networks;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Trained networks as safetensors files, which other programs can read too.</summary>
/// <remarks>
/// <para>The tensors have the names that <see cref="Parameters{T}"/> gives them, such as "0.weights" of shape [outputs, inputs] in
/// row-major order and "0.bias" of shape [outputs], as F32 or F64; behind the parameters stand the statistics of layers that have some,
/// such as "1.mean" of shape [features]. The metadata are strings: <c>format</c>, <c>format_version</c>,
/// <c>data</c>, <c>precision</c>, <c>fingerprint</c>, <c>arithmetic_version</c>, <c>class_count</c>, <c>outputs</c>, and as JSON within a
/// string <c>input_shape</c>, <c>input_scaling</c>, <c>class_names</c> and <c>architecture</c>. Equal models give equal bytes.</para>
/// <para>The format: https://github.com/huggingface/safetensors, 8 bytes for the length of a JSON header, the header, the numbers.</para>
/// </remarks>
public static class ModelFile
{
    private const string Expected = "a model that functional has saved";

    /// <summary>Says whether a model could be saved to a path, without writing there.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Nothing, or why not: no such directory, a directory itself, no permission.</returns>
    public static Either<DataFault, Unit> CheckTarget(string path) => AtomicFile.Check(Given.NotNull(path));

    /// <summary>Saves a model; an existing file is replaced, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">The model.</param>
    /// <returns>Nothing, or why it cannot be written.</returns>
    public static Either<DataFault, Unit> Save(string path, Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return AtomicFile.Write(Given.NotNull(path), stream => Write(stream, model));
    }

    /// <summary>Writes a model to a stream.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="model">The model.</param>
    public static void Write(Stream stream, Model model)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(model);
        switch (model)
        {
            case Model<float> single:
                WriteModel(stream, single);
                break;
            case Model<double> dual:
                WriteModel(stream, dual);
                break;
            default:
                throw new ArgumentException($"A model of {model.GetType().Name} cannot be written.", nameof(model));
        }
    }

    /// <summary>Loads a model.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The model, its parameters found to have the fingerprint that the file tells, or the first thing that is wrong.</returns>
    public static Either<DataFault, Model> Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (string.IsNullOrWhiteSpace(path))
        {
            return new DataFault("the model file", "the path is empty", Expected);
        }

        if (Directory.Exists(path))
        {
            return new DataFault(path, "this is a directory", Expected);
        }

        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return Read(stream, path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return new DataFault(path, "there is no such file", Expected);
        }
        catch (UnauthorizedAccessException)
        {
            return new DataFault(path, "permission to read the file is denied", "a file that may be read");
        }
        catch (Exception unreadable) when (unreadable is IOException or NotSupportedException or SecurityException or ArgumentException)
        {
            return new DataFault(path, $"the file cannot be read ({unreadable.Message.TrimEnd('.')})", "a file that can be read");
        }
    }

    /// <summary>Reads a model from the beginning of a stream that can be sought in; it is left open.</summary>
    /// <param name="stream">The bytes of a whole file.</param>
    /// <param name="source">What messages call the stream.</param>
    /// <returns>The model, its parameters found to have the fingerprint that the file tells, or the first thing that is wrong.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static Either<DataFault, Model> Read(Stream stream, string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Given.NotNull(stream).CanSeek
        ? (from header in SafetensorsHeader.Read(stream)
           from metadata in ModelMetadata.Read(header.Metadata)
           from tensors in Matched(header, metadata)
           from model in metadata.Precision == Precision.Double
                ? ReadModel<double>(stream, header, metadata)
                : ReadModel<float>(stream, header, metadata)
           select model).MapLeft(mismatch => mismatch.In(source))
        : new DataFault(source, "this is a pipe or a device", "a file");
    }

    /// <summary>Says whether the tensors are those of the architecture.</summary>
    private static Either<Mismatch, Unit> Matched(SafetensorsHeader header, ModelMetadata metadata) => OutlineOf(metadata.Description)
        .Bind(outline => Matched(header.Tensors, (outline.Tensors + outline.Statistics).Strict(), ElementType(metadata.Precision)));

    /// <summary>What a description's architecture becomes, or why that is nothing that can be read.</summary>
    internal static Either<Mismatch, Outline> OutlineOf(ModelDescription description) => Outline.Of(description.Architecture, description.InputShape.Size)
        .MapLeft(fault => new Mismatch($"{fault.Source}: {fault.Found}", fault.Expected))
        .Bind(outline => outline.Outputs != description.ClassCount
            ? new Mismatch($"the architecture has {outline.Outputs} outputs for {description.ClassCount} classes", "an output for each class")
            : outline.ParameterCount > Experiment.MaximumParameters
            ? new Mismatch($"the architecture has {outline.ParameterCount} parameters", $"at most {Experiment.MaximumParameters}")
            : Prelude.Right<Mismatch, Outline>(outline));

    private static Either<Mismatch, Unit> Matched(Seq<StoredTensor> stored, Seq<OutlinedTensor> expected, string type)
    {
        var byName = stored.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        foreach (var tensor in expected)
        {
            if (!byName.Remove(tensor.Name, out var own))
            {
                return new Mismatch($"there is no tensor '{tensor.Name}'", $"the tensors {Shortened(expected.Map(each => each.Name))}");
            }

            if (!string.Equals(own.Type, type, StringComparison.Ordinal))
            {
                return new Mismatch($"tensor '{tensor.Name}' is of {own.Type}", $"{type}, as the precision says");
            }

            if (own.Shape != tensor.Shape.Map(size => (long)size).Strict())
            {
                return new Mismatch($"tensor '{tensor.Name}' has the shape {own.Sizes}", $"[{string.Join(", ", tensor.Shape)}], as the architecture says");
            }
        }

        return byName.Count == 0
            ? Unit.Default
            : new Mismatch($"there is a tensor '{Json.Shorten(byName.Keys.First())}'", $"no tensors but {Shortened(expected.Map(each => each.Name))}");
    }

    /// <summary>Names for a message, the first few where there are many.</summary>
    internal static string Shortened(Seq<string> names)
    {
        const int Shown = 8;
        return names.Count <= Shown ? string.Join(", ", names) : $"{string.Join(", ", names.Take(Shown))} and {names.Count - Shown} more";
    }

    private static Either<Mismatch, Model> ReadModel<T>(Stream stream, SafetensorsHeader header, ModelMetadata metadata)
        where T : struct, IFloatingPointIeee754<T>
    {
        var values = new Dictionary<string, Matrix<T>>(StringComparer.Ordinal);
        foreach (var tensor in header.Tensors)
        {
            // The shape has been found to be that of the file's own bytes, so nothing is allocated on a promise.
            stream.Position = header.DataStart + tensor.Begin;
            values.Add(tensor.Name, TensorNumbers.Read<T>(stream, tensor.Type, (int)tensor.Shape[0], tensor.Shape.Count == 2 ? (int)tensor.Shape[1] : 1));
        }

        var network = NetworkAssembly.Of(metadata.Description.Architecture, metadata.Description.InputShape.Size, values);
        var fingerprint = Fingerprint.Of(network);
        return !string.Equals(fingerprint, metadata.Fingerprint, StringComparison.Ordinal)
            ? new Mismatch($"the parameters have the fingerprint {fingerprint}", $"{Json.Shorten(metadata.Fingerprint)}, as the file itself says; it is damaged or was changed")
            : !(network.Parameters.AreFinite() && network.Statistics.AreFinite())
            ? new Mismatch("a parameter or statistic is infinite or NaN", "finite numbers")
            : Prelude.Right<Mismatch, Model>(new Model<T>(metadata.Description, network));
    }

    private static void WriteModel<T>(Stream stream, Model<T> model)
        where T : struct, IFloatingPointIeee754<T>
    {
        var entries = (model.Network.Parameters.Entries + model.Network.Statistics.Entries).Strict();
        var end = 0L;
        var tensors = entries.Map(entry =>
        {
            var begin = end;
            end += (long)entry.Count * Unsafe.SizeOf<T>();
            return new StoredTensor(
                entry.Name,
                ElementType(model.Precision),
                entry.Role == ParameterRole.Weights ? Prelude.Seq((long)entry.Values.RowCount, entry.Values.ColumnCount) : Prelude.Seq1((long)entry.Values.RowCount),
                begin,
                end);
        }).Strict();
        stream.Write(SafetensorsHeader.Write(new ModelMetadata(model.Description, model.Precision, model.Fingerprint).Write(), tensors));
        entries.Iter(entry => TensorNumbers.Write(stream, entry.Values));
    }

    private static string ElementType(Precision precision) => precision == Precision.Double ? "F64" : "F32";
}
