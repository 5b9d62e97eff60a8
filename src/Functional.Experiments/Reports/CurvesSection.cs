namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Networks;

/// <summary>Losses and accuracies by epoch, as pictures and as a table.</summary>
internal static class CurvesSection
{
    /// <summary>A curve of more epochs is drawn through some of them.</summary>
    private const int MostPoints = 300;
    private const int MostRows = 40;

    /// <summary>Losses whose largest is more than this many times the smallest are drawn by ratios.</summary>
    private const double WideRatio = 20;

    /// <summary>The part.</summary>
    public static Markup Of(RunReport report)
    {
        var epochs = report.Record.Epochs.ToArray();
        if (epochs.Length == 0)
        {
            return Page.Section("Learning curves", Page.Paragraph("No epoch was done."));
        }

        var shown = Some(epochs, MostPoints);
        var charts = new List<Markup> { Page.Picture(Losses(report, shown), "curve-loss") };
        if (!report.PredictsValues)
        {
            charts.Add(Page.Picture(Accuracies(report, shown), "curve-accuracy"));
        }

        if (epochs.Any(epoch => epoch.LearningRate != epochs[0].LearningRate))
        {
            charts.Add(Page.Picture(Rates(report, shown), "curve-rate"));
        }

        return Page.Section("Learning curves", Page.Charts([.. charts]), Table(report, epochs));
    }

    private static Plot Losses(RunReport report, EpochFigures[] shown)
    {
        var losses = shown.SelectMany(epoch => new[] { epoch.Loss, epoch.TestLoss, epoch.Validation?.Loss ?? epoch.Loss }).Where(double.IsFinite).ToArray();
        var scale = losses.Length > 0 && losses.Min() > 1e-100 && losses.Max() / losses.Min() > WideRatio ? AxisScale.Logarithmic : AxisScale.Linear;
        return new("Loss by epoch", Epochs(shown), new Axis("loss", scale), Marks(report, shown, epoch => epoch.Loss, judged => judged.Loss, epoch => epoch.TestLoss), Note(report, shown));
    }

    private static Plot Accuracies(RunReport report, EpochFigures[] shown) => new(
        "Accuracy by epoch",
        Epochs(shown),
        new Axis("samples that are right", isPercent: true),
        Marks(report, shown, epoch => epoch.TrainAccuracy, judged => judged.Accuracy, epoch => epoch.TestAccuracy),
        Note(report, shown));

    private static Plot Rates(RunReport report, EpochFigures[] shown) =>
        new("Learning rate by epoch", Epochs(shown), "rate at the epoch's end", [new Mark.Line("rate", shown.Select(epoch => new PlanePoint(epoch.Epoch, epoch.LearningRate)), hue: 3)], Note(report, shown));

    /// <summary>The axis of epochs, a little longer than they are, so that the last sign is whole.</summary>
    private static Axis Epochs(EpochFigures[] shown)
    {
        var (first, last) = (shown[0].Epoch, shown[^1].Epoch);
        var margin = last == first ? 0.5 : 0.02 * (last - first);
        return new("epoch", lowest: first - margin, highest: last + margin) { IsWhole = true };
    }

    private static IEnumerable<Mark> Marks(
        RunReport report, EpochFigures[] shown, Func<EpochFigures, double> train, Func<JudgedFigures, double> validation, Func<EpochFigures, double> test)
    {
        yield return new Mark.Line("train", shown.Select(epoch => new PlanePoint(epoch.Epoch, train(epoch))), hue: 0);
        yield return new Mark.Line("test", shown.Select(epoch => new PlanePoint(epoch.Epoch, test(epoch))), hue: 1);
        if (shown.Any(epoch => epoch.Validation is not null))
        {
            yield return new Mark.Line("validation", shown.Select(epoch => new PlanePoint(epoch.Epoch, epoch.Validation is { } judged ? validation(judged) : double.NaN)), hue: 2);
        }

        foreach (var chosen in report.Record.Status.ChosenEpoch.Filter(epoch => epoch != report.Record.Epochs.Count).ToSeq())
        {
            yield return new Mark.Rule("epoch of the result", chosen);
        }
    }

    private static string Note(RunReport report, EpochFigures[] shown) =>
        shown.Length == report.Record.Epochs.Count ? string.Empty : $"Drawn through {ReportNumbers.Count(shown.Length)} of {ReportNumbers.Count(report.Record.Epochs.Count)} epochs.";

    private static Markup Table(RunReport report, EpochFigures[] epochs)
    {
        var (rows, judges, values) = (Some(epochs, MostRows), epochs.Any(epoch => epoch.Validation is not null), report.PredictsValues);
        string[] heads =
        [
            "epoch",
            "train loss",
            .. values ? Array.Empty<string>() : ["train accuracy"],
            .. judges ? ["validation loss"] : Array.Empty<string>(),
            .. judges && !values ? ["validation accuracy"] : Array.Empty<string>(),
            "test loss",
            .. values ? Array.Empty<string>() : ["test accuracy"],
            "learning rate",
        ];
        var all = rows.Length == epochs.Length ? string.Empty : $", {rows.Length} of {ReportNumbers.Count(epochs.Length)}; metrics.csv has all";
        return Markup.Element(
            "details",
            Markup.Element("summary", "The figures in numbers"),
            Page.Table($"At the end of each epoch{all}", heads, rows.Select(Row), words: 0));

        string[] Row(EpochFigures epoch) =>
        [
            ReportNumbers.Count(epoch.Epoch),
            ReportNumbers.Loss(epoch.Loss),
            .. values ? Array.Empty<string>() : [ReportNumbers.Percent(epoch.TrainAccuracy)],
            .. judges ? [epoch.Validation is { } own ? ReportNumbers.Loss(own.Loss) : ReportNumbers.Absent] : Array.Empty<string>(),
            .. judges && !values ? [ReportNumbers.Percent(epoch.Validation?.Accuracy)] : Array.Empty<string>(),
            ReportNumbers.Loss(epoch.TestLoss),
            .. values ? Array.Empty<string>() : [ReportNumbers.Percent(epoch.TestAccuracy)],
            ReportNumbers.Size(epoch.LearningRate),
        ];
    }

    /// <summary>At most so many of the epochs at equal distances, the first and the last among them.</summary>
    private static EpochFigures[] Some(EpochFigures[] epochs, int most) => epochs.Length <= most
        ? epochs
        : [.. Enumerable.Range(0, most).Select(place => epochs[(int)((long)place * (epochs.Length - 1) / (most - 1))])];
}
