namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using LanguageExt;

/// <summary>Reads JSON from outside: nothing is taken on trust, and what is wrong comes back as a value.</summary>
internal static class Json
{
    /// <summary>How deep values may be nested.</summary>
    public const int MaximumDepth = 256;

    private const int ShownLength = 40;

    /// <summary>Parses a whole text and reads its root, which does not live longer than the reading.</summary>
    public static Either<Mismatch, T> Parse<T>(ReadOnlyMemory<byte> utf8, string what, Func<JsonElement, Either<Mismatch, T>> read)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MaximumDepth });
            return read(document.RootElement);
        }
        catch (JsonException odd)
        {
            return new Mismatch($"{what} is no JSON ({odd.Message.Split('.')[0]})", "JSON text");
        }
        catch (InvalidOperationException)
        {
            // The only way here: a string with broken UTF-8 or lone surrogates is asked for.
            return new Mismatch($"{what} holds a string that is no Unicode text", "Unicode text");
        }
    }

    /// <summary>The members of an object, each name once.</summary>
    public static Either<Mismatch, IReadOnlyDictionary<string, JsonElement>> Object(JsonElement element, string what)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return new Mismatch($"{what} is {Show(element)}", "an object, {…}");
        }

        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (!members.TryAdd(member.Name, member.Value))
            {
                return new Mismatch($"{what} has '{Shorten(member.Name)}' twice", "each name once");
            }
        }

        return members;
    }

    /// <summary>The members of an object that must be these, each once, and no others.</summary>
    public static Either<Mismatch, IReadOnlyDictionary<string, JsonElement>> Object(JsonElement element, string what, params string[] names) =>
        Object(element, what).Bind(members =>
            names.Where(name => !members.ContainsKey(name)).ToArray() is [var missing, ..]
                ? new Mismatch($"{what} has no '{missing}'", $"the members {string.Join(", ", names)}")
            : members.Keys.Where(name => !names.Contains(name, StringComparer.Ordinal)).ToArray() is [var extra, ..]
                ? new Mismatch($"{what} has '{Shorten(extra)}'", $"no members but {string.Join(", ", names)}")
                : Prelude.Right<Mismatch, IReadOnlyDictionary<string, JsonElement>>(members));

    /// <summary>A string.</summary>
    public static Either<Mismatch, string> Text(JsonElement element, string what) => element.ValueKind == JsonValueKind.String
        ? element.GetString()!
        : new Mismatch($"{what} is {Show(element)}", "a string");

    /// <summary>A whole number in a range.</summary>
    public static Either<Mismatch, long> Whole(JsonElement element, string what, long minimum, long maximum) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var value) && value >= minimum && value <= maximum
            ? value
            : new Mismatch(
                $"{what} is {Show(element)}",
                $"a whole number from {minimum.ToString(CultureInfo.InvariantCulture)} to {maximum.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>A finite number that a condition holds for.</summary>
    public static Either<Mismatch, double> Real(JsonElement element, string what, string expected, Func<double, bool> isRight) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var value) && double.IsFinite(value) && isRight(value)
            ? value
            : new Mismatch($"{what} is {Show(element)}", expected);

    /// <summary>An array whose elements are read one by one.</summary>
    public static Either<Mismatch, Seq<T>> Array<T>(JsonElement element, string what, int maximum, Func<JsonElement, string, Either<Mismatch, T>> read)
    {
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() > maximum)
        {
            return new Mismatch(
                element.ValueKind == JsonValueKind.Array ? $"{what} has {element.GetArrayLength()} elements" : $"{what} is {Show(element)}",
                $"an array, […], of at most {maximum.ToString(CultureInfo.InvariantCulture)} elements");
        }

        var values = new List<T>(element.GetArrayLength());
        foreach (var entry in element.EnumerateArray())
        {
            var value = read(entry, $"{what}[{values.Count}]");
            if (value.IsLeft)
            {
                return value.Map(_ => Seq<T>.Empty);
            }

            value.IfRight(values.Add);
        }

        return values.ToArray().ToSeq().Strict();
    }

    /// <summary>A text of someone else's, not too long for a message.</summary>
    public static string Shorten(string text) =>
        new([.. (text.Length <= ShownLength ? text : $"{text[..ShownLength]}…").Select(letter => char.IsControl(letter) ? '·' : letter)]);

    /// <summary>A value as it stands in the text, not too long for a message.</summary>
    public static string Show(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        _ => Shorten(element.GetRawText()),
    };
}
