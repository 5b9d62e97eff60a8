namespace Functional.Experiments;

using System.Collections.Generic;
using System.Linq;
using Functional.Data;

/// <summary>The run's name, how it stands with it, and its figures in large.</summary>
internal static class ReportHeader
{
    /// <summary>The page's title.</summary>
    public static string TitleOf(RunReport report) => $"Run {report.Name}: {(report.Record.Final.IsNone || report.PredictsValues
        ? Phase(report.Record.Status)
        : $"{ReportNumbers.Percent(FinalOf(report).TestAccuracy)} of the test samples are right")}";

    /// <summary>The head of the page.</summary>
    public static Markup Of(RunReport report) => Markup.Element(
        "header",
        Markup.Lines(
        [
            Markup.Element("h1", $"Run {report.Name}"),
            report.Record.Status.Phase is RunPhase.Diverged or RunPhase.Failed ? Markup.Of("p", "warn", Standing(report.Record)) : Page.Paragraph(Standing(report.Record)),
            Page.Remark(Described(report)),
            Markup.Of("dl", "cards", [.. Cards(report).Select(card => Markup.Element("div", Markup.Element("dt", card.Name), Markup.Element("dd", card.Value)))]),
            .. report.Remarks.Map(remark => Markup.Of("p", "warn", remark)),
        ]));

    /// <summary>How it stands with a run, in sentences.</summary>
    private static string Standing(RunRecord record)
    {
        var (status, epochs) = (record.Status, ReportNumbers.Counted(record.Epochs.Count, "epoch"));
        var result = status.ChosenEpoch.Map(epoch => $" The result is the network of epoch {ReportNumbers.Count(epoch)}.").IfNone(string.Empty);
        return (status.Phase, status.Ending.IfNone(string.Empty)) switch
        {
            (RunPhase.Finished, "early-stopping") => $"Finished early, after {epochs}: the validation loss had not become smaller for as long as was wanted.{result}",
            (RunPhase.Finished, "time-limit") => $"Finished early, after {epochs}: the time was up.{result}",
            (RunPhase.Finished, _) => $"Finished after all {epochs}.{result}",
            (RunPhase.Diverged, _) => $"Diverged after {epochs}. {status.Message.IfNone(string.Empty)}",
            (RunPhase.Failed, _) => $"Not finished: after {epochs} a file could not be written; the run can be resumed. {status.Message.IfNone(string.Empty)}",
            (RunPhase.Stopped, _) => $"Not finished: it was stopped behind step {ReportNumbers.Count(status.Step)}, after {epochs}, and can be resumed.",
            _ => $"Not finished: {epochs} of {ReportNumbers.Count(record.Experiment.Epochs)} were done when this was written.",
        };
    }

    private static string Phase(RunStatus status) => status.Phase switch
    {
        RunPhase.Finished => "finished",
        RunPhase.Diverged => "diverged",
        RunPhase.Failed or RunPhase.Stopped => "not finished",
        _ => "still going on",
    };

    private static string Described(RunReport report) => report.Data.Match(
        Some: parts => $"Trained on {Samples(parts.Train)} of {parts.Train.Name} ({parts.Train.Shape}), {parts.Validation.Map(held => $"judged by {Samples(held)} that were held out, ").IfNone(string.Empty)}tested with {Samples(parts.Test)}; {Learned(parts.Test)}.",
        None: () => $"Trained on {report.Record.Experiment.Data}.");

    private static string Samples(DataSet set) => ReportNumbers.Counted(set.Count, "sample");

    private static string Learned(DataSet set) => set.Labels is ClassLabels labels ? $"{ReportNumbers.Count(labels.ClassCount)} classes"
        : $"{ReportNumbers.Counted(set.OutputCount, "value")} to predict";

    private static EpochFigures FinalOf(RunReport report) => report.Record.Final.IfNone(new EpochFigures(0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, null));

    private static IEnumerable<(string Name, string Value)> Cards(RunReport report)
    {
        var record = report.Record;
        if (record.Final.IsSome)
        {
            var final = FinalOf(report);
            if (!report.PredictsValues)
            {
                yield return ("test accuracy", ReportNumbers.Percent(final.TestAccuracy));
            }

            yield return ("test loss", ReportNumbers.Loss(final.TestLoss));
            if (!report.PredictsValues && final.Validation is { } judged)
            {
                yield return ("validation accuracy", ReportNumbers.Percent(judged.Accuracy));
            }

            if (final.Validation is { } held)
            {
                yield return ("validation loss", ReportNumbers.Loss(held.Loss));
            }

            if (!report.PredictsValues)
            {
                yield return ("train accuracy", ReportNumbers.Percent(final.TrainAccuracy));
            }

            yield return ("train loss", ReportNumbers.Loss(final.Loss));
        }

        foreach (var card in Mistaken(report))
        {
            yield return card;
        }

        yield return ("epochs", record.Epochs.Count == record.Experiment.Epochs
            ? ReportNumbers.Count(record.Epochs.Count)
            : $"{ReportNumbers.Count(record.Epochs.Count)} of {ReportNumbers.Count(record.Experiment.Epochs)}");
        yield return ("steps", ReportNumbers.Count(record.Status.Step));
        foreach (var count in report.Model.Map(model => model.ParameterCount).ToSeq())
        {
            yield return ("parameters", ReportNumbers.Count(count));
        }
    }

    private static IEnumerable<(string Name, string Value)> Mistaken(RunReport report) => report.Test.ToSeq().SelectMany(test => test switch
    {
        TestResult.Classes classes => new[] { ("test mistakes", $"{ReportNumbers.Count(classes.Verdict.Samples - classes.Verdict.Correct)} of {ReportNumbers.Count(classes.Verdict.Samples)}") },
        TestResult.Values { Outputs.Count: 1 } values => [("test R²", ReportNumbers.Size(values.Outputs[0].Determination))],
        _ => [],
    });
}
