namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics;
using LanguageExt;

/// <summary>Finds the first step at which two runs part, and there tensor, element and bit.</summary>
/// <remarks>
/// Where both runs kept checkpoints behind the same steps, bisection over these finds the last pair that agrees and the first that does not. From the former, or from the beginning, both runs are then
/// carried out again, side by side, until their states differ. On the way every checkpoint that a run kept is compared with the state that it is a record of.
/// </remarks>
public static class RunParting
{
    /// <summary>Where two runs part.</summary>
    /// <param name="one">A run.</param>
    /// <param name="other">Another one.</param>
    /// <param name="execution">How to compute; sequentially when left out. It changes no bit.</param>
    /// <param name="progress">Told the number of steps done behind which the states were compared.</param>
    /// <param name="stop">Asked behind every step.</param>
    /// <returns>Where they part, or why a checkpoint or a result cannot be read.</returns>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public static Either<DataFault, Parting> Of(RunSide one, RunSide other, Execution? execution = null, Action<long>? progress = null, CancellationToken stop = default) =>
        one.Experiment.Precision != other.Experiment.Precision ? new Parting.AtStep(0, OfPrecisions(one, other))
        : one.Experiment.Precision == Precision.Double ? Of<double>(one, other, execution, progress, stop)
        : Of<float>(one, other, execution, progress, stop);

    private static TensorComparison OfPrecisions(RunSide one, RunSide other) => new(
        Prelude.Seq1<Discrepancy>(new Discrepancy.Value("precision", "the precision", $"{one.Experiment.Precision}".ToLowerInvariant(), $"{other.Experiment.Precision}".ToLowerInvariant())), 0, 0);

    private static Either<DataFault, Parting> Of<T>(RunSide one, RunSide other, Execution? execution, Action<long>? progress, CancellationToken stop)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        var (mine, its) = (Start<T>(one), Start<T>(other));
        var (left, right) = (Checkpoints(one), Checkpoints(other));

        // Whoever keeps states of another network or of another optimiser parts at the beginning, and their files cannot be read as one another's.
        if (TensorComparison.Of(mine, its) is { AreEqual: false } begins)
        {
            return new Parting.AtStep(0, begins);
        }

        return Bracket(one, other, mine, [.. left.Keys.Intersect(right.Keys).Order()], left, right)
            .Bind(begin => Walked(one, other, begin.Match(Some: state => state, None: () => mine), begin.Match(Some: state => state, None: () => its), left, right, execution, progress, stop));
    }

    /// <summary>The newest state that both runs have recorded alike; none where there is none.</summary>
    private static Either<DataFault, Option<TrainingState<T>>> Bracket<T>(
        RunSide one, RunSide other, TrainingState<T> start, long[] steps, Dictionary<long, string> left, Dictionary<long, string> right)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        var best = Option<TrainingState<T>>.None;
        var (low, high) = (0, steps.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var pair =
                from mine in Recorded(one, left[steps[middle]], start)
                from its in Recorded(other, right[steps[middle]], start)
                select (mine, its);
            if (pair.IsLeft)
            {
                return pair.Map(_ => Option<TrainingState<T>>.None);
            }

            pair.IfRight(states =>
            {
                var agree = TensorComparison.Of(states.mine, states.its).AreEqual;
                (low, high, best) = agree ? (middle + 1, high, states.mine) : (low, middle, best);
            });
        }

        return best;
    }

    private static Either<DataFault, Parting> Walked<T>(
        RunSide one,
        RunSide other,
        TrainingState<T> mine,
        TrainingState<T> its,
        Dictionary<long, string> left,
        Dictionary<long, string> right,
        Execution? execution,
        Action<long>? progress,
        CancellationToken stop)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        var (steps, otherSteps) = (one.Steps, other.Steps);
        using var moments = Moments(one, mine, execution).GetEnumerator();
        using var others = Moments(other, its, execution).GetEnumerator();
        var (agreesLeft, agreesRight) = (mine.Step, its.Step);
        while (mine.Step < Math.Min(steps, otherSteps))
        {
            stop.ThrowIfCancellationRequested();
            moments.MoveNext();
            others.MoveNext();
            if (moments.Current.Divergence is not null || others.Current.Divergence is not null)
            {
                return Diverged(moments.Current.Divergence, others.Current.Divergence, mine.Step, steps, otherSteps, StateFingerprint.Of(mine));
            }

            (mine, its) = (moments.Current.State, others.Current.State);
            progress?.Invoke(mine.Step);
            if (TensorComparison.Of(mine, its) is { AreEqual: false } comparison)
            {
                return new Parting.AtStep(mine.Step, comparison);
            }

            var record = Checked(one, mine, left, agreesLeft).Bind(found => found.IsSome ? found : Checked(other, its, right, agreesRight));
            if (record.Match(Right: found => found.IsSome, Left: _ => true))
            {
                return record.Map(found => found.IfNone(() => throw new InvalidOperationException("There is a discrepancy.")));
            }

            agreesLeft = left.ContainsKey(mine.Step) ? mine.Step : agreesLeft;
            agreesRight = right.ContainsKey(mine.Step) ? mine.Step : agreesRight;
        }

        var last = mine;
        return steps == otherSteps
            ? Finals(one, other, last, agreesLeft, agreesRight)
            : new Parting.AtTheEnd(Math.Min(steps, otherSteps), Math.Max(steps, otherSteps), steps < otherSteps, "its experiment has no more steps");
    }

    private static Parting Diverged(Divergence? one, Divergence? other, long step, long steps, long otherSteps, string fingerprint) => (one, other) switch
    {
        ({ } mine, { } its) when mine == its => new Parting.Nowhere(step, fingerprint),
        ({ } mine, { } its) => new Parting.AtTheEnd(step, step, true, $"{mine.Message} {its.Message}"),
        ({ } mine, null) => new Parting.AtTheEnd(step, otherSteps, true, mine.Message),
        (_, { } its) => new Parting.AtTheEnd(step, steps, false, its.Message),
        _ => throw new InvalidOperationException("Neither run diverged."),
    };

    /// <summary>Compares what was recorded behind a step with the state there.</summary>
    private static Either<DataFault, Option<Parting>> Checked<T>(RunSide side, TrainingState<T> state, Dictionary<long, string> checkpoints, long agreesUntil)
        where T : struct, System.Numerics.IFloatingPointIeee754<T> => checkpoints.TryGetValue(state.Step, out var path)
            ? Recorded(side, path, state).Map(recorded => TensorComparison.Of(recorded, state) is { AreEqual: false } comparison
                ? new Parting.InTheRecord(side.Name, state.Step, agreesUntil, comparison)
                : Option<Parting>.None)
            : Option<Parting>.None;

    /// <summary>Compares the results that were recorded; those are networks, without what an optimiser remembers.</summary>
    private static Either<DataFault, Parting> Finals<T>(RunSide one, RunSide other, TrainingState<T> last, long agreesLeft, long agreesRight)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        foreach (var (side, agreesUntil) in new[] { (one, agreesLeft), (other, agreesRight) })
        {
            var recorded = side.Record.Filter(record => record.Status.Phase == RunPhase.Finished && record.Experiment.Patience.IsNone)
                .Bind(record => record.Fingerprints.Bind(own => own.Final).Map(final => (record.Folder.ModelFile, final)));
            var found = recorded.Match(
                Some: own => string.Equals(own.final, Fingerprint.Of(last.Network), StringComparison.Ordinal)
                    ? Prelude.Right<DataFault, Option<Parting>>(Option<Parting>.None)
                    : TensorFile.Load(own.ModelFile).Map(model => Prelude.Some<Parting>(new Parting.InTheRecord(side.Name, last.Step, agreesUntil, TensorComparison.Of(
                        model.Tensors,
                        [.. StateTensors.OfNetwork(last.Network, string.Empty).Select(tensor => TensorBits.Of(tensor.Name, tensor.Values))],
                        [],
                        [],
                        TensorPlace.Titles(last.Network))))),
                None: () => Option<Parting>.None);
            if (found.Match(Right: parting => parting.IsSome, Left: _ => true))
            {
                return found.Map(parting => parting.IfNone(() => throw new InvalidOperationException("There is a discrepancy.")));
            }
        }

        return new Parting.Nowhere(last.Step, StateFingerprint.Of(last));
    }

    private static TrainingState<T> Start<T>(RunSide side)
        where T : struct, System.Numerics.IFloatingPointIeee754<T> => Runner.Start<T>(side.Experiment, side.Split, side.Experiment.Parts(side.Split));

    private static Moments<T> Moments<T>(RunSide side, TrainingState<T> state, Execution? execution)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        var train = side.Experiment.Parts(side.Split).Train;
        return side.Experiment.TrainingOn(train).Moments(state, train.As<T>(), side.Experiment.Sampling, execution);
    }

    private static Dictionary<long, string> Checkpoints(RunSide side) => side.Record.Match(
        Some: record => record.Folder.Checkpoints()
            .Select(path => (Step: long.TryParse(Path.GetFileNameWithoutExtension(path).Split('-')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var step) ? step : -1, Path: path))
            .Where(own => own.Step >= 0)
            .ToDictionary(own => own.Step, own => own.Path),
        None: () => []);

    private static Either<DataFault, TrainingState<T>> Recorded<T>(RunSide side, string path, TrainingState<T> like)
        where T : struct, System.Numerics.IFloatingPointIeee754<T> =>
        CheckpointFile.Read(path, like, new(ExperimentDocument.Fingerprint(side.Experiment), DataFingerprint.Of(side.Split))).Map(state => state.Training);
}
