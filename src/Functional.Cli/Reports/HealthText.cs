namespace Functional.Cli;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Functional.Experiments;
using Functional.Networks;

/// <summary>The health of a training in lines and as JSON.</summary>
internal static class HealthText
{
    /// <summary>The width that messages are wrapped to.</summary>
    private const int Width = 100;

    private const string Absent = "–";

    /// <summary>What the figures are of.</summary>
    public static string Title(TrainPlan plan, Health health) => health.Record.Snapshots.IsEmpty
        ? "no layer could be measured"
        : $"layers at step {Figures.Count(health.Record.Snapshots[health.Record.Snapshots.Count - 1].Step)} on {Figures.Count(Math.Min(Runner.MeasuredSamples, plan.Parts.Train.Count))} samples: root mean squares; update/weights: the middle of all epochs";

    /// <summary>The heads of the columns of <see cref="Rows"/>.</summary>
    public static string[] Heads => ["output", "gradient", "weights", "update/weights", "dead", "saturated"];

    /// <summary>The layers, each with its figures in the columns.</summary>
    public static IEnumerable<(LayerFigures Layer, string[] Cells)> Rows(Health health) =>
        health.Layers.Select((layer, place) => (layer, Cells(layer, health.UpdateRatio(place))));

    /// <summary>A layer's place, as in the table of layers.</summary>
    public static string PlaceOf(LayerFigures layer) => layer.Place.Replace("layer ", string.Empty, StringComparison.Ordinal);

    /// <summary>The verdicts, wrapped to lines; the first line of each begins with a dash.</summary>
    public static IEnumerable<string> Verdicts(Health health) => health.Findings.IsEmpty
        ? ["nothing looks wrong."]
        : health.Findings.SelectMany(finding => Wrapping.Lines(finding.Message, Width - 2).Select((line, number) => $"{(number == 0 ? "- " : "  ")}{line}"));

    /// <summary>The layers' figures as they were measured last and what looks wrong, as a JSON object.</summary>
    public static void Write(Utf8JsonWriter writer, string name, Health health)
    {
        writer.WriteStartObject(name);
        writer.WriteStartArray("findings");
        foreach (var finding in health.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", Health.KindOf(finding));
            writer.WriteString("message", finding.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("layers");
        foreach (var (layer, place) in health.Layers.Select((layer, place) => (layer, place)))
        {
            writer.WriteStartObject();
            writer.WriteString("place", PlaceOf(layer));
            writer.WriteString("title", layer.Title);
            writer.WriteFinite("output", layer.Output);
            writer.WriteFinite("outputGradient", layer.OutputGradient);
            writer.WriteFinite("weights", layer.Weights ?? double.NaN);
            writer.WriteFinite("weightGradient", layer.WeightGradient ?? double.NaN);
            writer.WriteFinite("updateRatio", health.UpdateRatio(place) ?? double.NaN);
            writer.WriteFinite("deadShare", layer.DeadShare ?? double.NaN);
            writer.WriteFinite("saturatedShare", layer.SaturatedShare ?? double.NaN);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string[] Cells(LayerFigures layer, double? updateRatio) =>
    [
        Figures.Difference(layer.Output),
        Figures.Difference(layer.OutputGradient),
        Size(layer.Weights),
        Size(updateRatio),
        Share(layer.DeadShare),
        Share(layer.SaturatedShare),
    ];

    private static string Size(double? size) => size is { } known ? Figures.Difference(known) : Absent;

    private static string Share(double? share) => share is { } known ? Figures.Percent(known) : Absent;
}
