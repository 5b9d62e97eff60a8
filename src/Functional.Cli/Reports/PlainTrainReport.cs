namespace Functional.Cli;

using System;
using System.IO;
using Functional.Experiments;
using Functional.Networks;

/// <summary>A training as plain lines of a fixed layout: for files, pipes and logs.</summary>
internal sealed class PlainTrainReport(TextWriter output) : ITrainReport
{
    public void Begin(TrainPlan plan)
    {
        output.WriteLine($"data           {plan.DataTitle}");
        output.WriteLine($"training       {Figures.Way(plan.Experiment)}");
        output.WriteLine();
        output.WriteLine("layer                     inputs  outputs   parameters");
        foreach (var layer in plan.Outline.Layers)
        {
            output.WriteLine($"{layer.Place,-5} {layer.Title,-18}{Figures.Count(layer.Inputs),8} {Figures.Count(layer.Outputs),8} {Figures.Count(layer.ParameterCount),12}");
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
        output.WriteLine("epoch        loss     train      test   seconds    samples/s");
        training();
    }

    public void Step(RunEvent.StepDone step)
    {
    }

    public void Epoch(TimedEpoch epoch)
    {
        var figures = epoch.Figures;
        output.WriteLine($"{figures.Epoch,5} {Figures.Loss(figures.Loss),11} {Figures.Percent(figures.TrainAccuracy),9} {Figures.Percent(figures.TestAccuracy),9} {Figures.Seconds(epoch.Seconds),9} {Figures.Rate(epoch.Samples, epoch.Seconds),12}");
        output.Flush();
    }

    public void Finish(TrainPlan plan, TrainOutcome outcome)
    {
        var verdict = outcome.Verdict;
        output.WriteLine();
        output.WriteLine($"test accuracy  {Figures.Percent(verdict.Accuracy)} ({Figures.Count(verdict.Correct)} of {Figures.Count(verdict.Samples)})");
        output.WriteLine($"mistaken       {Mistaken.Describe(verdict, outcome.Result.Model.Description)}");
        output.WriteLine($"seconds        {Figures.Seconds(outcome.Seconds)}");
        output.WriteLine($"fingerprint    {outcome.Result.Fingerprint}");
        outcome.SavedTo.IfSome(path => output.WriteLine($"saved          {path}"));
    }
}
