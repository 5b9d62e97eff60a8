namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics;
using LanguageExt;

/// <summary>Proves that a run's result is the one that its description gives, by carrying it out again.</summary>
public static class RunVerification
{
    private const string Nothing = "nothing";

    /// <summary>Carries a run out again, as far as it was recorded, and compares.</summary>
    /// <param name="record">The run.</param>
    /// <param name="execution">How to compute; sequentially when left out. It changes no bit.</param>
    /// <param name="observer">Shown what happens; an exception of its own ends the verification.</param>
    /// <returns>Each respect in which the runs can agree; or why the run cannot be carried out again.</returns>
    public static Validation<DataFault, Seq<RunAgreement>> Of(RunRecord record, Execution? execution = null, Action<RunEvent>? observer = null) =>
        Given.NotNull(record).Fingerprints.ToValidation(new DataFault(record.Folder.FingerprintsFile, "there is no such file", "the fingerprints of a run that has begun"))
            .Bind(recorded => record.Experiment.Data.Load().Bind(split => record.Experiment.For(split)
                .MapFail(fault => new DataFault(record.Folder.ExperimentFile, $"{fault.Setting}: {fault.Found}", fault.Expected))
                .Bind(experiment => Compared(record, recorded, experiment, split, execution, observer).ToValidation())));

    private static Either<DataFault, Seq<RunAgreement>> Compared(
        RunRecord record, RunFingerprints recorded, Experiment experiment, DataSplit split, Execution? execution, Action<RunEvent>? observer)
    {
        var own = Recording.Fingerprints(experiment, split);
        var agreements = new List<RunAgreement>
        {
            new("experiment", recorded.Experiment, own.Experiment),
            new("data", recorded.Data, own.Data),
            new("initial parameters", recorded.Initial, own.Initial),
        };
        var (last, epochs) = Again(record, experiment, split, execution, observer);
        agreements.Add(new("metrics", Digest(record.Epochs), Digest(epochs)));
        if (record.Status.Phase == RunPhase.Diverged)
        {
            agreements.Add(new("divergence", record.Status.Message.IfNone(Nothing), Message(last)));
        }

        if (record.Status.Phase != RunPhase.Finished)
        {
            return agreements.ToArray().ToSeq().Strict();
        }

        agreements.Add(new("final parameters", recorded.Final.IfNone(Nothing), last is RunEvent.Finished finished ? finished.Result.Fingerprint : Message(last)));
        return ModelFile.Load(record.Folder.ModelFile).Map(model =>
        {
            agreements.Add(new("model file", recorded.Final.IfNone(Nothing), model.Fingerprint));
            return agreements.ToArray().ToSeq().Strict();
        });
    }

    /// <summary>The run's last event and its epochs, as far as it was recorded.</summary>
    private static (RunEvent? Last, Seq<EpochFigures> Epochs) Again(RunRecord record, Experiment experiment, DataSplit split, Execution? execution, Action<RunEvent>? observer)
    {
        var (last, epochs) = ((RunEvent?)null, Seq<EpochFigures>.Empty);
        if (record.Epochs.IsEmpty && record.Status.Phase != RunPhase.Diverged)
        {
            return (last, epochs);
        }

        // A limit of time, or a run that is not at its end, has no place in the experiment: the recorded epochs tell where it ended.
        StopRule? until = record.Status.Phase == RunPhase.Diverged || record.Epochs.IsEmpty ? null : new StopAfter(record.Epochs.Count);
        foreach (var happened in Runner.Run(experiment, split, execution, until))
        {
            observer?.Invoke(happened);
            last = happened;
            epochs = happened is RunEvent.EpochDone done ? epochs.Add(done.Figures) : epochs;
        }

        return (last, epochs);
    }

    private static string Digest(Seq<EpochFigures> epochs) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(epochs.Select(MetricsText.Line)))));

    private static string Message(RunEvent? last) => last switch
    {
        RunEvent.Diverged diverged => diverged.Divergence.Message,
        RunEvent.RanAway lost => lost.Message,
        _ => Nothing,
    };
}
