namespace Functional.Cli;

using Functional.Data;
using Functional.Experiments;

/// <summary>What is going to be trained.</summary>
/// <param name="Settings">What was asked for.</param>
/// <param name="Split">The samples.</param>
/// <param name="Outline">The network's layers.</param>
internal sealed record TrainPlan(TrainSettings Settings, DataSplit Split, Outline Outline)
{
    public Experiment Experiment => Settings.Experiment;

    /// <summary>The name of the set, its parts and its shape.</summary>
    public string DataTitle =>
        $"{ModelDescription.Of(Experiment, Split.Train).DataName}: {Figures.Count(Split.Train.Count)} samples to train on, {Figures.Count(Split.Test.Count)} to test with, {Split.Train.Shape}, {Split.Train.OutputCount} classes";
}
