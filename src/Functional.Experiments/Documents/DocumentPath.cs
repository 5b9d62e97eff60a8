namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using LanguageExt;

/// <summary>Places in documents, told by paths such as "$.network.hidden[1]".</summary>
internal static class DocumentPath
{
    private static readonly char[] Ends = ['.', '['];

    /// <summary>Puts a value at a place of a tree.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="path">The place, with or without "$." in front.</param>
    /// <param name="json">The value as JSON; what is no JSON is a string.</param>
    /// <returns>What is wrong with the path; none where the value is in its place.</returns>
    public static Option<DocumentFault> Set(JsonObject tree, string path, string json)
    {
        var rest = path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path;
        var value = Parsed(json);
        JsonNode? place = tree;
        var done = "$";
        while (true)
        {
            var end = rest.IndexOfAny(Ends, 1 > rest.Length ? rest.Length : 1);
            var part = end < 0 ? rest : rest[..end];
            rest = end < 0 ? string.Empty : rest[end] == '.' ? rest[(end + 1)..] : rest[end..];
            var isLast = end < 0;
            switch (place)
            {
                case JsonArray list when part is ['[', .. var digits, ']'] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < list.Count:
                    if (isLast)
                    {
                        list[number] = value;
                        return Option<DocumentFault>.None;
                    }

                    (place, done) = (list[number], $"{done}{part}");
                    break;
                case JsonObject members when members.ContainsKey(part) || (isLast && IsUnion(members)):
                    if (isLast)
                    {
                        members[part] = value;
                        return Option<DocumentFault>.None;
                    }

                    (place, done) = (members[part], $"{done}.{part}");
                    break;
                case JsonObject members:
                    string[] known = [.. members.Select(member => member.Key)];
                    return new DocumentFault($"{done}.{part}", 0, 0, "a name that there is not", NearestName.Or(part, known, $"one of {string.Join(", ", known)}"));
                default:
                    return new DocumentFault($"{done}{(part is ['[', ..] ? part : $".{part}")}", 0, 0, $"{place?.ToJsonString() ?? "null"} at {done}", "a place that the document has");
            }
        }
    }

    /// <summary>Where a value stands in a text: it, or what is nearest around it.</summary>
    /// <param name="root">The document.</param>
    /// <param name="path">The place.</param>
    public static (string Path, int Line, int Column) Place(DocumentNode root, string path)
    {
        var (line, column) = (0, 0);
        Find(root);
        return (path, line, column);

        void Find(DocumentNode node)
        {
            if (string.Equals(node.Path, path, StringComparison.Ordinal))
            {
                (line, column) = (node.Line, node.Column);
            }

            if (node is DocumentNode.Members members)
            {
                members.Values.Iter(member => Find(member.Value));
            }
            else if (node is DocumentNode.List list)
            {
                list.Values.Iter(Find);
            }
        }
    }

    /// <summary>The places at which two trees differ.</summary>
    /// <param name="one">A tree.</param>
    /// <param name="other">Another one.</param>
    public static Seq<(string Path, string One, string Other)> Differences(JsonNode? one, JsonNode? other)
    {
        var found = new List<(string Path, string One, string Other)>();
        Compare(one, other, "$");
        return found.ToArray().ToSeq().Strict();

        void Compare(JsonNode? mine, JsonNode? its, string path)
        {
            if (mine is JsonObject left && its is JsonObject right)
            {
                foreach (var name in left.Select(member => member.Key).Union(right.Select(member => member.Key), StringComparer.Ordinal))
                {
                    if (left.ContainsKey(name) && right.ContainsKey(name))
                    {
                        Compare(left[name], right[name], $"{path}.{name}");
                    }
                    else
                    {
                        found.Add(($"{path}.{name}", left.ContainsKey(name) ? Shown(left[name]) : "nothing", right.ContainsKey(name) ? Shown(right[name]) : "nothing"));
                    }
                }
            }
            else if (!JsonNode.DeepEquals(mine, its))
            {
                found.Add((path, Shown(mine), Shown(its)));
            }
        }
    }

    private static string Shown(JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var words) ? words : value?.ToJsonString() ?? "null";

    /// <summary>A kind's members may be left out in the text, but then there is a type.</summary>
    private static bool IsUnion(JsonObject members) => members.ContainsKey(UnionForm<int>.TypeName);

    public static JsonNode? Parsed(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return JsonValue.Create(json);
        }
    }
}
