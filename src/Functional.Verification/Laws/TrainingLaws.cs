namespace Functional.Verification;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using LanguageExt;

/// <summary>The laws of training: it is the fold of a pure step, so it can be looked at, stopped and resumed without changing a bit.</summary>
public static class TrainingLaws
{
    /// <summary>Folding over n batches equals n applications of the step.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="training">The way to train.</param>
    /// <param name="start">The state before the first step.</param>
    /// <param name="batches">A batch for each step.</param>
    /// <param name="execution">How the fold computes; sequentially when left out. The steps compute sequentially.</param>
    public static LawResult FoldIsRepeatedStep<T>(Training training, TrainingState<T> start, IReadOnlyList<Batch<T>> batches, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(start);
        Given.NoNulls(batches);
        var stepped = batches.Aggregate(
            (Either<Divergence, TrainingState<T>>)start,
            (state, batch) => state.Bind(reached => training.Step(reached, batch).Map(advance => advance.State)));
        return LawResult.Where(Same(training.Fold(start, batches, execution), stepped), () => $"The fold over {batches.Count} batches gives other bits than as many steps.");
    }

    /// <summary>
    /// The moments of a run in recycled memory are the steps of the pure one: the same measurements and the same states; and a state that
    /// was handed out is never touched again.
    /// </summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="training">The way to train.</param>
    /// <param name="start">The state before the first step.</param>
    /// <param name="source">The samples.</param>
    /// <param name="sampling">Which samples each step sees.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="every">Every which state is handed out.</param>
    /// <param name="execution">How the run computes; sequentially when left out. The steps compute sequentially.</param>
    public static LawResult MomentsAreSteps<T>(
        Training training, TrainingState<T> start, ISampleSource<T> source, Sampling sampling, int steps, int every, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(sampling);
        var trajectory = training.Trajectory(start, sampling.Batches(source, start.Key, start.Step).Take(steps)).ToArray();
        var held = new List<(TrainingState<T> State, TrainingState<T> Copy)>();
        var place = 0;
        foreach (var moment in training.Moments(start, source, sampling, execution))
        {
            if (place == trajectory.Length)
            {
                break;
            }

            var expected = trajectory[place];
            var isSame = moment.Divergence is { } divergence
                ? expected.Match(Right: _ => false, Left: fault => fault == divergence)
                : Same(expected, moment.Measurement);
            if (isSame && moment.Divergence is null && place % every == 0)
            {
                var state = moment.State;
                held.Add((state, Bits.Copy(state)));
                isSame = Same(expected.Map(advance => advance.State), state);
            }

            if (!isSame)
            {
                return LawResult.Failed($"At step {place} the run in recycled memory is not what the pure step gives.");
            }

            place++;
        }

        return LawResult.All(
        [
            LawResult.Where(place == trajectory.Length, () => $"The run in recycled memory ended after {place} steps, the pure one after {trajectory.Length}."),
            LawResult.All(held.Select(pair => LawResult.Where(
                Bits.Same(pair.State, pair.Copy), () => $"The state that was handed out after {pair.State.Step} steps was changed later."))),
        ]);
    }

    /// <summary>A trajectory that is stopped at any step and resumed there passes through the same states as one that goes on.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="training">The way to train.</param>
    /// <param name="start">The state before the first step.</param>
    /// <param name="batches">A batch for each step.</param>
    public static LawResult CanBeResumedAnywhere<T>(Training training, TrainingState<T> start, IReadOnlyList<Batch<T>> batches)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(start);
        Given.NoNulls(batches);
        var whole = training.Fold(start, batches);
        return LawResult.All(Enumerable.Range(0, batches.Count + 1).Select(stop => LawResult.Where(
            Same(training.Fold(start, batches.Take(stop)).Bind(state => training.Fold(Bits.Copy(state), batches.Skip(stop))), whole),
            () => $"Training that is stopped after {stop} of {batches.Count} steps and resumed ends with other bits.")));
    }

    /// <summary>A step leaves state and batch as they were, and gives the same bits a second time.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="training">The way to train.</param>
    /// <param name="state">The state before the step.</param>
    /// <param name="batch">The batch.</param>
    public static LawResult StepIsPure<T>(Training training, TrainingState<T> state, Batch<T> batch)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(batch);
        var (before, inputs, targets) = (Bits.Copy(state), Bits.Copy(batch.Inputs), Bits.Copy(Columns(state, batch)));
        var (first, second) = (training.Step(state, batch), training.Step(state, batch));
        return LawResult.All(
        [
            LawResult.Where(Same(first, second), () => "A step gives other bits when it is done again."),
            LawResult.Where(Bits.Same(before, state), () => "A step changed the state that it was given."),
            LawResult.Where(Bits.Same(inputs, batch.Inputs) && Bits.Same(targets, Columns(state, batch)), () => "A step changed the batch that it was given."),
        ]);
    }

    /// <summary>
    /// Looking at a trajectory changes nothing: taken as a whole, step by step while each state is used, or two at a time in turn, it has
    /// the same bits, and a state that was handed out is never touched again.
    /// </summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="training">The way to train.</param>
    /// <param name="start">The state before the first step.</param>
    /// <param name="batches">A batch for each step.</param>
    public static LawResult ObservationChangesNothing<T>(Training training, TrainingState<T> start, IReadOnlyList<Batch<T>> batches)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(start);
        Given.NoNulls(batches);
        var trajectory = training.Trajectory(start, batches);
        var kept = trajectory.ToArray();
        var observed = new List<Either<Divergence, Advance<T>>>();
        foreach (var (step, other) in trajectory.Zip(training.Trajectory(start, batches)))
        {
            // A use of the state between the steps, and its bits at the moment when it was handed out.
            step.IfRight(advance => training.Fold(advance.State, batches));
            observed.Add(step.Map(advance => advance with { State = Bits.Copy(advance.State) }));
            if (!Same(step, other))
            {
                return LawResult.Failed($"Two trajectories that are taken in turn part at step {observed.Count - 1}.");
            }
        }

        return LawResult.All(
        [
            LawResult.Where(kept.Length == observed.Count, () => $"A trajectory has {kept.Length} steps at one time and {observed.Count} at another."),
            LawResult.All(kept.Zip(observed).Select((pair, step) =>
                LawResult.Where(Same(pair.Item1, pair.Item2), () => $"The state after step {step} has other bits when it is kept than when it was handed out."))),
            LawResult.Where(
                kept.Length == 0 || Same(kept[^1].Map(advance => advance.State), training.Fold(start, batches)),
                () => "The last state of the trajectory is not the fold's."),
        ]);
    }

    /// <summary>All laws for a random network.</summary>
    /// <param name="network">The network, its objective and its batches.</param>
    /// <param name="optimiser">The optimiser.</param>
    /// <param name="steps">How many steps.</param>
    public static LawResult Of(NetworkCase network, GradientTransformation optimiser, int steps)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(optimiser);
        return LawResult.All([Of<double>(network, optimiser, steps), Of<float>(network, optimiser, steps)]);
    }

    private static LawResult Of<T>(NetworkCase network, GradientTransformation optimiser, int steps)
        where T : struct, IFloatingPointIeee754<T>
    {
        var training = new Training(network.Objective, optimiser);
        var start = training.Start(network.Network<T>(), RandomKey.FromSeed(network.Seed).For("training"));
        var batches = Enumerable.Range(0, steps).Select(network.Batch<T>).ToArray();
        return LawResult.All(
        [
            FoldIsRepeatedStep(training, start, batches),
            CanBeResumedAnywhere(training, start, batches),
            StepIsPure(training, start, network.Batch<T>()),
            ObservationChangesNothing(training, start, batches),
        ]);
    }

    private static MathNet.Numerics.LinearAlgebra.Matrix<T> Columns<T>(TrainingState<T> state, Batch<T> batch)
        where T : struct, IFloatingPointIeee754<T> => batch.Targets.ToColumns(state.Network.OutputSize(batch.Inputs.RowCount));

    private static bool Same<T>(Either<Divergence, TrainingState<T>> left, Either<Divergence, TrainingState<T>> right)
        where T : struct, IFloatingPointIeee754<T> => left.Match(
            Right: one => right.Match(Right: other => Bits.Same(one, other), Left: _ => false),
            Left: fault => right.Match(Right: _ => false, Left: other => fault == other));

    private static bool Same<T>(Either<Divergence, Advance<T>> left, Either<Divergence, Advance<T>> right)
        where T : struct, IFloatingPointIeee754<T> =>
        Same(left.Map(advance => advance.State), right.Map(advance => advance.State))
        && left.Match(
            Right: one => right.Match(Right: other => Bits.Same(one.Measurement, other.Measurement), Left: _ => false),
            Left: _ => true);

    private static bool Same<T>(Either<Divergence, Advance<T>> step, Measurement<T> measurement)
        where T : struct, IFloatingPointIeee754<T> => step.Match(Right: advance => Bits.Same(advance.Measurement, measurement), Left: _ => false);
}
