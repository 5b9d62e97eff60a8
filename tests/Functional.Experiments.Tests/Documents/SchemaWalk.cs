namespace Functional.Experiments.Tests.Documents;

using System;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

/// <summary>As much of JSON Schema, draft 2020-12, as the program's schema uses; another keyword is an error.</summary>
internal static class SchemaWalk
{
    public static bool Accepts(string schema, JsonNode? value)
    {
        var root = JsonNode.Parse(schema)!.AsObject();
        return Accepts(root, root, value);
    }

    private static bool Accepts(JsonObject root, JsonObject schema, JsonNode? value) => schema.All(entry => entry.Key switch
    {
        "$schema" or "title" or "description" or "$defs" => true,
        "$ref" => Accepts(root, root["$defs"]![((string)entry.Value!).Split('/')[^1]]!.AsObject(), value),
        "const" => JsonNode.DeepEquals(entry.Value, value),
        "enum" => entry.Value!.AsArray().Any(each => JsonNode.DeepEquals(each, value)),
        "anyOf" => entry.Value!.AsArray().Any(each => Accepts(root, each!.AsObject(), value)),
        "type" => IsOf((string)entry.Value!, value),
        "properties" => value is not JsonObject own || own.All(member => entry.Value![member.Key] is not JsonObject inner || Accepts(root, inner, member.Value)),
        "additionalProperties" => value is not JsonObject own || own.All(member => schema["properties"]!.AsObject().ContainsKey(member.Key)),
        "required" => value is not JsonObject own || entry.Value!.AsArray().All(name => own.ContainsKey((string)name!)),
        "items" => value is not JsonArray list || list.All(each => Accepts(root, entry.Value!.AsObject(), each)),
        "maxItems" => value is not JsonArray list || list.Count <= (int)entry.Value!,
        "pattern" => value?.GetValueKind() != JsonValueKind.String || System.Text.RegularExpressions.Regex.IsMatch((string)value!, (string)entry.Value!, default, TimeSpan.FromSeconds(1)),
        "minimum" => NumberOf(value) is not { } number || number >= NumberOf(entry.Value),
        "maximum" => NumberOf(value) is not { } number || number <= NumberOf(entry.Value),
        "exclusiveMinimum" => NumberOf(value) is not { } number || number > NumberOf(entry.Value),
        "exclusiveMaximum" => NumberOf(value) is not { } number || number < NumberOf(entry.Value),
        _ => throw new InvalidOperationException($"The keyword {entry.Key} is not known here."),
    });

    private static bool IsOf(string type, JsonNode? value) => type switch
    {
        "null" => value is null,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "number" => NumberOf(value) is not null,
        "integer" => NumberOf(value) is { } number && Math.Floor(number).Equals(number),
        "array" => value is JsonArray,
        "object" => value is JsonObject,
        _ => throw new InvalidOperationException($"The type {type} is not known here."),
    };

    private static double? NumberOf(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number ? double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture) : null;
}
