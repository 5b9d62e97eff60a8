namespace Functional.Cli;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using Functional.Experiments;
using LanguageExt;

/// <summary>What a sweep came to, as text and as JSON.</summary>
internal static class SweepReport
{
    /// <summary>How wide a table may be where output is no terminal.</summary>
    public const int UsualWidth = 120;

    private const int ShownPoints = 20;
    private const int ShownDigits = 4;

    /// <summary>A trial that is done, on a line.</summary>
    public static string Line(Sweep sweep, TrialResult result, int number)
    {
        var words = string.Join(' ', Heads(sweep).Zip(result.Values, (head, value) => $"{head}={Shown(value)}"));
        var rung = sweep.Rungs.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" rung {result.Trial.Rung}") : string.Empty;
        return $"{Figures.Count(number)} of {Figures.Count(sweep.TrialCount)}  trial {result.Trial.Number}{rung}  {result.Final.Map(final => Figure(sweep, sweep.Figure.Of(final))).IfNone("diverged")}  {words}".TrimEnd();
    }

    /// <summary>The points, the best first: as a table, or where that is too wide, one below another.</summary>
    public static string Text(SweepRecording recording, int width)
    {
        var sweep = recording.Sweep;
        var standings = SweepStanding.Of(sweep.Figure, recording.Results).ToArray();
        var shown = standings.Take(ShownPoints).ToArray();
        string[] heads = ["point", Words(sweep.Figure), .. sweep.Repetitions > 1 ? new[] { "deviation" } : [], .. sweep.Rungs.Count > 1 ? new[] { "epochs" } : [], .. Heads(sweep)];
        var rows = shown.Select(own => Row(sweep, own)).ToArray();
        var text = new StringBuilder("\n");
        var table = Table([heads, .. rows]);
        text.Append(table.Max(line => line.Length) <= width
            ? string.Concat(table.Select(line => $"{line}\n"))
            : string.Concat(rows.Select(row => $"{Stacked(heads, row, width)}\n")));
        if (standings.Length > shown.Length)
        {
            text.Append(CultureInfo.InvariantCulture, $"… and {standings.Length - shown.Length} more points\n");
        }

        text.Append('\n');
        foreach (var (head, words) in Ends(recording, standings[0]))
        {
            text.AppendJoin('\n', Wrapping.Lines($"{head,-14} {words}", Math.Max(width, 1))).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>One JSON object with all points and trials.</summary>
    public static string Json(SweepRecording recording) => JsonText.Object(writer =>
    {
        var sweep = recording.Sweep;
        var standings = SweepStanding.Of(sweep.Figure, recording.Results);
        writer.WriteString("figure", SweepFigures.Names.NameOf(sweep.Figure).IfNone(string.Empty));
        writer.WriteNumber("trials", recording.Results.Count);
        writer.WriteNumber("diverged", recording.Results.Filter(own => own.HasDiverged).Count);
        writer.WriteStartArray("points");
        foreach (var own in standings)
        {
            writer.WriteStartObject();
            writer.WriteNumber("point", own.Point);
            writer.WriteNumber("rung", own.Rung);
            own.Mean.IfSome(mean => writer.WriteFinite("mean", mean));
            own.Deviation.IfSome(deviation => writer.WriteFinite("deviation", deviation));
            writer.WriteStartObject("settings");
            for (var i = 0; i < own.Values.Count; i++)
            {
                writer.WritePropertyName(sweep.Axes[i].Path);
                writer.WriteRawValue(own.Values[i]);
            }

            writer.WriteEndObject();
            writer.WriteStartArray("trials");
            own.Trials.Iter(trial => Trial(writer, recording, trial));
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("table", recording.Folder.ResultsTable);
        writer.WriteString("picture", recording.Folder.PictureFile);
    });

    private static void Trial(Utf8JsonWriter writer, SweepRecording recording, TrialResult trial)
    {
        writer.WriteStartObject();
        writer.WriteNumber("trial", trial.Trial.Number);
        writer.WriteString("folder", recording.Folder.RunOf(trial.Trial).Path);
        trial.Final.IfSome(final =>
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
        trial.Message.IfSome(message => writer.WriteString("message", message));
        trial.Fingerprint.IfSome(fingerprint => writer.WriteString("fingerprint", fingerprint));
        writer.WriteEndObject();
    }

    private static IEnumerable<(string Head, string Words)> Ends(SweepRecording recording, SweepStanding best)
    {
        var experiment = new RunFolder(recording.Folder.RunOf(best.Trials[0].Trial).Path).ExperimentFile;
        yield return ("best", best.Mean.Match(
            Some: mean => $"point {best.Point}: {Words(recording.Sweep.Figure)} {Figure(recording.Sweep, mean)}{best.Trials[0].Final.Filter(_ => recording.Sweep.Figure.IsOfValidation() && best.Trials.Count == 1).Map(final => $", test accuracy {Figures.Percent(final.TestAccuracy)}").IfNone(string.Empty)}",
            None: () => "none: every point diverged"));
        yield return ("its experiment", experiment);
        yield return ("results", recording.Folder.ResultsTable);
        yield return ("picture", recording.Folder.PictureFile);
    }

    private static string[] Row(Sweep sweep, SweepStanding own) =>
    [
        own.Point.ToString(CultureInfo.InvariantCulture),
        own.Mean.Map(mean => Figure(sweep, mean)).IfNone("diverged"),
        .. sweep.Repetitions > 1 ? new[] { own.Deviation.Map(deviation => Figure(sweep, deviation)).IfNone("–") } : [],
        .. sweep.Rungs.Count > 1 ? new[] { own.Trials.Max(trial => trial.Epochs).ToString(CultureInfo.InvariantCulture) } : [],
        .. own.Values.Map(Shown),
    ];

    private static string[] Table(string[][] rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return [.. rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd())];
    }

    private static string Stacked(string[] heads, string[] row, int width) =>
        string.Join('\n', heads.Zip(row, (head, cell) => $"{head} {cell}").SelectMany((words, i) => Wrapping.Lines(words, Math.Max(1, width - 2)).Select(line => i == 0 ? line : $"  {line}")));

    /// <summary>The last names of the axes' paths, or the whole paths where these are not different.</summary>
    private static string[] Heads(Sweep sweep)
    {
        string[] paths = [.. sweep.Axes.Map(axis => axis.Path)];
        string[] names = [.. paths.Select(path => Path.GetExtension(path) is { Length: > 1 } name ? name[1..] : path)];
        return names.Distinct(StringComparer.Ordinal).Count() == names.Length ? names : paths;
    }

    private static string Words(SweepFigure figure) => SweepFigures.Names.NameOf(figure).IfNone(string.Empty).Replace('-', ' ');

    private static string Figure(Sweep sweep, double number) => sweep.Figure.IsAccuracy() ? Figures.Percent(number) : Figures.Loss(number);

    private static string Shown(string value) => value.Length > ShownDigits + 2 && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number.ToString("G4", CultureInfo.InvariantCulture)
        : SweepText.Shown(value);
}
