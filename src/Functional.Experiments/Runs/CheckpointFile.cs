namespace Functional.Experiments;

using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>States of runs as files: everything that a run goes on from, bit for bit.</summary>
/// <remarks>
/// <para>The container is safetensors. Tensors are the network's parameters and statistics ("network.0.weights"), those of the network that early
/// stopping keeps ("chosen.0.weights"), and the optimiser's running values ("optimiser.part0.moment1.0.weights": the second one of its first part). Numbers stand
/// as they lie in memory, column after column, so a tensor's shape is [columns, rows]. Another tensor, "epochs" of [epochs, 7] in double precision, holds the figures of the
/// epochs that are done: loss, train accuracy, test loss, test accuracy, learning rate, validation loss, validation accuracy (the last two NaN where nothing judges).</para>
/// <para>The metadata are strings: <c>sha256</c>, first of all, then <c>format</c>, <c>format_version</c>, <c>arithmetic_version</c>, <c>precision</c>, the fingerprints <c>experiment</c>
/// and <c>data</c>, <c>step</c> and <c>key</c> (which tell the place in the data), <c>first_loss</c>, <c>chosen_epoch</c>, and as JSON <c>optimiser</c> (steps, numbers as IEEE 754 bits, parts). The checksum is that of the whole file with 64 zeros in its own place: no octet can be changed or lost unseen.</para>
/// </remarks>
public static class CheckpointFile
{
    internal const string Format = "functional checkpoint";
    private const string FormatVersion = "1";
    private const string Expected = "a checkpoint that functional has written";
    private const int DigestLength = 64;
    private const int LengthSize = sizeof(ulong);
    private const int BufferSize = 1 << 16;
    private const int MaximumNesting = 32;
    private const string EpochsName = "epochs";
    private const int FiguresPerEpoch = 7;

    private static ReadOnlySpan<byte> Opening => "{\"__metadata__\":{\"sha256\":\""u8;

    private static int DigestStart => LengthSize + Opening.Length;

    /// <summary>Writes a state; an existing file is replaced, whole or not at all, and is on the disk when this returns.</summary>
    /// <param name="path">The file.</param>
    /// <param name="state">The state.</param>
    /// <param name="identity">What it belongs to.</param>
    /// <returns>Nothing, or why it cannot be written.</returns>
    public static Either<DataFault, Unit> Write(string path, RunState state, CheckpointIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(identity);
        return AtomicFile.Write(Given.NotNull(path), stream => Write(stream, state, identity));
    }

    /// <summary>Writes a state to a stream that can be sought in.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="state">The state.</param>
    /// <param name="identity">What it belongs to.</param>
    public static void Write(Stream stream, RunState state, CheckpointIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(identity);
        switch (state)
        {
            case RunState<float> single:
                WriteState(stream, single, identity);
                break;
            case RunState<double> dual:
                WriteState(stream, dual, identity);
                break;
            default:
                throw new ArgumentException($"A state of {state.GetType().Name} cannot be written.", nameof(state));
        }
    }

    /// <summary>Reads a state.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="start">The state in which the run begins: it tells names, shapes and what stays as it is.</param>
    /// <param name="identity">What the state must belong to.</param>
    /// <returns>The state, or the first thing that is wrong: no such file, damaged, foreign, of another run.</returns>
    public static Either<DataFault, RunState<T>> Read<T>(string path, TrainingState<T> start, CheckpointIdentity identity)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(identity);
        return InputFile.Read(Given.NotNull(path), Expected, stream => Read(stream, path, start, identity));
    }

    /// <summary>Reads a state from the beginning of a stream that can be sought in; it is left open.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="stream">The bytes of a whole file.</param>
    /// <param name="source">What messages call the stream.</param>
    /// <param name="start">The state in which the run begins.</param>
    /// <param name="identity">What the state must belong to.</param>
    /// <returns>The state, or the first thing that is wrong.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static Either<DataFault, RunState<T>> Read<T>(Stream stream, string source, TrainingState<T> start, CheckpointIdentity identity)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(identity);
        return Given.NotNull(stream).CanSeek
        ? (from whole in Whole(stream)
           from header in SafetensorsHeader.Read(At(stream, 0))
           from state in ReadState(stream, header, start, identity)
           select state).MapLeft(mismatch => mismatch.In(source))
        : new DataFault(source, "this is a pipe or a device", "a file");
    }

    private static Stream At(Stream stream, long position)
    {
        stream.Position = position;
        return stream;
    }

    /// <summary>Says whether the content is the one that was written.</summary>
    internal static Either<Mismatch, Unit> Whole(Stream stream)
    {
        stream.Position = 0;
        var head = new byte[DigestStart + DigestLength];
        if (stream.Length < head.Length)
        {
            return new Mismatch($"the file has {stream.Length} bytes", Expected);
        }

        stream.ReadExactly(head);
        if (!head.AsSpan(LengthSize, Opening.Length).SequenceEqual(Opening))
        {
            return new Mismatch("the file does not begin as a checkpoint does: it is damaged or something else", Expected);
        }

        var told = head.AsSpan(DigestStart).ToArray();
        head.AsSpan(DigestStart).Fill((byte)'0');
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(head);
        var buffer = new byte[BufferSize];
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            hash.AppendData(buffer, 0, read);
        }

        var digest = Convert.ToHexStringLower(hash.GetHashAndReset());
        return told.AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(digest))
            ? Unit.Default
            : new Mismatch($"the content has the SHA-256 {digest}", $"{Json.Shorten(Encoding.ASCII.GetString(told))}, as the file itself says; it is damaged or was changed");
    }

    private static void WriteState<T>(Stream stream, RunState<T> state, CheckpointIdentity identity)
        where T : struct, IFloatingPointIeee754<T>
    {
        var entries = StateTensors.Of(state);
        var figures = state.Epochs.SelectMany(Figures).ToArray();
        var end = (long)figures.Length * sizeof(double);
        var tensors = entries.Select(entry =>
        {
            var begin = end;
            end += (long)entry.Values.RowCount * entry.Values.ColumnCount * Unsafe.SizeOf<T>();
            return new StoredTensor(entry.Name, ElementType<T>(), Prelude.Seq((long)entry.Values.ColumnCount, entry.Values.RowCount), begin, end);
        }).ToArray();
        var header = SafetensorsHeader.Write(Metadata(state, identity), tensors.Prepend(new(EpochsName, "F64", Prelude.Seq((long)state.Epochs.Count, FiguresPerEpoch), 0, (long)figures.Length * sizeof(double))));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var beginning = stream.Position;
        stream.Write(header);
        hash.AppendData(header);
        var buffer = new byte[BufferSize];
        Append<double>(figures);
        foreach (var (_, values) in entries)
        {
            Append(values.Numbers);
        }

        var after = stream.Position;
        stream.Position = beginning + DigestStart;
        stream.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset())));
        stream.Position = after;

        void Append<TNumber>(ReadOnlySpan<TNumber> numbers)
            where TNumber : struct, IFloatingPointIeee754<TNumber>
        {
            var width = BufferSize / Unsafe.SizeOf<TNumber>();
            for (var from = 0; from < numbers.Length; from += width)
            {
                var octets = Octets(numbers[from..Math.Min(numbers.Length, from + width)], buffer);
                stream.Write(octets);
                hash.AppendData(octets);
            }
        }
    }

    private static double[] Figures(EpochFigures own) =>
    [
        own.Loss, own.TrainAccuracy, own.TestLoss, own.TestAccuracy, own.LearningRate, own.Validation?.Loss ?? double.NaN, own.Validation?.Accuracy ?? double.NaN,
    ];

    private static Either<Mismatch, Seq<EpochFigures>> ReadEpochs(Stream stream, SafetensorsHeader header) =>
        header.Tensors.Find(tensor => string.Equals(tensor.Name, EpochsName, StringComparison.Ordinal)).ToEither(() => new Mismatch($"there is no tensor '{EpochsName}'", Expected))
            .Bind(tensor => string.Equals(tensor.Type, "F64", StringComparison.Ordinal) && tensor.Shape.Count == 2 && tensor.Shape[1] == FiguresPerEpoch && tensor.Shape[0] <= Experiment.MaximumEpochs
                ? Prelude.Right<Mismatch, StoredTensor>(tensor)
                : new Mismatch($"tensor '{EpochsName}' is of {tensor.Type} and has the shape {tensor.Sizes}", $"F64 and [epochs, {FiguresPerEpoch}]"))
            .Map(tensor =>
            {
                stream.Position = header.DataStart + tensor.Begin;
                return Numbers<double>(stream, (int)tensor.Shape[0] * FiguresPerEpoch)
                    .Chunk(FiguresPerEpoch)
                    .Select((own, number) => new EpochFigures(number + 1, own[0], own[1], own[2], own[3], own[4], double.IsNaN(own[5]) ? null : new(own[5], own[6])))
                    .ToArray().ToSeq().Strict();
            });

    private static (string Name, string Value)[] Metadata<T>(RunState<T> state, CheckpointIdentity identity)
        where T : struct, IFloatingPointIeee754<T> =>
    [
        ("sha256", new string('0', DigestLength)),
        ("format", Format),
        ("format_version", FormatVersion),
        ("arithmetic_version", Arithmetic.Version.ToString(CultureInfo.InvariantCulture)),
        ("precision", PrecisionName<T>()),
        ("experiment", identity.Experiment),
        ("data", identity.Data),
        ("step", state.Step.ToString(CultureInfo.InvariantCulture)),
        ("key", state.Training.Key.Value.ToString("x16", CultureInfo.InvariantCulture)),
        ("first_loss", Bits(state.FirstLoss)),
        ("chosen_epoch", state.ChosenEpoch.ToString(CultureInfo.InvariantCulture)),
        ("optimiser", Text(writer => WriteOptimiser(writer, state.Training.Optimiser))),
    ];

    private static Either<Mismatch, RunState<T>> ReadState<T>(Stream stream, SafetensorsHeader header, TrainingState<T> start, CheckpointIdentity identity)
        where T : struct, IFloatingPointIeee754<T> =>
        from format in Equal(header, "format", Format, "this is another kind of file")
        from version in Equal(header, "format_version", FormatVersion, "the only version that this program reads")
        from arithmetic in Equal(header, "arithmetic_version", Arithmetic.Version.ToString(CultureInfo.InvariantCulture), "the one that this program computes in")
        from experiment in Equal(header, "experiment", identity.Experiment, "the fingerprint of this run's experiment; the checkpoint belongs to another run")
        from data in Equal(header, "data", identity.Data, "the fingerprint of this run's samples; the checkpoint belongs to another run")
        from precision in Equal(header, "precision", PrecisionName<T>(), "the experiment's precision")
        from step in Entry(header, "step").Bind(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Wrong<long>("step", text, "a number of steps"))
        from key in Entry(header, "key").Bind(text => ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits) ? bits : Wrong<ulong>("key", text, "64 bits in hexadecimal digits"))
        from first in Entry(header, "first_loss").Bind(text => FromBits("first_loss", text))
        from epochs in ReadEpochs(stream, header)
        from chosen in Entry(header, "chosen_epoch").Bind(text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= epochs.Count ? number : Wrong<int>("chosen_epoch", text, "an epoch that is done, or 0"))
        from optimiser in Entry(header, "optimiser").Bind(text => Json.Parse(Encoding.UTF8.GetBytes(text), "optimiser", root => ReadOptimiser(root, start.Optimiser, 0)))
        from values in ReadTensors(stream, header, start)
        select Put(start, values, optimiser, new RandomKey(key), step, epochs, chosen, first);

    private static RunState<T> Put<T>(
        TrainingState<T> start, Dictionary<string, Matrix<T>> values, TransformationState<T> optimiser, RandomKey key, long step, Seq<EpochFigures> epochs, int chosen, double first)
        where T : struct, IFloatingPointIeee754<T>
    {
        var hasChosen = values.Keys.Any(name => name.StartsWith("chosen.", StringComparison.Ordinal));
        return new(
            new(Network("network."), Filled(optimiser, "optimiser."), key, step),
            epochs,
            chosen,
            hasChosen ? Network("chosen.") : Option<Layer<T>>.None,
            first);

        Layer<T> Network(string place) => start.Network.With(Values(start.Network.Parameters, place)).WithStatistics(Values(start.Network.Statistics, place));

        Parameters<T> Values(Parameters<T> like, string place) => like.Map((entry, _) => values[$"{place}{entry.Name}"]);

        TransformationState<T> Filled(TransformationState<T> own, string place) => own with
        {
            Moments = own.Moments.Select((moment, number) => Values(moment, $"{place}moment{number}.")).ToArray().ToSeq().Strict(),
            Parts = own.Parts.Select((part, number) => Filled(part, $"{place}part{number}.")).ToArray().ToSeq().Strict(),
        };
    }

    /// <summary>The tensors, found to be those of the state in which the run begins.</summary>
    private static Either<Mismatch, Dictionary<string, Matrix<T>>> ReadTensors<T>(Stream stream, SafetensorsHeader header, TrainingState<T> start)
        where T : struct, IFloatingPointIeee754<T>
    {
        var keepsChosen = header.Tensors.Exists(tensor => tensor.Name.StartsWith("chosen.", StringComparison.Ordinal));
        var expected = StateTensors.Of(new RunState<T>(start, Seq<EpochFigures>.Empty, 0, keepsChosen ? start.Network : Option<Layer<T>>.None, 0));
        var stored = header.Tensors.Filter(tensor => !string.Equals(tensor.Name, EpochsName, StringComparison.Ordinal)).ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        var values = new Dictionary<string, Matrix<T>>(StringComparer.Ordinal);
        foreach (var (name, like) in expected)
        {
            if (!stored.Remove(name, out var tensor))
            {
                return new Mismatch($"there is no tensor '{name}'", "all numbers of the experiment's network and optimiser");
            }

            if (!string.Equals(tensor.Type, ElementType<T>(), StringComparison.Ordinal) || tensor.Shape != Prelude.Seq((long)like.ColumnCount, like.RowCount))
            {
                return new Mismatch($"tensor '{name}' is of {tensor.Type} and has the shape {tensor.Sizes}", $"{ElementType<T>()} and [{like.ColumnCount}, {like.RowCount}]");
            }

            stream.Position = header.DataStart + tensor.Begin;
            values.Add(name, Dense.Matrix(like.RowCount, like.ColumnCount, Numbers<T>(stream, like.RowCount * like.ColumnCount)));
        }

        return stored.Count == 0
            ? values
            : new Mismatch($"there is a tensor '{Json.Shorten(stored.Keys.First())}'", "no numbers but those of the experiment's network and optimiser");
    }

    private static void WriteOptimiser<T>(Utf8JsonWriter writer, TransformationState<T> state)
        where T : struct, IFloatingPointIeee754<T>
    {
        writer.WriteStartObject();
        writer.WriteNumber("steps", state.Steps);
        writer.WriteStartArray("numbers");
        state.Numbers.Iter(number => writer.WriteStringValue(Bits(number)));
        writer.WriteEndArray();
        writer.WriteStartArray("parts");
        state.Parts.Iter(part => WriteOptimiser(writer, part));
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static Either<Mismatch, TransformationState<T>> ReadOptimiser<T>(JsonElement element, TransformationState<T> like, int depth)
        where T : struct, IFloatingPointIeee754<T> =>
        from members in Json.Object(element, "optimiser", "steps", "numbers", "parts")
        from steps in Json.Whole(members["steps"], "optimiser.steps", 0, long.MaxValue)
        from numbers in Json.Array(members["numbers"], "optimiser.numbers", like.Numbers.Count, (entry, place) => Json.Text(entry, place).Bind(text => FromBits(place, text)))
        from parts in Json.Array(members["parts"], "optimiser.parts", depth < MaximumNesting ? like.Parts.Count : 0, (entry, place) => Right(entry))
        from enough in parts.Count == like.Parts.Count && numbers.Count == like.Numbers.Count
            ? Prelude.Right<Mismatch, Unit>(Unit.Default)
            : new Mismatch($"the optimiser has {parts.Count} parts and {numbers.Count} numbers", $"{like.Parts.Count} and {like.Numbers.Count}, as the experiment's has")
        from own in parts.Zip(like.Parts).Select(pair => ReadOptimiser(pair.Item1, pair.Item2, depth + 1)).ToArray().Aggregate(
            Prelude.Right<Mismatch, Seq<TransformationState<T>>>(Seq<TransformationState<T>>.Empty), (sum, next) => sum.Bind(before => next.Map(part => before.Add(part))))
        select like with { Steps = steps, Numbers = numbers, Parts = own.Strict() };

    private static Either<Mismatch, JsonElement> Right(JsonElement element) => element;

    private static Either<Mismatch, string> Entry(SafetensorsHeader header, string name) => header.Metadata.TryGetValue(name, out var text)
        ? text
        : new Mismatch($"__metadata__ has no '{name}'", Expected);

    private static Either<Mismatch, Unit> Equal(SafetensorsHeader header, string name, string right, string meaning) => Entry(header, name).Bind(found =>
        string.Equals(found, right, StringComparison.Ordinal) ? Prelude.Right<Mismatch, Unit>(Unit.Default) : new Mismatch($"{name} is '{Json.Shorten(found)}'", $"'{right}', {meaning}"));

    private static Either<Mismatch, T> Wrong<T>(string name, string found, string expected) => new Mismatch($"{name} is '{Json.Shorten(found)}'", expected);

    private static string Bits(double number) => BitConverter.DoubleToUInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture);

    private static Either<Mismatch, double> FromBits(string name, string text) => ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)
        ? BitConverter.UInt64BitsToDouble(bits)
        : Wrong<double>(name, text, "the bits of a number in hexadecimal digits");

    private static string PrecisionName<T>() => typeof(T) == typeof(float) ? "single" : "double";

    private static string ElementType<T>() => typeof(T) == typeof(float) ? "F32" : "F64";

    private static Span<byte> Octets<T>(ReadOnlySpan<T> numbers, byte[] buffer)
        where T : struct, IFloatingPointIeee754<T>
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            if (typeof(T) == typeof(float))
            {
                BinaryPrimitives.WriteSingleLittleEndian(buffer.AsSpan(i * sizeof(float)), Unsafe.BitCast<T, float>(numbers[i]));
            }
            else
            {
                BinaryPrimitives.WriteDoubleLittleEndian(buffer.AsSpan(i * sizeof(double)), Unsafe.BitCast<T, double>(numbers[i]));
            }
        }

        return buffer.AsSpan(0, numbers.Length * Unsafe.SizeOf<T>());
    }

    private static T[] Numbers<T>(Stream stream, int count)
        where T : struct, IFloatingPointIeee754<T>
    {
        var numbers = new T[count];
        var buffer = new byte[BufferSize];
        var width = BufferSize / Unsafe.SizeOf<T>();
        for (var from = 0; from < count; from += width)
        {
            var part = Math.Min(width, count - from);
            stream.ReadExactly(buffer, 0, part * Unsafe.SizeOf<T>());
            for (var i = 0; i < part; i++)
            {
                numbers[from + i] = typeof(T) == typeof(float)
                    ? Unsafe.BitCast<float, T>(BinaryPrimitives.ReadSingleLittleEndian(buffer.AsSpan(i * sizeof(float))))
                    : Unsafe.BitCast<double, T>(BinaryPrimitives.ReadDoubleLittleEndian(buffer.AsSpan(i * sizeof(double))));
            }
        }

        return numbers;
    }

    private static string Text(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
