namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Functional.Data;
using Functional.Numerics;
using LanguageExt;

/// <summary>
/// Carries a sweep out and keeps what happens in a folder, each trial in a run folder of its own, so that it can be ended anywhere and goes on from there. It holds the
/// folder until it is disposed of; for one thread, which lets others work.
/// </summary>
/// <remarks>
/// A trial is one thread's work and depends on nothing but the sweep and the samples; which ones come to the next rung depends on all results of the one before. So neither the
/// number of workers, nor the order in which they end, nor an interruption changes a bit of any result, or a letter of the files with the results.
/// </remarks>
public sealed class SweepRecording : IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    private readonly SweepSamples samples;
    private readonly RecordingOptions options;
    private readonly TimeProvider clock;
    private readonly RunLock held;

    private SweepRecording(SweepFolder folder, Sweep sweep, SweepSamples samples, RecordingOptions? options, TimeProvider? clock, RunLock held)
    {
        Folder = folder;
        Sweep = sweep;
        this.samples = samples;

        // A report of each trial would take longer than a small trial itself; report writes that of any one of them.
        this.options = (options ?? RecordingOptions.Default) with { WritesReport = false };
        this.clock = clock ?? TimeProvider.System;
        this.held = held;
    }

    /// <summary>The folder.</summary>
    public SweepFolder Folder { get; }

    /// <summary>The sweep.</summary>
    public Sweep Sweep { get; }

    /// <summary>The results that are known, by trial and rung.</summary>
    public Seq<TrialResult> Results { get; private set; } = Seq<TrialResult>.Empty;

    /// <summary>Whether all trials are done.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>Why the sweep had to end: a file that cannot be written or used; none where nothing went wrong.</summary>
    public Option<DataFault> Fault { get; private set; }

    /// <summary>Begins a sweep in a folder, which is made where there is none, or goes on with the same sweep.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="sweep">The sweep, which <see cref="Sweep.For"/> has found to fit the samples.</param>
    /// <param name="samples">The samples.</param>
    /// <param name="options">How trials are recorded.</param>
    /// <param name="clock">The clock; no result depends on it.</param>
    /// <returns>The recording, or why there cannot be one, such as another sweep in the folder.</returns>
    public static Either<DataFault, SweepRecording> Open(string path, Sweep sweep, SweepSamples samples, RecordingOptions? options = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(samples);
        var folder = new SweepFolder(path);
        return
            from made in Made(folder)
            from held in RunLock.Take(new RunFolder(path))
            from recording in Begun(folder, sweep).Match(
                Right: _ => Prelude.Right<DataFault, SweepRecording>(new SweepRecording(folder, sweep, samples, options, clock, held)),
                Left: fault =>
                {
                    held.Dispose();
                    return fault;
                })
            select recording;
    }

    /// <summary>The results as they come, those that are in the folder already the first of their rung. Whoever stops asking stops the sweep.</summary>
    /// <param name="workers">How many trials are carried out at a time, at least 1; it changes no bit.</param>
    /// <param name="stop">Where it is cancelled, trials write a checkpoint and stop.</param>
    /// <returns>The results; where they end before <see cref="IsFinished"/>, the sweep was stopped, or there is a <see cref="Fault"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of workers is less than 1.</exception>
    public IEnumerable<TrialResult> Run(int workers = 1, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        return Results.IsEmpty ? Carried(workers, stop) : throw new InvalidOperationException("A recording is gone through once; open the folder again.");
    }

    /// <summary>Lets go of the folder.</summary>
    public void Dispose() => held.Dispose();

    private IEnumerable<TrialResult> Carried(int workers, CancellationToken stop)
    {
        var done = new List<TrialResult>();
        var written = clock.GetTimestamp();
        int[] points = [.. Enumerable.Range(1, Sweep.Points)];
        foreach (var rung in Sweep.Rungs)
        {
            var own = new List<TrialResult>();
            foreach (var result in Workers.Run(Sweep.Trials(rung.Number, points.Take(rung.Points)), workers, Carry, stop))
            {
                var fault = result.Match(
                    Right: trial =>
                    {
                        own.Add(trial);
                        done.Add(trial);
                        return Option<DataFault>.None;
                    },
                    Left: Prelude.Some);
                if (fault.IsNone && clock.GetElapsedTime(written) >= Between)
                {
                    fault = Write(done);
                    written = clock.GetTimestamp();
                }

                if (fault.IsSome)
                {
                    Fault = fault;
                    Write(done);
                    yield break;
                }

                yield return own[^1];
            }

            Fault = Write(done);
            if (Fault.IsSome || own.Count < Math.Min(points.Length, rung.Points) * Sweep.Repetitions)
            {
                yield break;
            }

            points = [.. SweepStanding.Of(Sweep.Figure, own.ToArray().ToSeq().Strict()).Map(standing => standing.Point)];
        }

        Fault = PictureFile.Save(Folder.PictureFile, Svg.Of(SweepPicture.Of(Sweep, Results), width: 520).Text).Match(Right: _ => Option<DataFault>.None, Left: Prelude.Some);
        IsFinished = Fault.IsNone;
    }

    private Option<DataFault> Write(List<TrialResult> done)
    {
        Results = done.OrderBy(result => result.Trial.Number).ThenBy(result => result.Trial.Rung).ToArray().ToSeq().Strict();
        return TextFile.Write(Folder.ResultsTable, SweepText.Table(Sweep, Results))
            .Bind(_ => TextFile.Write(Folder.ResultsLines, SweepText.Lines(Sweep, Results)))
            .Match(Right: _ => Option<DataFault>.None, Left: Prelude.Some);
    }

    /// <summary>Carries a trial out, or reads what it came to; none where it was asked to stop.</summary>
    private Option<Either<DataFault, TrialResult>> Carry(SweepTrial trial, CancellationToken stop)
    {
        var (folder, experiment) = (Folder.RunOf(trial), Sweep.Experiment(trial));
        var found = folder.HoldsRun
            ? folder.Read().Bind(record => Same(record, experiment).ToValidation()).Bind(_ => Recording.Resume(folder.Path, samples.Of(experiment.Data), options, clock))
            : Begin(folder, experiment).ToValidation().Map(Prelude.Some);
        var fault = found.Match(
            Succ: recording => recording.Match(Some: own => Carry(own, stop), None: () => Option<DataFault>.None),
            Fail: faults => faults.First());
        if (fault.IsSome)
        {
            return fault.Map(Prelude.Left<DataFault, TrialResult>);
        }

        return folder.Read().Match(
            Succ: record => record.Status.Phase is RunPhase.Finished or RunPhase.Diverged
                ? Prelude.Right<DataFault, TrialResult>(Result(trial, record, experiment))
                : Option<Either<DataFault, TrialResult>>.None,
            Fail: faults => Prelude.Left<DataFault, TrialResult>(faults.First()));
    }

    private static Option<DataFault> Carry(Recording recording, CancellationToken stop)
    {
        using (recording)
        {
            foreach (var _ in recording.Run(Execution.Sequential, stop: stop))
            {
                // All that matters stands in the folder.
            }

            return recording.Fault;
        }
    }

    private Either<DataFault, Recording> Begin(RunFolder folder, Experiment experiment)
    {
        var split = samples.Of(experiment.Data);
        return experiment.For(split).Match(
            Succ: own => Recording.Begin(folder.Path, own, split, options, clock),
            Fail: faults => new DataFault(folder.Path, $"{faults.First().Setting}: {faults.First().Found}", faults.First().Expected));
    }

    /// <summary>A run that is there must be the one that would be begun: then its result is the same, too.</summary>
    private Either<DataFault, Unit> Same(RunRecord record, Experiment experiment)
    {
        if (!string.Equals(ExperimentDocument.Fingerprint(record.Experiment), ExperimentDocument.Fingerprint(experiment), StringComparison.Ordinal))
        {
            return new DataFault(record.Folder.ExperimentFile, "it is not the experiment of this trial", "the folder as the sweep has made it; remove the trial's folder to carry it out again");
        }

        var data = samples.FingerprintOf(experiment.Data);
        return record.Fingerprints.Exists(own => !string.Equals(own.Data, data, StringComparison.Ordinal))
            ? new DataFault($"{experiment.Data}", $"the samples have the fingerprint {data}", $"those with which the run in {record.Folder.Path} was begun")
            : Unit.Default;
    }

    private TrialResult Result(SweepTrial trial, RunRecord record, Experiment experiment)
    {
        var isFinished = record.Status.Phase == RunPhase.Finished;
        return new(
            trial,
            Sweep.Values(trial.Point),
            ExperimentDocument.Fingerprint(experiment),
            record.Epochs.Count,
            isFinished ? record.Final : Option<EpochFigures>.None,
            isFinished ? record.Fingerprints.Bind(own => own.Final) : Option<string>.None,
            isFinished ? Option<string>.None : record.Status.Message);
    }

    private static Either<DataFault, Unit> Begun(SweepFolder folder, Sweep sweep) => folder.HoldsSweep
        ? SweepDocument.Load(folder.SweepFile).Bind(read => read.Match(
            Succ: other => SweepDocument.Differences(other, sweep) is { IsEmpty: false } differences
                ? new DataFault(
                    folder.Path,
                    $"another sweep was begun here: {string.Join(", ", differences.Map(own => $"{own.Path} is {own.One}, not {own.Other}"))}",
                    "the same sweep, which goes on, or another folder")
                : Prelude.Right<DataFault, Unit>(Unit.Default),
            Fail: faults => new DataFault(folder.SweepFile, faults.First().Message.TrimEnd('.'), "the sweep as it was written when it was begun")))
        : TextFile.Write(folder.SweepFile, SweepDocument.Write(sweep));

    private static Either<DataFault, Unit> Made(SweepFolder folder) =>
        OwnFolder.Make(folder.Path, () => folder.HoldsSweep, new RunFolder(folder.Path).LockFile, "an empty folder, a place for one, or the folder of this sweep");
}
