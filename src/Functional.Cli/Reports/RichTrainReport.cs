namespace Functional.Cli;

using System;
using Functional.Experiments;
using Functional.Networks;
using Spectre.Console;

/// <summary>A training in a terminal: with colours, a table and a progress bar.</summary>
internal sealed class RichTrainReport(IAnsiConsole console, TimeProvider clock) : ITrainReport
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private ProgressTask? progress;
    private TrainPlan? current;
    private long lastShown;
    private int epochsDone;
    private EpochColumns columns = EpochColumns.None;

    public void Begin(TrainPlan plan)
    {
        console.WriteLine();
        console.MarkupLine($" [grey]data[/]      {Markup.Escape(plan.DataTitle)}");
        console.MarkupLine($" [grey]training[/]  {Markup.Escape(Figures.Way(plan.Experiment))}");
        if (Figures.Besides(plan.Settings) is { Length: > 0 } besides)
        {
            console.MarkupLine($" [grey]besides[/]   {Markup.Escape(besides)}");
        }

        console.WriteLine();
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey)
            .AddColumn(new TableColumn("[grey]layer[/]").Footer("[grey]total[/]"))
            .AddColumn(new TableColumn(string.Empty))
            .AddColumn(new TableColumn("[grey]shape[/]").RightAligned())
            .AddColumn(new TableColumn("[grey]parameters[/]").RightAligned().Footer($"[bold]{Figures.Count(plan.Outline.ParameterCount)}[/]"));
        foreach (var layer in plan.Outline.Layers)
        {
            var plain = layer.Tensors.IsEmpty;
            table.AddRow(
                $"[grey]{layer.Place}[/]",
                plain ? $"[aqua]{Markup.Escape(layer.Title)}[/]" : $"[bold]{Markup.Escape(layer.Title)}[/]",
                plain ? $"[grey]{Figures.Count(layer.Outputs)}[/]" : $"{Figures.Count(layer.Inputs)} → {Figures.Count(layer.Outputs)}",
                plain ? "[grey]–[/]" : Figures.Count(layer.ParameterCount));
        }

        console.Write(new Padder(table, new Padding(1, 0)));
    }

    public void Checked(GradientReport report)
    {
        var worst = Figures.Difference(GradientVerdict.Worst(report).RelativeDifference);
        console.MarkupLine($" [green]✓[/] [grey]gradient proven:[/] {Figures.Count(report.Compared)} derivatives agree with numeric differentiation [grey]to[/] {worst}");
        console.WriteLine();
    }

    public void During(TrainPlan plan, Action training)
    {
        current = plan;
        columns = EpochColumns.Of(plan);
        console.MarkupLine($" [grey]epoch        loss     train{columns.Heads(10)}      test{columns.RateHead(8)}{(columns.Any ? "  seconds" : "   seconds    samples/s")}[/]");
        console.Progress()
            .AutoClear(true)
            .HideCompleted(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 32 }, new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var steps = (long)plan.Experiment.Sampling.StepsPerEpoch(plan.Parts.Train.Count) * plan.Experiment.Epochs;
                progress = context.AddTask(Describe(plan, 0), maxValue: steps);
                training();
                progress.Value = steps;
            });
    }

    public void Step(RunEvent.StepDone step)
    {
        if (progress is null || current is null || clock.GetElapsedTime(lastShown) < Pause)
        {
            return;
        }

        lastShown = clock.GetTimestamp();
        progress.Value = step.Step + 1;
        progress.Description = Describe(current, step.Loss);
    }

    public void Epoch(TimedEpoch epoch)
    {
        var figures = epoch.Figures;
        epochsDone = figures.Epoch;
        console.MarkupLine(
            $" {figures.Epoch,5} {Figures.Loss(figures.Loss),11} [grey]{Figures.Percent(figures.TrainAccuracy),9}[/]{columns.Judged(figures, 10)} [bold]{Figures.Percent(figures.TestAccuracy),9}[/][grey]{columns.Rate(figures, 8)} {Speed(epoch)}[/]");
    }

    public void Finish(TrainPlan plan, TrainOutcome outcome)
    {
        var verdict = outcome.Verdict;
        console.WriteLine();
        console.MarkupLine($" [bold green]{Figures.Percent(verdict.Accuracy)}[/] of the test samples are classified rightly [grey]({Figures.Count(verdict.Correct)} of {Figures.Count(verdict.Samples)}, in {Figures.Seconds(outcome.Seconds)} s)[/]");
        console.WriteLine();
        if (plan.MayEndEarly)
        {
            console.MarkupLine($" [grey]ended[/]        {Markup.Escape(Figures.Ended(outcome.Result))}");
            console.MarkupLine($" [grey]result[/]       {Markup.Escape(Figures.Chosen(outcome.Result))}");
        }

        console.MarkupLine($" [grey]mistaken[/]     {Markup.Escape(Mistaken.Describe(verdict, outcome.Result.Model.Description))}");
        console.MarkupLine($" [grey]fingerprint[/]  {outcome.Result.Fingerprint}");
        outcome.SavedTo.IfSome(path => console.MarkupLine($" [grey]saved[/]        {Markup.Escape(path)}"));
        console.WriteLine();
        outcome.Health.IfSome(health => Show(plan, health));
    }

    private void Show(TrainPlan plan, Health health)
    {
        console.MarkupLine($" [grey]diagnosis[/]    {Markup.Escape(HealthText.Title(plan, health))}");
        console.WriteLine();
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey).AddColumn("[grey]layer[/]").AddColumn(string.Empty);
        foreach (var head in HealthText.Heads)
        {
            table.AddColumn(new TableColumn($"[grey]{head}[/]").RightAligned());
        }

        foreach (var (layer, cells) in HealthText.Rows(health))
        {
            table.AddRow([$"[grey]{HealthText.PlaceOf(layer)}[/]", Markup.Escape(layer.Title), .. cells]);
        }

        console.Write(new Padder(table, new Padding(1, 0)));
        var isWell = health.Findings.IsEmpty;
        foreach (var line in HealthText.Verdicts(health))
        {
            console.MarkupLine($" [{(isWell ? "green" : "yellow")}]{Markup.Escape(line)}[/]");
        }

        console.WriteLine();
    }

    private string Speed(TimedEpoch epoch) => columns.Any
        ? $"{Figures.Seconds(epoch.Seconds),8}"
        : $"{Figures.Seconds(epoch.Seconds),9} {Figures.Rate(epoch.Samples, epoch.Seconds),12}";

    private string Describe(TrainPlan plan, double loss) =>
        $" [grey]epoch {Math.Min(epochsDone + 1, plan.Experiment.Epochs)} of {plan.Experiment.Epochs}   loss[/] {(lastShown == 0 ? "–" : Figures.Loss(loss))}";
}
