namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using LanguageExt;

/// <summary>From JSON text to values that know their places. Comments and commas behind the last element are allowed.</summary>
internal static class DocumentParser
{
    /// <summary>How deep values may be nested.</summary>
    private const int MaximumDepth = 64;

    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaximumDepth };

    /// <summary>The value of a text.</summary>
    /// <param name="utf8">The text.</param>
    /// <returns>The value, or where the text is no JSON.</returns>
    public static Either<DocumentFault, DocumentNode> Parse(ReadOnlySpan<byte> utf8)
    {
        var text = utf8 is [0xEF, 0xBB, 0xBF, ..] ? utf8[3..] : utf8;
        var lines = new LineIndex(text);
        var reader = new Utf8JsonReader(text, Options);
        try
        {
            reader.Read();
            var root = Value(ref reader, "$", lines);

            // What stands behind the value is a fault that the reader finds.
            reader.Read();
            return root;
        }
        catch (JsonException odd)
        {
            return new DocumentFault(
                "$", (int)(odd.LineNumber ?? 0) + 1, (int)(odd.BytePositionInLine ?? 0) + 1, $"no JSON ({Words(odd)})", "JSON text, in which comments are allowed");
        }
        catch (InvalidOperationException)
        {
            // The only way here: a string with broken UTF-8 or lone surrogates.
            var (line, column) = lines.Of((int)reader.TokenStartIndex);
            return new DocumentFault("$", line, column, "a string that is no Unicode text", "Unicode text");
        }
    }

    private static string Words(JsonException odd) => odd.Message.Split(". LineNumber", 2)[0].TrimEnd('.');

    private static DocumentNode Value(ref Utf8JsonReader reader, string path, LineIndex lines)
    {
        var (line, column) = lines.Of((int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return new DocumentNode.Text(path, line, column, reader.GetString()!);
            case JsonTokenType.Number:
                return new DocumentNode.Number(path, line, column, Encoding.UTF8.GetString(reader.ValueSpan));
            case JsonTokenType.True or JsonTokenType.False:
                return new DocumentNode.Flag(path, line, column, reader.TokenType == JsonTokenType.True);
            case JsonTokenType.StartArray:
                var elements = new List<DocumentNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    elements.Add(Value(ref reader, $"{path}[{elements.Count}]", lines));
                }

                return new DocumentNode.List(path, line, column, elements.ToArray().ToSeq().Strict());
            case JsonTokenType.StartObject:
                var members = new List<NamedNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var (own, place) = (reader.GetString()!, lines.Of((int)reader.TokenStartIndex));
                    reader.Read();
                    members.Add(new(own, place.Line, place.Column, Value(ref reader, Within(path, own), lines)));
                }

                return new DocumentNode.Members(path, line, column, members.ToArray().ToSeq().Strict());
            default:
                return new DocumentNode.Null(path, line, column);
        }
    }

    private static string Within(string path, string name) => name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '$')
        ? $"{path}.{name}"
        : $"{path}['{Json.Shorten(name)}']";
}
