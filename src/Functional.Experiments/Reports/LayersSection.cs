namespace Functional.Experiments;

using System;
using System.Linq;
using Functional.Networks;

/// <summary>What every layer did, and in words what looks wrong.</summary>
internal static class LayersSection
{
    /// <summary>The part; nothing where no layer was measured.</summary>
    public static Markup Of(RunReport report) => report.Diagnosis.Match(
        Some: diagnosis => Page.Section("Layers", Findings(report, diagnosis), Table(diagnosis)),
        None: () => Markup.Nothing);

    private static Markup Findings(RunReport report, LayerDiagnosis diagnosis)
    {
        var findings = diagnosis.Findings;
        return !findings.IsEmpty ? Markup.Element("ul", [.. findings.Map(finding => Markup.Element("li", finding.Message))])
            : report.Record.Status.Phase == RunPhase.Diverged ? Page.Paragraph("Before it diverged, nothing looked wrong.")
            : Page.Paragraph("Nothing looks wrong.");
    }

    private static Markup Table(LayerDiagnosis diagnosis)
    {
        var last = diagnosis.Record.Snapshots[diagnosis.Record.Snapshots.Count - 1];
        return Page.Table(
            $"At step {ReportNumbers.Count(last.Step)}, on {Runner.MeasuredSamples} samples at most: root mean squares; for update/weights the middle of all measurements",
            ["layer", "output", "gradient", "weights", "update/weights", "dead", "saturated"],
            diagnosis.Layers.Select((layer, place) => new[]
            {
                NameOf(layer),
                ReportNumbers.Size(layer.Output),
                ReportNumbers.Size(layer.OutputGradient),
                ReportNumbers.Size(layer.Weights),
                ReportNumbers.Size(diagnosis.UpdateRatio(place)),
                ReportNumbers.Percent(layer.DeadShare),
                ReportNumbers.Percent(layer.SaturatedShare),
            }).ToArray());
    }

    /// <summary>Place and title, which stay on one line.</summary>
    private static string NameOf(LayerFigures layer) => $"{layer.Place.Replace("layer ", string.Empty, StringComparison.Ordinal)} {layer.Title}".Replace(' ', '\u00A0');
}
