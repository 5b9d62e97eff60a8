namespace Functional.Cli;

using System;
using System.IO;
using System.Linq;
using Functional.Experiments;
using Functional.Networks;

/// <summary>A training as plain lines of a fixed layout: for files, pipes and logs.</summary>
internal sealed class PlainTrainReport(TextWriter output) : ITrainReport
{
    private const int Width = 100 - 15;

    /// <summary>Where the column of inputs ends, counted from where titles begin.</summary>
    private const int InputsEnd = 26;

    private EpochColumns columns = EpochColumns.None;

    public void Begin(TrainPlan plan)
    {
        output.WriteLine($"data           {plan.DataTitle}");
        output.WriteLine($"training       {Figures.Way(plan.Experiment)}");
        if (Figures.Besides(plan.Settings) is { Length: > 0 } besides)
        {
            foreach (var (line, number) in Wrapping.Lines(besides, Width).Select((line, number) => (line, number)))
            {
                output.WriteLine($"{(number == 0 ? "besides" : string.Empty),-14} {line}");
            }
        }

        output.WriteLine();
        output.WriteLine("layer                     inputs  outputs   parameters");
        foreach (var layer in plan.Outline.Layers)
        {
            output.WriteLine($"{layer.Place,-5} {layer.Title,-18}{Figures.Count(layer.Inputs).PadLeft(InputsEnd - Math.Max(layer.Title.Length, 18))} {Figures.Count(layer.Outputs),8} {Figures.Count(layer.ParameterCount),12}");
        }

        output.WriteLine($"{"total",-41} {Figures.Count(plan.Outline.ParameterCount),12}");
        output.WriteLine();
    }

    public void Checked(GradientReport report)
    {
        output.WriteLine($"gradient check passed: {Figures.Count(report.Compared)} derivatives along random directions, worst relative difference {Figures.Difference(GradientVerdict.Worst(report).RelativeDifference)}");
        output.WriteLine();
    }

    public void During(TrainPlan plan, Action training)
    {
        columns = EpochColumns.Of(plan);
        output.WriteLine($"epoch        loss     train{columns.Heads(10)}      test{columns.RateHead(9)}   seconds    samples/s");
        training();
    }

    public void Step(RunEvent.StepDone step)
    {
    }

    public void Epoch(TimedEpoch epoch)
    {
        var figures = epoch.Figures;
        output.WriteLine($"{figures.Epoch,5} {Figures.Loss(figures.Loss),11} {Figures.Percent(figures.TrainAccuracy),9}{columns.Judged(figures, 10)} {Figures.Percent(figures.TestAccuracy),9}{columns.Rate(figures, 9)} {Figures.Seconds(epoch.Seconds),9} {Figures.Rate(epoch.Samples, epoch.Seconds),12}");
        output.Flush();
    }

    public void Finish(TrainPlan plan, TrainOutcome outcome)
    {
        var verdict = outcome.Verdict;
        output.WriteLine();
        if (plan.MayEndEarly)
        {
            output.WriteLine($"ended          {Figures.Ended(outcome.Result)}");
            output.WriteLine($"result         {Figures.Chosen(outcome.Result)}");
        }

        output.WriteLine($"test accuracy  {Figures.Percent(verdict.Accuracy)} ({Figures.Count(verdict.Correct)} of {Figures.Count(verdict.Samples)})");
        output.WriteLine($"mistaken       {Mistaken.Describe(verdict, outcome.Result.Model.Description)}");
        output.WriteLine($"seconds        {Figures.Seconds(outcome.Seconds)}");
        output.WriteLine($"fingerprint    {outcome.Result.Fingerprint}");
        outcome.SavedTo.IfSome(path => output.WriteLine($"saved          {path}"));
        outcome.Health.IfSome(health => Show(plan, health));
    }

    private void Show(TrainPlan plan, Health health)
    {
        output.WriteLine();
        output.WriteLine($"diagnosis      {HealthText.Title(plan, health)}");
        output.WriteLine();
        var heads = HealthText.Heads;
        var width = health.Layers.Fold(18, (widest, layer) => Math.Max(widest, layer.Title.Length));
        output.WriteLine($"{"layer".PadRight(width + 6)}{string.Concat(heads.Select(Cell))}");
        foreach (var (layer, cells) in HealthText.Rows(health))
        {
            output.WriteLine($"{HealthText.PlaceOf(layer),-5} {layer.Title.PadRight(width)}{string.Concat(cells.Select(Cell))}");
        }

        output.WriteLine();
        foreach (var line in HealthText.Verdicts(health))
        {
            output.WriteLine(line);
        }

        string Cell(string text, int column) => " " + text.PadLeft(Math.Max(heads[column].Length, 9));
    }
}
