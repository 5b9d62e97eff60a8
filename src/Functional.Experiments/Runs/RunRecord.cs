namespace Functional.Experiments;

using Functional.Networks;
using LanguageExt;

/// <summary>What a run folder holds, read: all that reports, comparisons and verifications are made of.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Experiment">The experiment.</param>
/// <param name="Fingerprints">The identities; none where the run was ended before they were known.</param>
/// <param name="Status">How far the run has come.</param>
/// <param name="Epochs">The figures of the epochs that are done.</param>
/// <param name="Sessions">Where it was carried out, a session after another.</param>
public sealed record RunRecord(
    RunFolder Folder, Experiment Experiment, Option<RunFingerprints> Fingerprints, RunStatus Status, Seq<EpochFigures> Epochs, Seq<RunEnvironment> Sessions)
{
    /// <summary>The figures of the epochs that are done.</summary>
    public Seq<EpochFigures> Epochs { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Epochs);

    /// <summary>Where it was carried out, a session after another.</summary>
    public Seq<RunEnvironment> Sessions { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Sessions);

    /// <summary>The folder.</summary>
    public RunFolder Folder { get; init => field = Given.NotNull(value); } = Given.NotNull(Folder);

    /// <summary>The experiment.</summary>
    public Experiment Experiment { get; init => field = Given.NotNull(value); } = Given.NotNull(Experiment);

    /// <summary>How far the run has come.</summary>
    public RunStatus Status { get; init => field = Given.NotNull(value); } = Given.NotNull(Status);

    /// <summary>What was measured of the layers, in the order of the steps; empty where nothing was.</summary>
    public Seq<NetworkFigures> Layers { get; init => field = Given.NoNulls(value); } = Seq<NetworkFigures>.Empty;

    /// <summary>The figures of the epoch whose network is the result; of the last one where there is no result yet, and none where no epoch is done.</summary>
    public Option<EpochFigures> Final => Epochs.IsEmpty ? Option<EpochFigures>.None : Epochs[Status.ChosenEpoch.Filter(epoch => epoch >= 1 && epoch <= Epochs.Count).IfNone(Epochs.Count) - 1];
}
