namespace Functional.Experiments.Tests.Documents;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

/// <summary>A change of a JSON tree at a place drawn at random.</summary>
internal static class TreeChange
{
    private static readonly string[] Values =
        ["null", "true", "0", "1", "-1", "0.5", "1e30", "2.0", "\"\"", "\"none\"", "\"adam\"", "\"relu\"", "\"huber\"", "\"cosine\"", "\"full\"", "[]", "[1]", "{}", "{\"type\":\"elu\"}", "{\"type\":\"normal\",\"deviation\":1}"];

    public static void Apply(JsonObject tree, Random random)
    {
        var places = Objects(tree).ToArray();
        var place = places[random.Next(places.Length)];
        var names = place.Select(member => member.Key).ToArray();
        switch (random.Next(4))
        {
            case 0 when names.Length > 0:
                place.Remove(names[random.Next(names.Length)]);
                break;
            case 1:
                place["odd"] = 1;
                break;
            default:
                if (names.Length > 0)
                {
                    place[names[random.Next(names.Length)]] = JsonNode.Parse(Values[random.Next(Values.Length)]);
                }

                break;
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Objects(member.Value)).Prepend(members),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
