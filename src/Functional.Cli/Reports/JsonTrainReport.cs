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
        WriteCourse(writer, plan, result);
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
        outcome.Health.IfSome(health => HealthText.Write(writer, "diagnosis", health));
        WriteExperiment(writer, plan);
        writer.WriteString("saved", outcome.SavedTo.OrNull());
    }));

    /// <summary>What is told of a run only where its settings ask for it: those that do not have the same members as ever.</summary>
    private static void WriteCourse(Utf8JsonWriter writer, TrainPlan plan, RunResult result)
    {
        if (result.Final.Validation is { } judged)
        {
            var each = result.Epochs.Map(epoch => epoch.Validation ?? judged);
            writer.WriteFinite("validationAccuracy", judged.Accuracy);
            writer.WriteNumbers("validationLoss", each.Select(figures => figures.Loss));
            writer.WriteNumbers("validationAccuracyPerEpoch", each.Select(figures => figures.Accuracy));
        }

        if (plan.Experiment.RateChanges)
        {
            writer.WriteNumbers("learningRatePerEpoch", result.Epochs.Select(epoch => epoch.LearningRate));
        }

        if (plan.MayEndEarly)
        {
            writer.WriteString("ending", Figures.Reason(result.Ending));
            writer.WriteNumber("resultEpoch", result.ChosenEpoch);
        }
    }

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
        writer.WriteNumber("trainSamples", plan.Parts.Train.Count);
        writer.WriteNumber("testSamples", plan.Split.Test.Count);
        writer.WriteStartArray("hidden");
        experiment.Hidden.Iter(writer.WriteNumberValue);
        writer.WriteEndArray();
        writer.WriteString("activation", ActivationText.Write(experiment.Activation));
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
        WriteBesides(writer, plan);
        writer.WriteEndObject();
    }

    /// <summary>The settings that an experiment need not have, where it has them.</summary>
    private static void WriteBesides(Utf8JsonWriter writer, TrainPlan plan)
    {
        var experiment = plan.Experiment;
        var bounds = experiment.Regularisation;
        experiment.Momentum.IfSome(decay => writer.WriteNumber("momentum", decay));
        experiment.WeightDecay.IfSome(decay => writer.WriteNumber("weightDecay", decay));
        experiment.FirstDecay.IfSome(decay => writer.WriteNumber("firstDecay", decay));
        experiment.SecondDecay.IfSome(decay => writer.WriteNumber("secondDecay", decay));
        experiment.Epsilon.IfSome(number => writer.WriteNumber("epsilon", number));
        WriteDocument("layers", experiment.Layers.IsSome, "network.layers");
        WriteDocument("initialiser", experiment.Initialiser.IsSome, "network.initialiser");
        WriteText("schedule", experiment.Course is not RateCourse.Constant, RateCourseText.Write(experiment.Course));
        WriteNumber("warmUp", experiment.WarmUp);
        bounds.ClippingNorm.IfSome(norm => writer.WriteNumber("clip", norm));
        bounds.MaximumNorm.IfSome(norm => writer.WriteNumber("maxNorm", norm));
        if (bounds.BatchNormalisation)
        {
            writer.WriteBoolean("batchNorm", value: true);
        }

        WriteNumber("dropout", bounds.Dropout);
        WriteNumber("l1", bounds.L1);
        WriteNumber("l2", bounds.L2);
        WriteText("classWeights", bounds.BalancesClasses, Figures.Name(Names.ClassWeights, bounds.BalancesClasses));
        WriteNumber("labelSmoothing", bounds.LabelSmoothing);
        experiment.ValidationShare.IfSome(share => writer.WriteNumber("validation", share));
        plan.Parts.Validation.IfSome(set => writer.WriteNumber("validationSamples", set.Count));
        experiment.Patience.IfSome(patience => writer.WriteNumber("earlyStopping", patience));
        plan.Settings.TimeLimit.IfSome(time => writer.WriteNumber("timeLimit", time.TotalSeconds));

        void WriteNumber(string name, double number)
        {
            if (number > 0)
            {
                writer.WriteNumber(name, number);
            }
        }

        void WriteDocument(string name, bool isSet, string path)
        {
            if (isSet)
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(ExperimentDocument.At(experiment, path));
            }
        }

        void WriteText(string name, bool isSet, string text)
        {
            if (isSet)
            {
                writer.WriteString(name, text);
            }
        }
    }
}
