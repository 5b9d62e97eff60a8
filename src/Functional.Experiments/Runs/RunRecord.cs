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
    /// <summary>What was measured of the layers, in the order of the steps; empty where nothing was.</summary>
    public Seq<NetworkFigures> Layers { get; init; } = Seq<NetworkFigures>.Empty;

    /// <summary>The figures of the epoch whose network is the result; of the last one where there is no result yet, and none where no epoch is done.</summary>
    public Option<EpochFigures> Final => Epochs.IsEmpty ? Option<EpochFigures>.None : Epochs[Status.ChosenEpoch.Filter(epoch => epoch >= 1 && epoch <= Epochs.Count).IfNone(Epochs.Count) - 1];
}
