namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security;
using System.Text;
using System.Threading;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics;
using LanguageExt;

/// <summary>
/// Carries an experiment out and keeps what happens in a folder, so that it can be ended anywhere and goes on from there, bit for bit. It holds the folder until it
/// is disposed of; for one thread.
/// </summary>
/// <remarks>
/// Every file but the metrics is replaced whole or not at all; checkpoints are on the disk before an older one is removed. Metrics are written as they come; a run that goes
/// on first brings them back to what its checkpoint knows, of which they are a function.
/// </remarks>
public sealed class Recording : IDisposable
{
    private readonly RecordingOptions options;
    private readonly TimeProvider clock;
    private readonly RunLock held;
    private readonly RunFingerprints fingerprints;
    private readonly RunState? from;
    private readonly Seq<RunEnvironment> sessions;
    private readonly Seq<NetworkFigures> measured;
    private RunStatus status;
    private FileStream? table;
    private FileStream? lines;
    private FileStream? layers;

    private Recording(
        RunFolder folder,
        Experiment experiment,
        DataSplit split,
        RunFingerprints fingerprints,
        RunState? from,
        RunStatus status,
        Seq<RunEnvironment> sessions,
        Seq<NetworkFigures> measured,
        Seq<DataFault> unusable,
        RecordingOptions? options,
        TimeProvider? clock,
        RunLock held)
    {
        Folder = folder;
        Experiment = experiment;
        Split = split;
        Unusable = unusable;
        this.fingerprints = fingerprints;
        this.from = from;
        this.status = status;
        this.sessions = sessions;
        this.measured = measured;
        this.options = options ?? RecordingOptions.Default;
        this.clock = clock ?? TimeProvider.System;
        this.held = held;
    }

    /// <summary>The folder.</summary>
    public RunFolder Folder { get; }

    /// <summary>The experiment.</summary>
    public Experiment Experiment { get; }

    /// <summary>The samples.</summary>
    public DataSplit Split { get; }

    /// <summary>Checkpoints that were found and cannot be used, each with the reason; they have been renamed.</summary>
    public Seq<DataFault> Unusable { get; }

    /// <summary>The number of steps that are done already: 0 where the run begins.</summary>
    public long FromStep => from?.Step ?? 0;

    /// <summary>The figures of the epochs that are done already.</summary>
    public Seq<EpochFigures> FromEpochs => from?.Epochs ?? Seq<EpochFigures>.Empty;

    /// <summary>Why the run had to end that was gone through last: a file that cannot be written; none where nothing went wrong.</summary>
    public Option<DataFault> Fault { get; private set; }

    /// <summary>Why the report of the run that was gone through last could not be written; the run is as good without. None where nothing went wrong.</summary>
    public Option<DataFault> ReportFault { get; private set; }

    /// <summary>Begins a run in a folder, which is made where there is none.</summary>
    /// <param name="path">The folder; it must not hold a run.</param>
    /// <param name="experiment">The experiment, which <see cref="Experiment.For"/> has found to fit the samples.</param>
    /// <param name="split">The samples.</param>
    /// <param name="options">How the run is recorded.</param>
    /// <param name="clock">The clock; no result depends on it.</param>
    /// <returns>The recording, or why it cannot be made.</returns>
    /// <exception cref="ArgumentException">A part of the experiment has no name in documents.</exception>
    public static Either<DataFault, Recording> Begin(string path, Experiment experiment, DataSplit split, RecordingOptions? options = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(split);
        var folder = new RunFolder(path);
        return
            from made in Made(folder)
            from held in RunLock.Take(folder)
            from recording in Guarded(held, () =>
                from free in folder.HoldsRun
                    ? new DataFault(path, "there is a run here already", "a folder without a run; resume goes on with one")
                    : Prelude.Right<DataFault, Unit>(Unit.Default)
                from written in folder.Write(experiment)
                select new Recording(
                    folder, experiment, split, Fingerprints(experiment, split), null, RunStatus.Begun, Seq<RunEnvironment>.Empty, Seq<NetworkFigures>.Empty, Seq<DataFault>.Empty, options, clock, held))
            select recording;
    }

    /// <summary>Goes on with a run from its newest good checkpoint, or from the beginning where there is none.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="options">How the run is recorded from here on.</param>
    /// <param name="clock">The clock; no result depends on it.</param>
    /// <returns>The recording; or none where the run has come to its end; or everything that stands in the way.</returns>
    public static Validation<DataFault, Option<Recording>> Resume(string path, RecordingOptions? options = null, TimeProvider? clock = null) =>
        Resume(Given.NotNull(path), experiment => experiment.Data.Load(), options, clock);

    /// <summary>As <see cref="Resume(string, RecordingOptions, TimeProvider)"/>, on samples that are there already.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="split">The samples; they must be those that the run began with.</param>
    /// <param name="options">How the run is recorded from here on.</param>
    /// <param name="clock">The clock; no result depends on it.</param>
    /// <returns>The recording; or none where the run has come to its end; or everything that stands in the way.</returns>
    public static Validation<DataFault, Option<Recording>> Resume(string path, DataSplit split, RecordingOptions? options = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(split);
        return Resume(Given.NotNull(path), _ => Prelude.Success<DataFault, DataSplit>(split), options, clock);
    }

    private static Validation<DataFault, Option<Recording>> Resume(string path, Func<Experiment, Validation<DataFault, DataSplit>> load, RecordingOptions? options, TimeProvider? clock)
    {
        var folder = new RunFolder(path);
        var isOver = folder.Read().Map(record => record.Status.Phase is RunPhase.Finished or RunPhase.Diverged);
        if (isOver.Match(Succ: over => over, Fail: _ => true))
        {
            return isOver.Map(_ => Option<Recording>.None);
        }

        return RunLock.Take(folder).ToValidation().Bind(held =>
        {
            var resumed = Resumed(folder, load, options, clock, held);
            if (!resumed.Match(Succ: recording => recording.IsSome, Fail: _ => false))
            {
                held.Dispose();
            }

            return resumed;
        });
    }

    /// <summary>
    /// What happens from here on, event by event as they are asked for; each is in the folder before it is told. Where the run ends or is stopped, a report is
    /// written, too.
    /// </summary>
    /// <param name="execution">How to compute; sequentially when left out. It changes no bit.</param>
    /// <param name="until">Another rule by which the run may end before its experiment does.</param>
    /// <param name="measuresLayers">Whether layers are measured; they are where they were before, in any case.</param>
    /// <param name="stop">Asked behind every step: where the run is to stop, a checkpoint is written and no further event comes.</param>
    /// <returns>The events; where they end without a last one, the run was stopped, or there is a <see cref="Fault"/>.</returns>
    public IEnumerable<RunEvent> Run(Execution? execution = null, StopRule? until = null, bool measuresLayers = false, CancellationToken stop = default)
    {
        (Fault, ReportFault) = (Option<DataFault>.None, Option<DataFault>.None);
        var measures = measuresLayers || !measured.IsEmpty;
        var began = clock.GetTimestamp();
        var saved = began;
        var secondsBefore = status.Seconds;
        status = status with { Phase = RunPhase.Running, Message = Option<string>.None, Sessions = status.Sessions + 1 };
        if (!Kept(() => Prepare(execution ?? Execution.Sequential, measures)))
        {
            yield break;
        }

        foreach (var happened in Runner.Run(Experiment, Split, execution, until, measures, from, IsDue))
        {
            var isKept = happened switch
            {
                RunEvent.EpochDone epoch => Kept(() => Append(epoch.Figures)),
                RunEvent.LayersMeasured layer => Kept(() => Append(layer.Figures)),
                RunEvent.StateReached reached => Kept(() => Save(reached.State)),
                RunEvent.Finished finished => Kept(() => Finish(finished.Result)),
                RunEvent.Diverged diverged => Kept(() => Diverge(diverged.Divergence.Message)),
                RunEvent.RanAway lost => Kept(() => Diverge(lost.Message)),
                _ => true,
            };
            if (!isKept)
            {
                yield break;
            }

            if (happened is RunEvent.StateReached state)
            {
                saved = clock.GetTimestamp();
                if (stop.IsCancellationRequested)
                {
                    if (Kept(() => Tell(RunPhase.Stopped, state.State)))
                    {
                        Report(Option<Model>.None, execution);
                    }

                    yield break;
                }

                continue;
            }

            if (happened is RunEvent.Finished or RunEvent.Diverged or RunEvent.RanAway)
            {
                Report(happened is RunEvent.Finished end ? end.Result.Model : Option<Model>.None, execution);
            }

            yield return happened;
        }

        bool IsDue(long steps) => stop.IsCancellationRequested
            || (options.CheckpointSteps is { } every && steps % every == 0)
            || (options.CheckpointTime is { } time && clock.GetElapsedTime(saved) >= time);

        Either<DataFault, Unit> Tell(RunPhase phase, RunState at)
        {
            status = status with { Phase = phase, Step = at.Step, Epochs = at.Epochs.Count, Seconds = Seconds() };
            return Folder.Write(status);
        }

        Either<DataFault, Unit> Save(RunState state) =>
            from written in CheckpointFile.Write(Folder.CheckpointOf(state.Step), state, new(fingerprints.Experiment, fingerprints.Data))
            from told in Tell(RunPhase.Running, state)
            from removed in Files(Folder.CheckpointFolder, RemoveOld)
            select removed;

        Either<DataFault, Unit> Finish(RunResult result)
        {
            status = status with
            {
                Phase = RunPhase.Finished,
                Step = (long)result.Epochs.Count * Experiment.Sampling.StepsPerEpoch(Experiment.Parts(Split).Train.Count),
                Epochs = result.Epochs.Count,
                ChosenEpoch = result.ChosenEpoch,
                Ending = EndingName(result.Ending),
                Seconds = Seconds(),
            };
            return
                from model in ModelFile.Save(Folder.ModelFile, result.Model)
                from identities in Folder.Write(fingerprints with { Final = result.Fingerprint })
                from told in Folder.Write(status)
                select told;
        }

        Either<DataFault, Unit> Diverge(string message)
        {
            status = status with { Phase = RunPhase.Diverged, Message = message, Seconds = Seconds() };
            return Folder.Write(status);
        }

        double Seconds() => Math.Round(secondsBefore + clock.GetElapsedTime(began).TotalSeconds, 3);
    }

    /// <summary>Lets go of the folder.</summary>
    public void Dispose()
    {
        table?.Dispose();
        lines?.Dispose();
        layers?.Dispose();
        held.Dispose();
    }

    /// <summary>The name of a reason why runs end, the same in every version.</summary>
    /// <param name="ending">The reason.</param>
    internal static string EndingName(Ending ending) => ending switch
    {
        Ending.NotImproved => "early-stopping",
        Ending.TimedOut => "time-limit",
        _ => "epochs",
    };

    /// <summary>The identities that are known before the first step.</summary>
    internal static RunFingerprints Fingerprints(Experiment experiment, DataSplit split) => new(
        ExperimentDocument.Fingerprint(experiment),
        DataFingerprint.Of(split),
        experiment.Precision == Precision.Double ? Initial<double>(experiment, split) : Initial<float>(experiment, split),
        Option<string>.None);

    private static string Initial<T>(Experiment experiment, DataSplit split)
        where T : struct, System.Numerics.IFloatingPointIeee754<T> =>
        Fingerprint.Of(experiment.Architecture(split.Train.OutputCount).Initialise<T>(split.Train.FeatureCount, experiment.InitialKey));

    private static Validation<DataFault, Option<Recording>> Resumed(
        RunFolder folder, Func<Experiment, Validation<DataFault, DataSplit>> load, RecordingOptions? options, TimeProvider? clock, RunLock held) =>
        folder.Read().Bind(record => record.Status.Phase is RunPhase.Finished or RunPhase.Diverged
            ? Prelude.Success<DataFault, Option<Recording>>(Option<Recording>.None)
            : load(record.Experiment).Bind(split => record.Experiment.For(split)
                .MapFail(fault => new DataFault(folder.ExperimentFile, $"{fault.Setting}: {fault.Found}", fault.Expected))
                .Bind(experiment => SameData(record, Fingerprints(experiment, split)).ToValidation())
                .Map(own => From(record, split, own, options, clock, held))));

    /// <summary>The identities, where they are those that the run began with.</summary>
    private static Either<DataFault, RunFingerprints> SameData(RunRecord record, RunFingerprints own) => record.Fingerprints.Match(
        Some: recorded =>
            !string.Equals(recorded.Data, own.Data, StringComparison.Ordinal)
            ? new DataFault($"{record.Experiment.Data}", $"the samples have the fingerprint {own.Data}", $"{recorded.Data}, with which the run in {record.Folder.Path} was begun")
            : !string.Equals(recorded.Experiment, own.Experiment, StringComparison.Ordinal)
            ? new DataFault(record.Folder.ExperimentFile, $"the experiment has the fingerprint {own.Experiment}", $"{recorded.Experiment}, with which the run was begun; a changed experiment is another run")
            : Prelude.Right<DataFault, RunFingerprints>(own),
        None: () => own);

    private static Option<Recording> From(RunRecord record, DataSplit split, RunFingerprints own, RecordingOptions? options, TimeProvider? clock, RunLock held)
    {
        var (state, unusable) = record.Experiment.Precision == Precision.Double
            ? Newest(record, Runner.Start<double>(record.Experiment, split, record.Experiment.Parts(split)), own)
            : Newest(record, Runner.Start<float>(record.Experiment, split, record.Experiment.Parts(split)), own);
        return new Recording(record.Folder, record.Experiment, split, own, state, record.Status, record.Sessions, record.Layers, unusable, options, clock, held);
    }

    /// <summary>The newest checkpoint that can be used, and those newer ones that cannot.</summary>
    private static (RunState? State, Seq<DataFault> Unusable) Newest<T>(RunRecord record, TrainingState<T> start, RunFingerprints own)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        var unusable = Seq<DataFault>.Empty;
        foreach (var path in record.Folder.Checkpoints())
        {
            var read = CheckpointFile.Read(path, start, new(own.Experiment, own.Data))
                .Bind(state => string.Equals(record.Folder.CheckpointOf(state.Step), path, StringComparison.Ordinal)
                    ? Prelude.Right<DataFault, RunState<T>>(state)
                    : new DataFault(path, $"the state is that behind step {state.Step}", "the one that the file's name tells"));
            if (read.MatchUnsafe<RunState?>(Right: state => state, Left: _ => null) is { } good)
            {
                return (good, unusable);
            }

            unusable = unusable.Add(read.Match(Right: _ => throw new InvalidOperationException("There is a fault."), Left: fault => fault));
        }

        return (null, unusable);
    }

    private static Either<DataFault, Unit> Made(RunFolder folder) =>
        OwnFolder.Make(folder.Path, () => folder.HoldsRun, folder.LockFile, "an empty folder, or a place for one");

    private static Either<DataFault, Recording> Guarded(RunLock held, Func<Either<DataFault, Recording>> make)
    {
        var made = make();
        if (made.IsLeft)
        {
            held.Dispose();
        }

        return made;
    }

    /// <summary>Brings the folder to what the state knows.</summary>
    private Either<DataFault, Unit> Prepare(Execution execution, bool measures) =>
        from cleaned in Files(Folder.Path, () =>
        {
            Directory.CreateDirectory(Folder.CheckpointFolder);
            foreach (var leftover in Folder.Leftovers().ToArray())
            {
                File.Delete(leftover);
            }

            // What cannot be used keeps its content, but no longer counts among the newest.
            foreach (var fault in Unusable)
            {
                File.Move(fault.Source, $"{fault.Source}.unusable", overwrite: true);
            }
        })
        from session in Folder.Write(sessions.Add(RunEnvironment.Of(execution, clock)))
        from identities in Folder.Write(fingerprints)
        from told in Folder.Write(status)
        from rows in RunFolder.WriteText(Folder.MetricsTable, MetricsText.Heads + string.Concat(FromEpochs.Select(MetricsText.Row)))
        from objects in RunFolder.WriteText(Folder.MetricsLines, string.Concat(FromEpochs.Select(MetricsText.Line)))
        from measurements in measures ? RunFolder.WriteText(Folder.LayersFile, string.Concat(measured.Filter(IsKept).Select(LayersText.Line))) : Unit.Default
        from opened in Files(Folder.Path, () =>
        {
            table?.Dispose();
            lines?.Dispose();
            layers?.Dispose();
            layers = measures ? new FileStream(Folder.LayersFile, FileMode.Append, FileAccess.Write, FileShare.Read, 1) : null;
            table = new FileStream(Folder.MetricsTable, FileMode.Append, FileAccess.Write, FileShare.Read, 1);
            lines = new FileStream(Folder.MetricsLines, FileMode.Append, FileAccess.Write, FileShare.Read, 1);
        })
        select opened;

    private Either<DataFault, Unit> Append(EpochFigures figures) => Files(Folder.MetricsTable, () =>
    {
        table!.Write(Encoding.UTF8.GetBytes(MetricsText.Row(figures)));
        table.Flush();
        lines!.Write(Encoding.UTF8.GetBytes(MetricsText.Line(figures)));
        lines.Flush();
    });

    private Either<DataFault, Unit> Append(NetworkFigures figures) => Files(Folder.LayersFile, () =>
    {
        if (LayersText.CanStand(figures))
        {
            layers!.Write(Encoding.UTF8.GetBytes(LayersText.Line(figures)));
            layers.Flush();
        }
    });

    /// <summary>Whether a measurement was made before the state that the run goes on from; the others are made again.</summary>
    private bool IsKept(NetworkFigures figures) => from is not null && figures.Step <= from.Step;

    /// <summary>Writes the report. Whatever goes wrong with it, the run's result is in the folder already and stays as it is.</summary>
    private void Report(Option<Model> model, Execution? execution)
    {
        if (!options.WritesReport)
        {
            return;
        }

        try
        {
            ReportFault = ReportFile.Write(Folder, model, Split, execution).Match(Succ: _ => Option<DataFault>.None, Fail: faults => faults.HeadOrNone());
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            ReportFault = new DataFault(Folder.ReportFile, $"it cannot be made ({failed.GetType().Name}: {failed.Message.TrimEnd('.')})", "a report of the run");
        }
    }

    private void RemoveOld()
    {
        foreach (var old in Folder.Checkpoints().Skip(options.KeptCheckpoints))
        {
            File.Delete(old);
        }
    }

    /// <summary>Carries out what writes; where it cannot, that is kept as the fault.</summary>
    private bool Kept(Func<Either<DataFault, Unit>> write)
    {
        var fault = write().Match(Right: _ => Option<DataFault>.None, Left: Prelude.Some);
        if (fault.IsSome)
        {
            Fault = fault;
            status = status with { Phase = RunPhase.Failed, Message = fault.Map(own => own.Message) };

            // Where there is no room, there may be none for this either: the checkpoints stay as they are.
            _ = Folder.Write(status);
        }

        return fault.IsNone;
    }

    private static Either<DataFault, Unit> Files(string source, Action action)
    {
        try
        {
            action();
            return Unit.Default;
        }
        catch (UnauthorizedAccessException)
        {
            return new DataFault(source, "permission to write there is denied", "a folder that may be written to");
        }
        catch (Exception failed) when (failed is IOException or NotSupportedException or SecurityException)
        {
            return new DataFault(source, $"nothing can be written there ({failed.Message.TrimEnd('.')})", "a folder that may be written to");
        }
    }
}
