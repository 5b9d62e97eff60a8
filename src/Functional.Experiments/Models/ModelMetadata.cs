namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.Json;
using Functional.Data;
using Functional.Numerics;
using LanguageExt;

/// <summary>What a model file says of its network besides the parameters.</summary>
/// <param name="Description">What must be known to use the network.</param>
/// <param name="Precision">The numbers that it is made of.</param>
/// <param name="Fingerprint">The identity of its parameters.</param>
internal sealed record ModelMetadata(ModelDescription Description, Precision Precision, string Fingerprint)
{
    private const string Format = "functional model";
    private const string ExpectedFormat = $"'{Format}'; files in PyTorch's convention have to be imported first";
    private const string FormatVersion = "1";
    private const int MaximumDimensions = 8;
    private const int MaximumFeatures = Experiment.MaximumLayerSize * 64;

    private static NameTable<OutputMeaning> Meanings { get; } = new(
        "outputs", ("logits", OutputMeaning.Logits), ("independent-logits", OutputMeaning.IndependentLogits), ("scores", OutputMeaning.Scores), ("values", OutputMeaning.Values));

    /// <summary>The map of strings for a safetensors file.</summary>
    public Seq<(string Name, string Value)> Write() => Prelude.Seq(
        ("format", Format),
        ("format_version", FormatVersion),
        ("data", Description.DataName),
        ("precision", Names.Precisions.NameOf(Precision).IfNone(string.Empty)),
        ("fingerprint", Fingerprint),
        ("arithmetic_version", Arithmetic.Version.ToString(CultureInfo.InvariantCulture)),
        ("input_shape", Text(writer => WriteArray(writer, Description.InputShape.Dimensions, writer.WriteNumberValue))),
        ("input_scaling", Text(writer => WriteScaling(writer, Description.Scaling))),
        ("class_count", Description.ClassCount.ToString(CultureInfo.InvariantCulture)),
        ("class_names", Text(writer => WriteArray(writer, Description.ClassNames, writer.WriteStringValue))),
        ("outputs", Meanings.NameOf(Description.Outputs).IfNone(string.Empty)),
        ("architecture", ArchitectureJson.Write(Description.Architecture)));

    /// <summary>Whether a file says of itself that it is a model that this program has saved.</summary>
    public static bool IsOwn(IReadOnlyDictionary<string, string> map) => map.TryGetValue("format", out var format) && string.Equals(format, Format, StringComparison.Ordinal);

    /// <summary>Reads the map of strings of a safetensors file. Names that it does not know are left alone.</summary>
    public static Either<Mismatch, ModelMetadata> Read(IReadOnlyDictionary<string, string> map) =>
        from format in Entry(map, "format").Bind(text => Equal("format", text, Format, ExpectedFormat))
        from version in Entry(map, "format_version").Bind(text => Equal("format_version", text, FormatVersion, $"{FormatVersion}, the only one that this program reads"))
        from arithmetic in Entry(map, "arithmetic_version")
            .Bind(text => Equal("arithmetic_version", text, Arithmetic.Version.ToString(CultureInfo.InvariantCulture), $"{Arithmetic.Version}, the one that this program computes in"))
        from data in Entry(map, "data")
        from precision in Entry(map, "precision").Bind(text => Named(Names.Precisions, text))
        from fingerprint in Entry(map, "fingerprint")
        from shape in Entry(map, "input_shape").Bind(ReadShape)
        from scaling in Entry(map, "input_scaling").Bind(text => ReadScaling(text, shape.Size))
        from classes in Entry(map, "class_count").Bind(ReadClassCount)
        from names in Entry(map, "class_names").Bind(text => ReadNames(text, classes))
        from outputs in Entry(map, "outputs").Bind(text => Named(Meanings, text))
        from architecture in Entry(map, "architecture").Bind(ArchitectureJson.Parse)
        select new ModelMetadata(new(data, shape, scaling, classes, names, architecture, outputs), precision, fingerprint);

    private static Either<Mismatch, string> Entry(IReadOnlyDictionary<string, string> map, string name) => map.TryGetValue(name, out var text)
        ? text
        : new Mismatch($"__metadata__ has no '{name}'", string.Equals(name, "format", StringComparison.Ordinal) ? ExpectedFormat : "the metadata of a functional model");

    private static Either<Mismatch, Unit> Equal(string name, string found, string right, string expected) => string.Equals(found, right, StringComparison.Ordinal)
        ? Unit.Default
        : new Mismatch($"{name} is '{Json.Shorten(found)}'", expected);

    private static Either<Mismatch, TValue> Named<TValue>(NameTable<TValue> table, string text) =>
        table.Parse(text).ToEither().MapLeft(_ => new Mismatch($"{table.Setting} is '{Json.Shorten(text)}'", table.Alternatives));

    private static Either<Mismatch, int> ReadClassCount(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= ClassLabels.MaximumClassCount
            ? count
            : new Mismatch($"class_count is '{Json.Shorten(text)}'", $"a whole number from 1 to {ClassLabels.MaximumClassCount}");

    private static Either<Mismatch, SampleShape> ReadShape(string text) =>
        Json.Parse(Encoding.UTF8.GetBytes(text), "input_shape", root =>
            Json.Array(root, "input_shape", MaximumDimensions, (entry, place) => Json.Whole(entry, place, 1, MaximumFeatures)))
        .Bind(sizes => !sizes.IsEmpty && sizes.Fold((UInt128)1, (product, size) => product * (ulong)size) <= MaximumFeatures
            ? Prelude.Right<Mismatch, SampleShape>(new SampleShape([.. sizes.Map(size => (int)size)]))
            : new Mismatch($"input_shape is {Json.Shorten(text)}", $"1 to {MaximumDimensions} sizes that make at most {MaximumFeatures} features"));

    private static Either<Mismatch, Seq<string>> ReadNames(string text, int classes) =>
        Json.Parse(Encoding.UTF8.GetBytes(text), "class_names", root => Json.Array(root, "class_names", ClassLabels.MaximumClassCount, Json.Text))
            .Bind(names => names.IsEmpty || names.Count == classes
                ? Prelude.Right<Mismatch, Seq<string>>(names)
                : new Mismatch($"there are {names.Count} class_names", $"{classes}, one for each class, or none"));

    private static Either<Mismatch, Scaling> ReadScaling(string text, int features) =>
        Json.Parse(Encoding.UTF8.GetBytes(text), "input_scaling", root =>
            from members in Json.Object(root, "input_scaling")
            from type in members.TryGetValue("type", out var found) ? Json.Text(found, "input_scaling.type") : new Mismatch("input_scaling has no 'type'", ScalingTypes)
            from scaling in type switch
            {
                "none" => Json.Object(root, "input_scaling", "type").Map<Scaling>(_ => new Scaling.None()),
                "unit-interval" => Json.Object(root, "input_scaling", "type", "maximum")
                    .Bind(own => Json.Real(own["maximum"], "input_scaling.maximum", AboveZero, IsAboveZero))
                    .Map<Scaling>(maximum => new Scaling.UnitInterval(maximum)),
                "standardised" =>
                    from own in Json.Object(root, "input_scaling", "type", "means", "deviations")
                    from means in Numbers(own["means"], "input_scaling.means", features, "a finite number", _ => true)
                    from deviations in Numbers(own["deviations"], "input_scaling.deviations", features, AboveZero, IsAboveZero)
                    select (Scaling)new Scaling.Standardised(means, deviations),
                _ => new Mismatch($"input_scaling.type is '{Json.Shorten(type)}'", ScalingTypes),
            }
            select scaling);

    private const string ScalingTypes = "none, unit-interval or standardised";
    private const string AboveZero = "a finite number above 0";

    private static bool IsAboveZero(double number) => number > 0;

    private static Either<Mismatch, ImmutableArray<double>> Numbers(JsonElement element, string what, int count, string expected, Func<double, bool> isRight) =>
        Json.Array(element, what, count, (entry, place) => Json.Real(entry, place, expected, isRight))
            .Bind(numbers => numbers.Count == count
                ? Prelude.Right<Mismatch, ImmutableArray<double>>([.. numbers])
                : new Mismatch($"{what} has {numbers.Count} numbers", $"{count}, one for each feature"));

    private static void WriteScaling(Utf8JsonWriter writer, Scaling scaling)
    {
        writer.WriteStartObject();
        switch (scaling)
        {
            case Scaling.UnitInterval unit:
                writer.WriteString("type", "unit-interval");
                writer.WriteNumber("maximum", unit.Maximum);
                break;
            case Scaling.Standardised fitted:
                writer.WriteString("type", "standardised");
                writer.WritePropertyName("means");
                WriteArray(writer, fitted.Means, writer.WriteNumberValue);
                writer.WritePropertyName("deviations");
                WriteArray(writer, fitted.Deviations, writer.WriteNumberValue);
                break;
            default:
                writer.WriteString("type", "none");
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteArray<TValue>(Utf8JsonWriter writer, IEnumerable<TValue> values, Action<TValue> write)
    {
        writer.WriteStartArray();
        foreach (var value in values)
        {
            write(value);
        }

        writer.WriteEndArray();
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
