namespace Functional.Experiments;

using System;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

/// <summary>JSON text with a comment above every member that has an explanation.</summary>
internal static class ExplainedText
{
    private const int Width = 110;
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A value as text.</summary>
    /// <param name="title">What stands above all.</param>
    /// <param name="value">The value.</param>
    /// <param name="form">Its form, which has the explanations.</param>
    public static string Of(string title, JsonObject value, Form form)
    {
        var text = new StringBuilder();
        Comment(text, title, 0);
        Append(text, value, form, 0);
        return text.Append('\n').ToString();
    }

    private static void Append(StringBuilder text, JsonObject value, Form form, int depth)
    {
        text.Append("{\n");
        var number = 0;
        foreach (var (name, own) in value)
        {
            var (_, description, inner) = form.Explained.First(entry => string.Equals(entry.Name, name, StringComparison.Ordinal));
            if (number++ > 0)
            {
                text.Append(",\n\n");
            }

            Comment(text, description, depth + 1);
            text.Append(' ', 2 * (depth + 1)).Append(JsonSerializer.Serialize(name, Compact)).Append(": ");
            if (own is JsonObject members && inner.Explained.Count > 0)
            {
                Append(text, members, inner, depth + 1);
            }
            else if (own is JsonArray { Count: > 0 } list && list.All(element => element is JsonObject))
            {
                var indent = new string(' ', 2 * (depth + 2));
                text.Append("[\n").AppendJoin(",\n", list.Select(element => $"{indent}{element!.ToJsonString(Compact)}")).Append('\n').Append(' ', 2 * (depth + 1)).Append(']');
            }
            else
            {
                text.Append(own?.ToJsonString(Compact) ?? "null");
            }
        }

        text.Append('\n').Append(' ', 2 * depth).Append('}');
    }

    private static void Comment(StringBuilder text, string words, int depth)
    {
        var line = new StringBuilder();
        foreach (var word in words.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Width)
            {
                text.Append(' ', 2 * depth).Append("// ").Append(line).Append('\n');
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : string.Empty).Append(word);
        }

        text.Append(' ', 2 * depth).Append("// ").Append(line).Append('\n');
    }
}
