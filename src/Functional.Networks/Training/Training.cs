namespace Functional.Networks;

using System.Collections.Generic;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Randomness;
using LanguageExt;

/// <summary>A way to train: what is made small, and how gradients become updates. Training is the fold of <see cref="Step{T}"/> over batches.</summary>
/// <param name="Objective">What is made small; a loss is an objective without penalties.</param>
/// <param name="Optimiser">How gradients become updates.</param>
public sealed record Training(Objective Objective, GradientTransformation Optimiser)
{
    /// <summary>What is made small; a loss is an objective without penalties.</summary>
    public Objective Objective { get; init => field = Given.NotNull(value); } = Given.NotNull(Objective);

    /// <summary>How gradients become updates.</summary>
    public GradientTransformation Optimiser { get; init => field = Given.NotNull(value); } = Given.NotNull(Optimiser);

    /// <summary>The state before the first step.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network as it begins.</param>
    /// <param name="key">What the batches' order and the layers' randomness are derived from.</param>
    public TrainingState<T> Start<T>(Layer<T> network, RandomKey key)
        where T : struct, IFloatingPointIeee754<T> => new(network, Optimiser.Start(Given.NotNull(network).Parameters), key, 0);

    /// <summary>One step: forward, loss, backward, update.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="state">The state before the step.</param>
    /// <param name="batch">The step's samples.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <returns>The state after the step with its measurements, or where the first number appeared that is not finite.</returns>
    /// <exception cref="System.ArgumentException">The batch does not fit the network.</exception>
    public Either<Divergence, Advance<T>> Step<T>(TrainingState<T> state, Batch<T> batch, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        System.ArgumentNullException.ThrowIfNull(state);
        execution ??= Execution.Sequential;
        var pass = Pass.Training(state.Key.For("step").At(state.Step), execution);
        var result = Objective.Evaluate(state.Network, batch, pass);
        var gradient = result.Gradient.Parameters;
        var isFinite = T.IsFinite(result.Value) && gradient.AreFinite();
        if (!isFinite && !Optimiser.AcceptsNonFinite)
        {
            return Diagnosis.Of(Objective, state, batch, pass);
        }

        // A step that is left out leaves the statistics, too.
        var statistics = isFinite ? result.Statistics : Parameters<T>.None;
        if (!statistics.AreFinite())
        {
            return Diagnosis.OfUpdate(state.Step, statistics);
        }

        var parameters = state.Network.Parameters;
        var (update, optimiser) = Optimiser.Step(gradient, state.Optimiser, parameters, result.Value, execution);
        var updated = parameters.Zip(default(Add<T>), update, execution);
        if (!updated.AreFinite())
        {
            return Diagnosis.OfUpdate(state.Step, updated);
        }

        var next = new TrainingState<T>(state.Network.With(updated).GoneOn(statistics), optimiser, state.Key, state.Step + 1);
        var correct = Accuracy.CountCorrect(result.Output, batch.Targets);
        return new Advance<T>(next, new(state.Step, result.Value, result.Loss, correct, batch.Count));
    }

    /// <summary>
    /// The states that training passes through, made one by one as they are asked for. It ends with the batches, or behind the first
    /// divergence. Asking again computes again, with the same bits.
    /// </summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="state">The state before the first step.</param>
    /// <param name="batches">A batch for each step.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    public IEnumerable<Either<Divergence, Advance<T>>> Trajectory<T>(TrainingState<T> state, IEnumerable<Batch<T>> batches, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        System.ArgumentNullException.ThrowIfNull(state);
        System.ArgumentNullException.ThrowIfNull(batches);
        foreach (var batch in batches)
        {
            var step = Step(state, batch, execution);
            yield return step;
            if (step.IsLeft)
            {
                yield break;
            }

            state = step.Match(Right: advance => advance.State, Left: _ => state);
        }
    }

    /// <summary>
    /// The state after training on all batches: the fold of <see cref="Step{T}"/>, bit for bit, in memory that is used again from step to step.
    /// </summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="state">The state before the first step.</param>
    /// <param name="batches">A batch for each step.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <returns>The state, or where the first number appeared that is not finite.</returns>
    /// <exception cref="System.ArgumentException">A batch does not fit the network.</exception>
    public Either<Divergence, TrainingState<T>> Fold<T>(TrainingState<T> state, IEnumerable<Batch<T>> batches, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        System.ArgumentNullException.ThrowIfNull(state);
        System.ArgumentNullException.ThrowIfNull(batches);
        using var recycler = Recycler<T>.For(this, state, execution ?? Execution.Sequential);
        if (recycler is null)
        {
            return Trajectory(state, batches, execution).Aggregate(
                (Either<Divergence, TrainingState<T>>)state, (_, step) => step.Map(advance => advance.State));
        }

        foreach (var batch in batches)
        {
            if (recycler.Step(new BatchFeed<T>(batch), out _) is { } divergence)
            {
                return divergence;
            }
        }

        return recycler.State();
    }

    /// <summary>The state after a number of steps on samples that a sampling chooses.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="state">The state before the first step; its step says where in the sampling to begin, its key what the choice is drawn from.</param>
    /// <param name="source">The samples.</param>
    /// <param name="sampling">Which samples each step sees.</param>
    /// <param name="steps">The number of steps, at least 0.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <returns>The state, or where the first number appeared that is not finite.</returns>
    /// <exception cref="System.ArgumentException">There are too few samples, or they do not fit the network, or the number of steps is negative.</exception>
    public Either<Divergence, TrainingState<T>> Fold<T>(
        TrainingState<T> state, ISampleSource<T> source, Sampling sampling, long steps, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        System.ArgumentNullException.ThrowIfNull(state);
        System.ArgumentNullException.ThrowIfNull(source);
        System.ArgumentNullException.ThrowIfNull(sampling);
        System.ArgumentOutOfRangeException.ThrowIfNegative(steps);
        if (steps == 0)
        {
            return state;
        }

        var last = state.Step + steps - 1;
        foreach (var moment in Moments(state, source, sampling, execution))
        {
            if (moment.Divergence is { } divergence)
            {
                return divergence;
            }

            if (moment.Measurement.Step == last)
            {
                return moment.State;
            }
        }

        return state;
    }

    /// <summary>
    /// The moments that training passes through, step by step and without end: the steps of <see cref="Step{T}"/>, bit for bit, in memory
    /// that is used again from step to step. A moment's state is there for whoever asks, as a value that is never touched again.
    /// </summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="state">The state before the first step; its step says where in the sampling to begin, its key what the choice is drawn from.</param>
    /// <param name="source">The samples.</param>
    /// <param name="sampling">Which samples each step sees.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <exception cref="System.ArgumentException">There are too few samples; or, when it is gone through, they do not fit the network.</exception>
    public Moments<T> Moments<T>(TrainingState<T> state, ISampleSource<T> source, Sampling sampling, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T> => new(this, Given.NotNull(state), Given.NotNull(source), Given.NotNull(sampling), execution ?? Execution.Sequential);
}
