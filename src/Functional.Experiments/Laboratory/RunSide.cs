namespace Functional.Experiments;

using System;
using System.IO;
using Functional.Data;
using LanguageExt;

/// <summary>A run to be compared with another one: an experiment on samples, and where it was recorded, its folder.</summary>
/// <param name="Name">What messages call it: a path.</param>
/// <param name="Experiment">The experiment, found to fit the samples.</param>
/// <param name="Split">The samples.</param>
/// <param name="Record">What was recorded of it; none where it is only described.</param>
public sealed record RunSide(string Name, Experiment Experiment, DataSplit Split, Option<RunRecord> Record)
{
    /// <summary>What messages call it: a path.</summary>
    public string Name { get; init => field = Given.NotNull(value); } = Given.NotNull(Name);

    /// <summary>The experiment, found to fit the samples.</summary>
    public Experiment Experiment { get; init => field = Given.NotNull(value); } = Given.NotNull(Experiment);

    /// <summary>The samples.</summary>
    public DataSplit Split { get; init => field = Given.NotNull(value); } = Given.NotNull(Split);

    /// <summary>How many steps it has: as many as were recorded where it came to its end, otherwise all that its experiment wants.</summary>
    public long Steps => Record.Filter(record => record.Status.Phase == RunPhase.Finished).Map(record => record.Status.Step).IfNone(
        () => (long)Experiment.Epochs * Experiment.Sampling.StepsPerEpoch(Experiment.Parts(Split).Train.Count));

    /// <summary>The experiment of a document.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="experiment">The experiment.</param>
    public static Validation<DataFault, RunSide> Of(string name, Experiment experiment)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(experiment);
        return experiment.Data.Load().Bind(split => experiment.For(split)
            .MapFail(fault => new DataFault(name, $"{fault.Setting}: {fault.Found}", fault.Expected))
            .Map(own => new RunSide(name, own, split, Option<RunRecord>.None)));
    }

    /// <summary>A recorded run; its samples must be those that it was recorded with.</summary>
    /// <param name="folder">The run's folder.</param>
    public static Validation<DataFault, RunSide> Of(RunFolder folder) => Given.NotNull(folder).Read().Bind(record => Of(folder.Path, record.Experiment)
        .Bind(side => record.Fingerprints.Filter(own => own.Data.Length > 0 && !string.Equals(own.Data, DataFingerprint.Of(side.Split), StringComparison.Ordinal)).Match(
            Some: own => Prelude.Fail<DataFault, RunSide>(new DataFault($"{record.Experiment.Data}", "the samples have another fingerprint", $"{own.Data}, with which the run in {folder.Path} was recorded")),
            None: () => Prelude.Success<DataFault, RunSide>(side with { Record = record }))));

    /// <summary>Whether a path is the folder of a recorded run.</summary>
    /// <param name="path">The path.</param>
    public static bool IsRun(string path) => Directory.Exists(path);
}
