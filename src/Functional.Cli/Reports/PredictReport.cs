namespace Functional.Cli;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Functional.Data;
using Functional.Experiments;
using Spectre.Console;

/// <summary>Shows a network's opinion on samples.</summary>
internal static class PredictReport
{
    private const int BarWidth = 30;
    private const int MostBars = 10;
    private const string Gap = "   ";

    public static void Begin(Model model, PredictSettings settings, Terminal terminal)
    {
        var title = $"{settings.Model}: {Figures.Count(model.ParameterCount)} parameters in {Figures.Name(Names.Precisions, model.Precision)} precision, trained on {model.Description.DataName}";
        if (terminal.IsInteractive)
        {
            terminal.Console.WriteLine();
            terminal.Console.MarkupLine($" [grey]model[/]        {Markup.Escape(title)}");
            terminal.Console.MarkupLine($" [grey]fingerprint[/]  {model.Fingerprint}");
            terminal.Console.WriteLine();
        }
        else
        {
            terminal.Out.WriteLine($"model        {title}");
            terminal.Out.WriteLine($"fingerprint  {model.Fingerprint}");
            terminal.Out.WriteLine();
        }
    }

    public static void Show(Model model, DataSet test, Prediction prediction, Terminal terminal)
    {
        var picture = Picture.Of(test, prediction.Sample);
        var description = model.Description;
        if (terminal.IsInteractive)
        {
            var verdict = prediction.IsRight ? "[bold green]✓ right[/]" : "[bold red]✗ wrong[/]";
            var opinion = $"[bold]{Markup.Escape(description.NameOf(prediction.Predicted))}[/]";
            terminal.Console.MarkupLine($" [grey]sample {prediction.Sample}[/]   truth [bold]{Markup.Escape(description.NameOf(prediction.Truth))}[/]   prediction {opinion}   {verdict}");
            foreach (var line in Beside(picture?.Blocks() ?? [], picture?.BlocksWidth ?? 0, RichBars(description, prediction)))
            {
                terminal.Console.MarkupLine($" {line}");
            }

            terminal.Console.WriteLine();
        }
        else
        {
            terminal.Out.WriteLine($"sample {prediction.Sample}: truth {description.NameOf(prediction.Truth)}, prediction {description.NameOf(prediction.Predicted)}, {(prediction.IsRight ? "right" : "wrong")}");
            foreach (var line in Beside(picture?.Plain() ?? [], picture?.PlainWidth ?? 0, PlainBars(description, prediction)))
            {
                terminal.Out.WriteLine(line.TrimEnd());
            }

            terminal.Out.WriteLine();
        }
    }

    public static void Finish(Model model, DataSet test, Verdict verdict, Terminal terminal)
    {
        var mistaken = Mistaken.Describe(verdict, model.Description);
        if (terminal.IsInteractive)
        {
            terminal.Console.MarkupLine($" [bold green]{Figures.Percent(verdict.Accuracy)}[/] of all {Figures.Count(verdict.Samples)} samples of {Markup.Escape(test.Name)} are classified rightly");
            terminal.Console.MarkupLine($" [grey]mistaken[/]  {Markup.Escape(mistaken)}");
            terminal.Console.WriteLine();
        }
        else
        {
            terminal.Out.WriteLine($"accuracy     {Figures.Percent(verdict.Accuracy)} ({Figures.Count(verdict.Correct)} of {Figures.Count(verdict.Samples)} samples of {test.Name})");
            terminal.Out.WriteLine($"mistaken     {mistaken}");
        }
    }

    public static string Json(Model model, DataSet test, IEnumerable<Prediction> shown, Verdict verdict) => JsonText.Object(writer =>
    {
        var description = model.Description;
        writer.WriteFinite("accuracy", verdict.Accuracy);
        writer.WriteNumber("correct", verdict.Correct);
        writer.WriteNumber("samples", verdict.Samples);
        writer.WriteString("data", test.Name);
        writer.WriteString("fingerprint", model.Fingerprint);
        writer.WriteStartArray("predictions");
        foreach (var prediction in shown)
        {
            writer.WriteStartObject();
            writer.WriteNumber("index", prediction.Sample);
            writer.WriteString("truth", description.NameOf(prediction.Truth));
            writer.WriteString("predicted", description.NameOf(prediction.Predicted));
            writer.WriteBoolean("right", prediction.IsRight);
            writer.WriteNumbers(description.Outputs == OutputMeaning.Scores ? "scores" : "probabilities", prediction.Scores);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    /// <summary>Two columns of lines, the shorter one in the middle of the longer.</summary>
    internal static IEnumerable<string> Beside(IReadOnlyList<string> left, int leftWidth, IReadOnlyList<string> right)
    {
        var lines = Math.Max(left.Count, right.Count);
        var (fromLeft, fromRight) = ((lines - left.Count) / 2, (lines - right.Count) / 2);
        var empty = new string(' ', leftWidth);
        return Enumerable.Range(0, lines).Select(line =>
            $"{At(left, line - fromLeft, empty)}{(leftWidth > 0 ? Gap : string.Empty)}{At(right, line - fromRight, string.Empty)}");
    }

    private static string At(IReadOnlyList<string> lines, int index, string otherwise) => index >= 0 && index < lines.Count ? lines[index] : otherwise;

    private static string[] PlainBars(ModelDescription description, Prediction prediction) =>
        [.. Bars(description, prediction).Select(bar => $"{bar.Name}  {new string('#', bar.Length).PadRight(BarWidth)} {bar.Value,7}{bar.Mark}")];

    private static string[] RichBars(ModelDescription description, Prediction prediction) =>
        [.. Bars(description, prediction).Select(bar =>
        {
            var colour = !bar.IsPredicted ? "grey" : prediction.IsRight ? "green" : "red";
            var name = bar.IsTruth ? $"[bold]{Markup.Escape(bar.Name)}[/]" : $"[grey]{Markup.Escape(bar.Name)}[/]";
            return $"{name}  [{colour}]{new string('█', bar.Length)}[/][grey23]{new string('─', BarWidth - bar.Length)}[/] {(bar.IsPredicted ? $"{bar.Value,7}" : $"[grey]{bar.Value,7}[/]")}[grey]{bar.Mark}[/]";
        })];

    private static IEnumerable<Bar> Bars(ModelDescription description, Prediction prediction)
    {
        var classes = Enumerable.Range(0, prediction.Scores.Count)
            .OrderByDescending(index => prediction.Scores[index]).Take(MostBars).Order().ToArray();
        var width = classes.Max(index => description.NameOf(index).Length);
        foreach (var index in classes)
        {
            var score = prediction.Scores[index];
            yield return new(
                description.NameOf(index).PadLeft(width),
                double.IsFinite(score) ? (int)Math.Round(Math.Clamp(score, 0, 1) * BarWidth, MidpointRounding.AwayFromZero) : 0,
                description.Outputs == OutputMeaning.Scores ? score.ToString("0.000", CultureInfo.InvariantCulture) : Figures.Percent(score),
                index == prediction.Predicted,
                index == prediction.Truth);
        }
    }

    private sealed record Bar(string Name, int Length, string Value, bool IsPredicted, bool IsTruth)
    {
        public string Mark => IsTruth && !IsPredicted ? "  ← truth" : string.Empty;
    }
}
