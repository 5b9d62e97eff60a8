namespace Functional.Cli;

using System;
using Functional.Experiments;
using Functional.Networks;
using Spectre.Console;

/// <summary>A training in a terminal: with colours, a table and a progress bar.</summary>
internal sealed class RichTrainReport(IAnsiConsole console, TimeProvider clock) : ITrainReport
{
    /// <summary>The narrowest terminal for a table of layers.</summary>
    private const int NarrowestTable = 56;

    /// <summary>The narrowest line with all columns of progress: epochs up to 99,999 of as many, a bar of 8.</summary>
    private const int WideProgress = 68;

    /// <summary>The narrowest line with a bar of 4.</summary>
    private const int MiddleProgress = 36;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private ProgressTask? progress;
    private TrainPlan? current;
    private long lastShown;
    private int epochsDone;
    private EpochColumns columns = EpochColumns.None;
    private EpochLayout layout = EpochLayout.Full;

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
        if (console.Profile.Width < NarrowestTable)
        {
            plan.Outline.Layers.Iter(layer => console.MarkupLine($" [grey]{layer.Place}[/] {Markup.Escape(layer.Title)}"));
            console.MarkupLine($" [grey]parameters[/] {Figures.Count(plan.Outline.ParameterCount)}");
            return;
        }

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
        layout = EpochLayouts.Fitting(console.Profile.Width, columns);
        console.MarkupLine($"[grey]{layout switch
        {
            EpochLayout.Full => $" epoch        loss     train{columns.Heads(10)}      test{columns.RateHead(8)}{(columns.Any ? "  seconds" : "   seconds    samples/s")}",
            EpochLayout.Middle => " epoch      loss    train     test",
            _ => "  ep    loss    test",
        }}[/]");
        if (!console.Profile.Capabilities.Interactive)
        {
            // Nothing can be written over here.
            training();
            return;
        }

        console.Progress()
            .AutoClear(true)
            .HideCompleted(true)
            .Columns(ProgressColumns(console.Profile.Width))
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
        console.MarkupLine(layout switch
        {
            EpochLayout.Full => FullLine(epoch),
            EpochLayout.Middle => $" {figures.Epoch,5} {Figures.Loss(figures.Loss),9} [grey]{Figures.Percent(figures.TrainAccuracy),8}[/] [bold]{Figures.Percent(figures.TestAccuracy),8}[/]",
            _ => $" {figures.Epoch,3} {Figures.Loss(figures.Loss),7} [bold]{Figures.Percent(figures.TestAccuracy),7}[/]",
        });
    }

    private string FullLine(TimedEpoch epoch)
    {
        var figures = epoch.Figures;
        return
            $" {figures.Epoch,5} {Figures.Loss(figures.Loss),11} [grey]{Figures.Percent(figures.TrainAccuracy),9}[/]{columns.Judged(figures, 10)} [bold]{Figures.Percent(figures.TestAccuracy),9}[/][grey]{columns.Rate(figures, 8)} {Speed(epoch)}[/]";
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

    /// <summary>As much as fits into one line: a line that wraps cannot be written over.</summary>
    private static ProgressColumn[] ProgressColumns(int width)
    {
        var text = new TaskDescriptionColumn { Alignment = Justify.Left };
        return width switch
        {
            >= WideProgress => [text, new ProgressBarColumn { Width = Math.Min(32, width - WideProgress + 8) }, new PercentageColumn(), new RemainingTimeColumn()],
            >= MiddleProgress => [text, new ProgressBarColumn { Width = Math.Min(32, width - MiddleProgress + 4) }, new PercentageColumn()],
            _ => [text, new PercentageColumn()],
        };
    }

    private string Describe(TrainPlan plan, double loss) => console.Profile.Width < WideProgress
        ? $" {Math.Min(epochsDone + 1, plan.Experiment.Epochs)}/{plan.Experiment.Epochs}{(lastShown == 0 || console.Profile.Width < MiddleProgress ? string.Empty : $" [grey]{Figures.Loss(loss)}[/]")}"
        : $" [grey]epoch {Math.Min(epochsDone + 1, plan.Experiment.Epochs)} of {plan.Experiment.Epochs}   loss[/] {(lastShown == 0 ? "–" : Figures.Loss(loss))}";
}
