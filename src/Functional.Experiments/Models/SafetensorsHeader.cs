namespace Functional.Experiments;

using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using LanguageExt;

/// <summary>
/// The header of a safetensors file: 8 bytes with its length, least significant first, then a JSON object that gives each tensor's
/// element, shape and place, and under "__metadata__" there may be a map of strings.
/// </summary>
/// <param name="Metadata">The map of strings; empty where there is none.</param>
/// <param name="Tensors">The tensors in the order of their places; together they take up all bytes behind the header, none twice.</param>
/// <param name="DataStart">Where the header ends and the tensors' bytes begin.</param>
internal sealed record SafetensorsHeader(IReadOnlyDictionary<string, string> Metadata, Seq<StoredTensor> Tensors, long DataStart)
{
    /// <summary>The longest header that is read: 16 MiB.</summary>
    public const int MaximumLength = 1 << 24;

    private const int LengthSize = sizeof(ulong);
    private const int Alignment = 8;
    private const int MaximumDimensions = 8;
    private const string MetadataName = "__metadata__";

    private static readonly Dictionary<string, string> NoMetadata = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, int> ElementSizes = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["F64"] = 8,
        ["F32"] = 4,
        ["F16"] = 2,
        ["BF16"] = 2,
        ["I64"] = 8,
        ["I32"] = 4,
        ["I16"] = 2,
        ["I8"] = 1,
        ["U64"] = 8,
        ["U32"] = 4,
        ["U16"] = 2,
        ["U8"] = 1,
        ["BOOL"] = 1,
    };

    /// <summary>The bytes of a header, length included, filled up with spaces so that the tensors begin at a multiple of 8.</summary>
    public static byte[] Write(IEnumerable<(string Name, string Value)> metadata, IEnumerable<StoredTensor> tensors)
    {
        using var stream = new MemoryStream();
        stream.Write(new byte[LengthSize]);
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteStartObject(MetadataName);
            foreach (var (name, value) in metadata)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
            foreach (var tensor in tensors)
            {
                writer.WriteStartObject(tensor.Name);
                writer.WriteString("dtype", tensor.Type);
                writer.WriteStartArray("shape");
                tensor.Shape.Iter(writer.WriteNumberValue);
                writer.WriteEndArray();
                writer.WriteStartArray("data_offsets");
                writer.WriteNumberValue(tensor.Begin);
                writer.WriteNumberValue(tensor.End);
                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        while (stream.Length % Alignment != 0)
        {
            stream.WriteByte((byte)' ');
        }

        var bytes = stream.ToArray();
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)(bytes.Length - LengthSize));
        return bytes;
    }

    /// <summary>Reads a header from the beginning of a stream. Nothing is allocated that the stream has not the bytes for.</summary>
    public static Either<Mismatch, SafetensorsHeader> Read(Stream stream)
    {
        var fileLength = stream.Length;
        if (fileLength < LengthSize)
        {
            return new Mismatch($"the file has {fileLength} bytes", "a safetensors file, which begins with 8 bytes for the length of its header");
        }

        Span<byte> lengthBytes = stackalloc byte[LengthSize];
        stream.ReadExactly(lengthBytes);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(lengthBytes);
        if (length > (ulong)(fileLength - LengthSize))
        {
            return new Mismatch($"the header is said to have {length} bytes, but only {fileLength - LengthSize} follow", "a whole safetensors file");
        }

        if (length > MaximumLength)
        {
            return new Mismatch($"the header has {length} bytes", $"at most {MaximumLength} bytes");
        }

        var json = new byte[(int)length];
        stream.ReadExactly(json);
        var dataStart = LengthSize + (long)length;
        return json is [(byte)'{', ..]
            ? Json.Parse(json, "the header", root => Parse(root, dataStart, fileLength - dataStart))
            : new Mismatch("the header does not begin with {", "a JSON object");
    }

    private static Either<Mismatch, SafetensorsHeader> Parse(JsonElement root, long dataStart, long dataLength) =>
        from members in Json.Object(root, "the header")
        from metadata in members.TryGetValue(MetadataName, out var map) ? Map(map) : Prelude.Right<Mismatch, IReadOnlyDictionary<string, string>>(NoMetadata)
        from tensors in ReadTensors(members.Where(member => !string.Equals(member.Key, MetadataName, StringComparison.Ordinal)), dataLength)
        from placed in Placed(tensors, dataLength)
        select new SafetensorsHeader(metadata, placed, dataStart);

    private static Either<Mismatch, IReadOnlyDictionary<string, string>> Map(JsonElement element) =>
        Json.Object(element, MetadataName).Bind(members =>
            members.Where(member => member.Value.ValueKind != JsonValueKind.String).Select(member => member.Key).ToArray() is [var odd, ..]
                ? new Mismatch($"{MetadataName}.{Json.Shorten(odd)} is {Json.Show(members[odd])}", "a string")
                : Prelude.Right<Mismatch, IReadOnlyDictionary<string, string>>(
                    members.ToDictionary(member => member.Key, member => member.Value.GetString()!, StringComparer.Ordinal)));

    private static Either<Mismatch, List<StoredTensor>> ReadTensors(IEnumerable<KeyValuePair<string, JsonElement>> members, long dataLength) =>
        members.Aggregate(
            Prelude.Right<Mismatch, List<StoredTensor>>([]),
            (sum, member) => sum.Bind(before => ReadTensor(member.Key, member.Value, dataLength).Map(tensor =>
            {
                before.Add(tensor);
                return before;
            })));

    private static Either<Mismatch, StoredTensor> ReadTensor(string name, JsonElement element, long dataLength)
    {
        var what = $"tensor '{Json.Shorten(name)}'";
        return
            from members in Json.Object(element, what, "dtype", "shape", "data_offsets")
            from type in Json.Text(members["dtype"], $"{what}.dtype")
            from size in ElementSizes.TryGetValue(type, out var bytes)
                ? Prelude.Right<Mismatch, int>(bytes)
                : new Mismatch($"{what}.dtype is '{Json.Shorten(type)}'", "one of " + string.Join(", ", ElementSizes.Keys))
            from shape in Json.Array(members["shape"], $"{what}.shape", MaximumDimensions, (entry, place) => Json.Whole(entry, place, 0, long.MaxValue))
            from offsets in Json.Array(members["data_offsets"], $"{what}.data_offsets", 2, (entry, place) => Json.Whole(entry, place, 0, long.MaxValue))
            from place in offsets.Count == 2 && offsets[0] <= offsets[1] && offsets[1] <= dataLength
                ? Prelude.Right<Mismatch, (long Begin, long End)>((offsets[0], offsets[1]))
                : new Mismatch($"{what}.data_offsets are [{string.Join(", ", offsets)}]", $"begin and end within the {dataLength} bytes behind the header")
            from fits in Bytes(shape, size) is { } needed && needed == place.End - place.Begin
                ? Prelude.Right<Mismatch, Unit>(Unit.Default)
                : new Mismatch(
                    $"{what} has {place.End - place.Begin} bytes for the shape [{string.Join(", ", shape)}] of {type}",
                    Bytes(shape, size) is { } right ? $"{right} bytes" : "a shape that a file can hold")
            select new StoredTensor(name, type, shape, place.Begin, place.End);
    }

    /// <summary>How many bytes a shape takes; nothing where that is more than can be counted.</summary>
    private static long? Bytes(Seq<long> shape, int elementSize)
    {
        var bytes = (UInt128)elementSize;
        foreach (var size in shape)
        {
            bytes *= (ulong)size;
            if (bytes > long.MaxValue)
            {
                return shape.Exists(any => any == 0) ? 0 : null;
            }
        }

        return (long)bytes;
    }

    /// <summary>The tensors in the order of their places, which must follow one another without gap or overlap.</summary>
    private static Either<Mismatch, Seq<StoredTensor>> Placed(List<StoredTensor> tensors, long dataLength)
    {
        var ordered = tensors.OrderBy(tensor => tensor.Begin).ThenBy(tensor => tensor.End).ToArray();
        var end = 0L;
        foreach (var tensor in ordered)
        {
            if (tensor.Begin != end)
            {
                return new Mismatch(
                    tensor.Begin < end
                        ? $"tensor '{Json.Shorten(tensor.Name)}' overlaps another one from byte {tensor.Begin} to {end}"
                        : $"the bytes from {end} to {tensor.Begin} belong to no tensor",
                    "tensors one behind another");
            }

            end = tensor.End;
        }

        return end == dataLength
            ? ordered.ToSeq().Strict()
            : new Mismatch($"{dataLength - end} bytes behind the last tensor belong to none", $"{end} bytes behind the header");
    }
}
