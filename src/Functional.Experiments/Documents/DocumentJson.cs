namespace Functional.Experiments;

using System.Text.Json.Nodes;

/// <summary>From values that know their places to plain ones.</summary>
internal static class DocumentJson
{
    /// <summary>The value without its place; numbers keep their digits. Of a name that comes more than once the last value stays.</summary>
    /// <param name="node">The value.</param>
    public static JsonNode? Of(DocumentNode node)
    {
        switch (node)
        {
            case DocumentNode.Text text:
                return JsonValue.Create(text.Value);
            case DocumentNode.Number number:
                return JsonNode.Parse(number.Digits);
            case DocumentNode.Flag flag:
                return JsonValue.Create(flag.Value);
            case DocumentNode.List list:
                return new JsonArray([.. list.Values.Select(Of)]);
            case DocumentNode.Members all:
                var members = new JsonObject();
                foreach (var own in all.Values)
                {
                    members[own.Name] = Of(own.Value);
                }

                return members;
            default:
                return null;
        }
    }
}
