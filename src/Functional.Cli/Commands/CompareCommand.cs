namespace Functional.Cli;

using System;
using System.Linq;
using Functional.Experiments;
using LanguageExt;

using ParseResult = System.CommandLine.ParseResult;

/// <summary><c>compare</c>: puts recorded runs side by side.</summary>
internal static class CompareCommand
{
    private const int ShownDigits = 16;
    private const string None = "–";

    public static int Run(CompareOptions options, ParseResult parsed, Terminal terminal) => options.Read(parsed).Match(
        Succ: wanted => RunComparison.Of(wanted.Folders.Map(path => new RunFolder(path)).Strict()).Match(
            Succ: comparison =>
            {
                terminal.Out.Write(wanted.Json ? Json(comparison) : Text(comparison));
                return ExitCode.Done;
            },
            Fail: faults => Faults.Data(faults, terminal)),
        Fail: faults => Faults.Usage(faults, "functional compare", terminal));

    private static string Text(RunComparison comparison)
    {
        var rows = Rows(comparison);
        var widths = Enumerable.Range(0, comparison.Runs.Count + 1).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return string.Concat(rows.Select(row => $"{string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()}\n"));
    }

    private static string[][] Rows(RunComparison comparison)
    {
        var judges = comparison.Runs.Exists(run => run.Final.Exists(final => final.Validation is not null));
        return
        [
            Row("run", run => run.Folder.Path),
            .. comparison.Differences.Select(difference => new[] { difference.Path }.Concat(difference.Values).ToArray()),
            Row("status", run => $"{Words(run.Status)}"),
            Row("epochs", run => Figures.Count(run.Epochs.Count)),
            Row("result epoch", run => run.Status.ChosenEpoch.Map(epoch => Figures.Count(epoch)).IfNone(None)),
            Row("loss", run => Of(run, final => Figures.Loss(final.Loss))),
            Row("train accuracy", run => Of(run, final => Figures.Percent(final.TrainAccuracy))),
            .. judges
                ? new[]
                {
                    Row("validation loss", run => Of(run, final => final.Validation is { } own ? Figures.Loss(own.Loss) : None)),
                    Row("validation accuracy", run => Of(run, final => final.Validation is { } own ? Figures.Percent(own.Accuracy) : None)),
                }
                : [],
            Row("test loss", run => Of(run, final => Figures.Loss(final.TestLoss))),
            Row("test accuracy", run => Of(run, final => Figures.Percent(final.TestAccuracy))),
            Row("seconds", run => Figures.Seconds(run.Status.Seconds)),
            Row("data", run => Digest(run, own => own.Data)),
            Row("initial", run => Digest(run, own => own.Initial)),
            Row("final", run => Digest(run, own => own.Final)),
        ];

        string[] Row(string head, Func<RunRecord, string> cell) => [head, .. comparison.Runs.Map(cell)];
    }

    private static string Of(RunRecord run, Func<EpochFigures, string> cell) => run.Final.Map(cell).IfNone(None);

    private static string Digest(RunRecord run, Func<RunFingerprints, Option<string>> part) =>
        run.Fingerprints.Bind(part).Map(digest => digest.Length > ShownDigits ? digest[..ShownDigits] : digest).IfNone(None);

    private static string Words(RunStatus status) => status.Phase.ToString().ToLowerInvariant();

    private static string Json(RunComparison comparison) => JsonText.Object(writer =>
    {
        writer.WriteStartArray("differences");
        foreach (var difference in comparison.Differences)
        {
            writer.WriteStartObject();
            writer.WriteString("path", difference.Path);
            writer.WriteStartArray("values");
            difference.Values.Iter(writer.WriteStringValue);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("runs");
        foreach (var run in comparison.Runs)
        {
            writer.WriteStartObject();
            writer.WriteString("folder", run.Folder.Path);
            writer.WriteString("status", Words(run.Status));
            writer.WriteNumber("epochs", run.Epochs.Count);
            run.Status.ChosenEpoch.IfSome(epoch => writer.WriteNumber("resultEpoch", epoch));
            run.Status.Ending.IfSome(ending => writer.WriteString("ending", ending));
            run.Status.Message.IfSome(message => writer.WriteString("message", message));
            run.Final.IfSome(final =>
            {
                writer.WriteFinite("loss", final.Loss);
                writer.WriteFinite("trainAccuracy", final.TrainAccuracy);
                if (final.Validation is { } own)
                {
                    writer.WriteFinite("validationLoss", own.Loss);
                    writer.WriteFinite("validationAccuracy", own.Accuracy);
                }

                writer.WriteFinite("testLoss", final.TestLoss);
                writer.WriteFinite("testAccuracy", final.TestAccuracy);
            });
            writer.WriteFinite("seconds", run.Status.Seconds);
            run.Fingerprints.IfSome(own =>
            {
                writer.WriteString("experimentFingerprint", own.Experiment);
                writer.WriteString("dataFingerprint", own.Data);
                writer.WriteString("initialFingerprint", own.Initial);
                own.Final.IfSome(final => writer.WriteString("fingerprint", final));
            });
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
