namespace Functional.Experiments;

using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

/// <summary>The experiment, as a table and as its document.</summary>
internal static class ExperimentSection
{
    private const int MostRows = 400;

    /// <summary>The part.</summary>
    public static Markup Of(RunReport report)
    {
        var document = ExperimentDocument.Write(report.Record.Experiment);
        var rows = Leaves(string.Empty, JsonNode.Parse(document)).ToArray();
        return Page.Section(
            "Experiment",
            Page.Keys(rows.Take(MostRows).Select(row => (row.Path, (Markup)row.Text))),
            rows.Length > MostRows ? Page.Remark($"The first {MostRows} of {ReportNumbers.Count(rows.Length)} settings; the document below has all.") : Markup.Nothing,
            Markup.Element("details", Markup.Element("summary", "The experiment's document, as functional run takes it"), Markup.Element("pre", Markup.Verbatim(document))));
    }

    /// <summary>Every number, word and list of these within a document, with its place.</summary>
    private static IEnumerable<(string Path, string Text)> Leaves(string path, JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Leaves(path.Length == 0 ? member.Key : $"{path}.{member.Key}", member.Value)),
        JsonArray list when list.Any(item => item is JsonObject or JsonArray) => list.SelectMany((item, place) => Leaves($"{path}[{place}]", item)),
        JsonArray list => [(path, list.Count == 0 ? "none" : string.Join(", ", list.Select(Words)))],
        _ => [(path, Words(node))],
    };

    private static string Words(JsonNode? node) => node switch
    {
        null => "none",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => node.ToJsonString(),
    };
}
