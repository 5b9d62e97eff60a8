namespace Functional.Cli;

using System;
using System.IO;
using System.Text.Json;
using Functional.Experiments;
using Functional.Networks;
using Functional.Numerics;
using LanguageExt;

/// <summary>A training as one JSON object, written when all is done.</summary>
internal sealed class JsonTrainReport(TextWriter output) : ITrainReport
{
    private Option<GradientReport> gradient;

    public void Begin(TrainPlan plan)
    {
    }

    public void Checked(GradientReport report) => gradient = report;

    public void During(TrainPlan plan, Action training) => training();

    public void Step(RunEvent.StepDone step)
    {
    }

    public void Epoch(TimedEpoch epoch)
    {
    }

    public void Finish(TrainPlan plan, TrainOutcome outcome) => output.Write(JsonText.Object(writer =>
    {
        var result = outcome.Result;
        writer.WriteFinite("testAccuracy", result.Final.TestAccuracy);
        writer.WriteFinite("trainAccuracy", result.Final.TrainAccuracy);
        writer.WriteNumbers("loss", result.Epochs.Select(epoch => epoch.Loss));
        writer.WriteNumbers("testLoss", result.Epochs.Select(epoch => epoch.TestLoss));
        writer.WriteNumbers("trainAccuracyPerEpoch", result.Epochs.Select(epoch => epoch.TrainAccuracy));
        writer.WriteNumbers("testAccuracyPerEpoch", result.Epochs.Select(epoch => epoch.TestAccuracy));
        writer.WriteString("fingerprint", result.Fingerprint);
        writer.WriteNumber("arithmeticVersion", Arithmetic.Version);
        writer.WriteNumber("parameters", result.ParameterCount);
        writer.WriteFinite("seconds", Math.Round(outcome.Seconds, 3));
        WriteMistakes(writer, outcome);
        gradient.IfSome(report =>
        {
            writer.WriteStartObject("gradientCheck");
            writer.WriteNumber("derivatives", report.Compared);
            writer.WriteFinite("worstRelativeDifference", GradientVerdict.Worst(report).RelativeDifference);
            writer.WriteEndObject();
        });
        WriteExperiment(writer, plan);
        writer.WriteString("saved", outcome.SavedTo.OrNull());
    }));

    private static void WriteMistakes(Utf8JsonWriter writer, TrainOutcome outcome)
    {
        writer.WriteStartArray("confusions");
        foreach (var pair in outcome.Verdict.Confusions)
        {
            writer.WriteStartObject();
            writer.WriteNumber("truth", pair.Truth);
            writer.WriteNumber("predicted", pair.Predicted);
            writer.WriteNumber("count", pair.Count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteExperiment(Utf8JsonWriter writer, TrainPlan plan)
    {
        var experiment = plan.Experiment;
        writer.WriteStartObject("experiment");
        writer.WriteString("data", experiment.Data.ToString());
        writer.WriteNumber("trainSamples", plan.Split.Train.Count);
        writer.WriteNumber("testSamples", plan.Split.Test.Count);
        writer.WriteStartArray("hidden");
        experiment.Hidden.Iter(writer.WriteNumberValue);
        writer.WriteEndArray();
        writer.WriteString("activation", Figures.Name(Names.Activations, experiment.Activation));
        writer.WriteString("loss", Figures.Name(Names.Losses, experiment.Loss));
        writer.WriteString("optimizer", Figures.Name(Names.Optimisers, experiment.Optimiser));
        writer.WriteNumber("learningRate", experiment.LearningRate);
        if (experiment.Sampling is MiniBatch batch)
        {
            writer.WriteNumber("batch", batch.Size);
        }
        else
        {
            writer.WriteString("batch", "full");
        }

        writer.WriteNumber("epochs", experiment.Epochs);
        writer.WriteNumber("seed", experiment.Seed);
        writer.WriteString("precision", Figures.Name(Names.Precisions, experiment.Precision));
        writer.WriteNumber("threads", plan.Settings.Threads);
        writer.WriteEndObject();
    }
}
