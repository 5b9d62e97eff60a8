namespace Functional.Cli;

using Functional.Data;
using Functional.Experiments;

/// <summary>What is going to be trained.</summary>
/// <param name="Settings">What was asked for.</param>
/// <param name="Split">The samples as they come.</param>
/// <param name="Parts">The same samples, with those that judge held out of those to train on.</param>
/// <param name="Outline">The network's layers.</param>
internal sealed record TrainPlan(TrainSettings Settings, DataSplit Split, DataParts Parts, Outline Outline)
{
    public Experiment Experiment => Settings.Experiment;

    /// <summary>Whether the run may end before its last epoch, so that why it ended must be told.</summary>
    public bool MayEndEarly => Experiment.Patience.IsSome || Settings.TimeLimit.IsSome;

    /// <summary>The name of the set, its parts and its shape.</summary>
    public string DataTitle =>
        $"{ModelDescription.Of(Experiment, Split.Train).DataName}: {Figures.Count(Parts.Train.Count)} samples to train on, {Judging}{Figures.Count(Split.Test.Count)} to test with, {Split.Train.Shape}, {Split.Train.OutputCount} classes";

    private string Judging => Parts.Validation.Map(set => $"{Figures.Count(set.Count)} to judge by, ").IfNone(string.Empty);
}
