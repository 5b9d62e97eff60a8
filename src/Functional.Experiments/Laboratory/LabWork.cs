namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics;
using LanguageExt;

/// <summary>Carries out, in this process, what a row of the laboratory is ordered to.</summary>
internal static class LabWork
{
    /// <summary>How many digits of a state's fingerprint are kept.</summary>
    private const int StateDigits = 16;

    /// <summary>How many times a run that is going to be killed writes a checkpoint, or as many as it has steps.</summary>
    private const int Checkpoints = 8;

    /// <summary>Carries an order out.</summary>
    /// <param name="order">The order.</param>
    /// <param name="host">The world.</param>
    /// <param name="watch">Told behind every step, while the threads that computed it are still there.</param>
    /// <returns>What each experiment came to, or why one cannot be carried out.</returns>
    public static Either<DataFault, Seq<LabRun>> Carry(LabOrder order, ILabHost host, Action watch)
    {
        var runs = Seq<LabRun>.Empty;
        for (var number = 0; number < order.Experiments.Count; number++)
        {
            if (order.State.Exists(state => state.Experiment != number))
            {
                continue;
            }

            var run = Carry(order, number, host, watch);
            if (run.IsLeft)
            {
                return run.Map(_ => runs);
            }

            run.IfRight(own => runs = runs.Add(own));
        }

        return runs;
    }

    private static Either<DataFault, LabRun> Carry(LabOrder order, int number, ILabHost host, Action watch)
    {
        var experiment = order.Experiments[number];
        return RunSide.Of($"experiment {number + 1}", experiment).Match(
            Succ: side => experiment.Precision == Precision.Double ? Carry<double>(order, number, side, host, watch) : Carry<float>(order, number, side, host, watch),
            Fail: faults => faults[0]);
    }

    private static Either<DataFault, LabRun> Carry<T>(LabOrder order, int number, RunSide side, ILabHost host, Action watch)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        var parts = side.Experiment.Parts(side.Split);
        var start = Runner.Start<T>(side.Experiment, side.Split, parts);
        var steps = new List<LabStep>();
        var last = start;
        var states = order.Fold switch
        {
            LabFold.Pure => Pure(side, start, parts, order.Execution),
            LabFold.Killed => Killed(side, start, FolderOf(order, number), order.Execution, host),
            LabFold.Grains => Grains(side, start, parts, order, host),
            _ => Recycled(side, start, parts, order.Execution),
        };
        Either<DataFault, (TrainingState<T> State, string Loss)>[] first = [(start, string.Empty)];
        foreach (var passed in first.Concat(states))
        {
            var (state, loss) = passed.IfLeft((start, string.Empty));
            if (passed.IsLeft)
            {
                return passed.Map(_ => new LabRun(string.Empty, string.Empty, Seq<LabStep>.Empty));
            }

            watch();
            last = state;
            steps.Add(new(state.Step, StateFingerprint.Of(state)[..StateDigits], loss));
            var written = order.State.Filter(wanted => wanted.Step == state.Step).Match(Some: wanted => Write(wanted.File, side, state), None: () => Unit.Default);
            if (written.IsLeft)
            {
                return written.Map(_ => new LabRun(string.Empty, string.Empty, Seq<LabStep>.Empty));
            }
        }

        // The last step ends a recorded run, so there is no checkpoint behind it; its network is the result.
        var network = order.Fold == LabFold.Killed
            ? ModelFile.Load(FolderOf(order, number).ModelFile).Map(model => ((Model<T>)model).Network)
            : Prelude.Right<DataFault, Layer<T>>(Plain(last.Network));
        return network.Map(trained => new LabRun(
            Fingerprint.Of(trained),
            $"{Evaluated(side, trained, parts.Train, order.Execution)} {Evaluated(side, trained, parts.Test, order.Execution)}",
            steps.ToArray().ToSeq().Strict()));
    }

    private static string Evaluated<T>(RunSide side, Layer<T> network, DataSet set, Execution execution)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        var evaluation = Evaluation<T>.Of(network, side.Experiment.Objective(set).Loss, set.As<T>(), execution);
        return string.Create(CultureInfo.InvariantCulture, $"{Digits(evaluation.Loss)} {evaluation.Correct}");
    }

    private static RunFolder FolderOf(LabOrder order, int number) => new(Path.Combine(order.Folder.IfNone("."), number.ToString(CultureInfo.InvariantCulture)));

    private static IEnumerable<Either<DataFault, (TrainingState<T> State, string Loss)>> Recycled<T>(RunSide side, TrainingState<T> start, DataParts parts, Execution execution)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        using var moments = side.Experiment.TrainingOn(parts.Train).Moments(start, parts.Train.As<T>(), side.Experiment.Sampling, execution).GetEnumerator();
        for (var step = 0L; step < side.Steps; step++)
        {
            moments.MoveNext();
            if (moments.Current.Divergence is { } divergence)
            {
                yield return Diverged(side, divergence);
                yield break;
            }

            yield return (moments.Current.State, Digits(moments.Current.Measurement.Loss));
        }
    }

    private static IEnumerable<Either<DataFault, (TrainingState<T> State, string Loss)>> Pure<T>(RunSide side, TrainingState<T> start, DataParts parts, Execution execution)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        var training = side.Experiment.TrainingOn(parts.Train);
        foreach (var advance in training.Trajectory(start, side.Experiment.Sampling.Batches(parts.Train.As<T>(), start.Key), execution).Take((int)side.Steps))
        {
            yield return advance.Match(
                Right: own => Prelude.Right<DataFault, (TrainingState<T> State, string Loss)>((own.State, Digits(own.Measurement.Loss))),
                Left: divergence => Diverged(side, divergence));
        }
    }

    private static IEnumerable<Either<DataFault, (TrainingState<T> State, string Loss)>> Grains<T>(RunSide side, TrainingState<T> start, DataParts parts, LabOrder order, ILabHost host)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        var helpers = new List<LabHelper<T>>();
        try
        {
            for (var helper = 0; helper < order.Processes; helper++)
            {
                helpers.Add(host.Helper<T>(side.Experiment, side.Split.Train.FeatureCount, side.Split.Train.OutputCount));
            }

            var team = new GrainTeam<T>([.. helpers.Select(helper => helper.Worker)]);
            foreach (var passed in Pure(side, start with { Network = new Grainwise<T>((Chain<T>)start.Network, team) }, parts, order.Execution))
            {
                yield return passed;
            }
        }
        finally
        {
            helpers.ForEach(helper => helper.Dispose());
        }
    }

    /// <summary>Records the run, and where it is begun here, has it killed in the middle.</summary>
    private static IEnumerable<Either<DataFault, (TrainingState<T> State, string Loss)>> Killed<T>(RunSide side, TrainingState<T> start, RunFolder folder, Execution execution, ILabHost host)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        var every = Math.Max(1, side.Steps / Checkpoints);
        var killedAt = (side.Steps / 2 / every * every) + (every / 2);
        var options = new RecordingOptions { CheckpointSteps = every, CheckpointTime = null, KeptCheckpoints = int.MaxValue, WritesReport = false };
        if (!folder.HoldsRun)
        {
            var begun = Recording.Begin(folder.Path, side.Experiment, side.Split, options).Match(Right: recording => Followed(recording, step => step == killedAt), Left: Prelude.Some);
            foreach (var fault in begun)
            {
                yield return fault;
                yield break;
            }
        }

        var ended = Recording.Resume(folder.Path, side.Split, options).Match(
            Succ: resumed => resumed.Match(Some: recording => Followed(recording, _ => false), None: () => Option<DataFault>.None),
            Fail: faults => faults[0]);
        foreach (var fault in ended)
        {
            yield return fault;
            yield break;
        }

        var identity = new CheckpointIdentity(ExperimentDocument.Fingerprint(side.Experiment), DataFingerprint.Of(side.Split));
        foreach (var checkpoint in folder.Checkpoints().Reverse())
        {
            yield return CheckpointFile.Read(checkpoint, start, identity).Map(state => (state.Training, string.Empty));
        }

        Option<DataFault> Followed(Recording recording, Func<long, bool> isEnd)
        {
            using (recording)
            {
                foreach (var happened in recording.Run(execution))
                {
                    if (happened is RunEvent.StepDone done && isEnd(done.Step + 1))
                    {
                        host.Kill();
                    }

                    if (happened is RunEvent.Diverged or RunEvent.RanAway)
                    {
                        return new DataFault(side.Name, "training diverged", "an experiment that can be trained to its end");
                    }
                }

                return recording.Fault;
            }
        }
    }

    private static Either<DataFault, Unit> Write<T>(string file, RunSide side, TrainingState<T> state)
        where T : struct, System.Numerics.IFloatingPointIeee754<T> => CheckpointFile.Write(
            file,
            new RunState<T>(state with { Network = Plain(state.Network) }, Seq<EpochFigures>.Empty, 0, Option<Layer<T>>.None, 0),
            new(ExperimentDocument.Fingerprint(side.Experiment), DataFingerprint.Of(side.Split)));

    private static Layer<T> Plain<T>(Layer<T> network)
        where T : struct, System.Numerics.IFloatingPointIeee754<T> => network is Grainwise<T> grainwise ? grainwise.Network : network;

    private static DataFault Diverged(RunSide side, Divergence divergence) => new(side.Name, divergence.Message.TrimEnd('.'), "an experiment that can be trained to its end");

    private static string Digits<T>(T number)
        where T : struct => typeof(T) == typeof(float)
            ? Unsafe.BitCast<T, uint>(number).ToString("x8", CultureInfo.InvariantCulture)
            : Unsafe.BitCast<T, ulong>(number).ToString("x16", CultureInfo.InvariantCulture);
}
