namespace Functional.Cli;

using System;
using Functional.Experiments;
using Functional.Networks;
using Spectre.Console;

/// <summary>Shows a gradient check.</summary>
internal static class CheckReport
{
    public static void Begin(CheckPlan plan, Terminal terminal)
    {
        if (terminal.IsInteractive)
        {
            terminal.Console.WriteLine();
            terminal.Console.MarkupLine($" [grey]network[/]  {Markup.Escape(plan.Title)}");
            terminal.Console.MarkupLine($" [grey]compare[/]  backward pass with numeric differentiation, {plan.Way}");
            terminal.Console.WriteLine();
        }
        else
        {
            terminal.Out.WriteLine($"network  {plan.Title}");
            terminal.Out.WriteLine($"compare  backward pass with numeric differentiation, {plan.Way}");
            terminal.Out.WriteLine();
            terminal.Out.Flush();
        }
    }

    public static void Finish(CheckPlan plan, GradientReport report, double seconds, Terminal terminal)
    {
        if (terminal.IsInteractive)
        {
            Rich(plan, report, seconds, terminal.Console);
        }
        else
        {
            Plain(plan, report, seconds, terminal);
        }
    }

    public static string Json(CheckPlan plan, GradientReport report, double seconds) => JsonText.Object(writer =>
    {
        var experiment = plan.Settings.Experiment;
        writer.WriteBoolean("passed", GradientVerdict.Passes(report));
        writer.WriteNumber("relativeBound", GradientVerdict.RelativeBound);
        writer.WriteNumber("meanBound", GradientVerdict.MeanBound);
        writer.WriteStartArray("tensors");
        foreach (var tensor in report.Tensors)
        {
            writer.WriteStartObject();
            writer.WriteString("name", tensor.Name);
            writer.WriteString("shape", plan.ShapeOf(tensor));
            writer.WriteNumber("compared", tensor.Compared);
            writer.WriteNumber("kinks", tensor.Kinks);
            writer.WriteFinite("meanDifference", tensor.MeanDifference);
            writer.WriteFinite("maximumDifference", tensor.MaximumDifference);
            writer.WriteFinite("relativeDifference", tensor.RelativeDifference);
            writer.WriteBoolean("passed", GradientVerdict.Passes(tensor));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("parameters", plan.Parameters.Count);
        writer.WriteFinite("seconds", Math.Round(seconds, 3));
        writer.WriteStartObject("experiment");
        writer.WriteString("data", experiment.Data.ToString());
        writer.WriteStartArray("hidden");
        experiment.Hidden.Iter(writer.WriteNumberValue);
        writer.WriteEndArray();
        writer.WriteString("activation", ActivationText.Write(experiment.Activation));
        writer.WriteString("loss", Figures.Name(Names.Losses, experiment.Loss));
        writer.WriteNumber("samples", plan.Settings.Samples);
        writer.WriteNumber("seed", experiment.Seed);
        writer.WriteEndObject();
    });

    private static void Plain(CheckPlan plan, GradientReport report, double seconds, Terminal terminal)
    {
        var output = terminal.Out;
        output.WriteLine("tensor             shape          compared    kinks      mean |Δ|   max |Δ|   relative");
        foreach (var tensor in report.Tensors)
        {
            output.WriteLine(
                $"{tensor.Name,-18} {plan.ShapeOf(tensor),-14} {Figures.Count(tensor.Compared),8} {Figures.Count(tensor.Kinks),8} {Figures.Difference(tensor.MeanDifference),13} {Figures.Difference(tensor.MaximumDifference),9} {Figures.Difference(tensor.RelativeDifference),10}{(GradientVerdict.Passes(tensor) ? string.Empty : "  failed")}");
        }

        output.WriteLine();
        output.WriteLine($"{(GradientVerdict.Passes(report) ? "passed" : "failed")}: {GradientVerdict.Bounds} ({Figures.Seconds(seconds)} s)");
    }

    private static void Rich(CheckPlan plan, GradientReport report, double seconds, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey)
            .AddColumn("[grey]tensor[/]")
            .AddColumn(new TableColumn("[grey]shape[/]").RightAligned())
            .AddColumn(new TableColumn("[grey]compared[/]").RightAligned())
            .AddColumn(new TableColumn("[grey]kinks[/]").RightAligned())
            .AddColumn(new TableColumn("[grey]mean |Δ|[/]").RightAligned())
            .AddColumn(new TableColumn("[grey]max |Δ|[/]").RightAligned())
            .AddColumn(new TableColumn("[grey]relative[/]").RightAligned())
            .AddColumn(string.Empty);
        foreach (var tensor in report.Tensors)
        {
            table.AddRow(
                $"[bold]{Markup.Escape(tensor.Name)}[/]",
                plan.ShapeOf(tensor),
                Figures.Count(tensor.Compared),
                $"[grey]{Figures.Count(tensor.Kinks)}[/]",
                Figures.Difference(tensor.MeanDifference),
                Figures.Difference(tensor.MaximumDifference),
                Figures.Difference(tensor.RelativeDifference),
                GradientVerdict.Passes(tensor) ? "[green]✓[/]" : "[red]✗[/]");
        }

        console.Write(new Padder(table, new Padding(1, 0)));
        console.MarkupLine($" {(GradientVerdict.Passes(report) ? "[bold green]passed[/]" : "[bold red]failed[/]")} [grey]{Markup.Escape(GradientVerdict.Bounds)} ({Figures.Seconds(seconds)} s)[/]");
        console.WriteLine();
    }
}
