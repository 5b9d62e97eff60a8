namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using LanguageExt;

/// <summary>Carries experiments out.</summary>
public static class Runner
{
    /// <summary>A run is given up where a step's loss is more than this many times the first step's, or 1 where that is less: 10,000.</summary>
    public const double RunawayFactor = 1e4;

    /// <summary>On how many samples layers are measured, or on all where there are fewer: 256.</summary>
    public const int MeasuredSamples = 256;

    private const int SearchedAtOnce = 1024;

    /// <summary>
    /// What happens in an experiment, event by event as they are asked for. Asking again runs again, with the same bits; who looks
    /// on, and how far, changes nothing.
    /// </summary>
    /// <param name="experiment">The experiment, which <see cref="Experiment.For"/> has found to fit the samples.</param>
    /// <param name="split">The samples.</param>
    /// <param name="execution">How to compute; sequentially when left out. It changes no bit.</param>
    /// <param name="until">Another rule, such as a limit of time, by which the run may end before its experiment does; what it counts are epochs.</param>
    /// <param name="measuresLayers">Whether <see cref="RunEvent.LayersMeasured"/> comes at the beginning and behind every epoch; it changes no bit either.</param>
    /// <param name="from">A state of the same experiment on the same samples, behind which the run begins; its beginning where left out.</param>
    /// <param name="wantsState">Asked behind every step, with the number of steps done, whether <see cref="RunEvent.StateReached"/> is to come; never where left out.</param>
    /// <returns>The steps of each epoch, each epoch's end, and last <see cref="RunEvent.Finished"/>, <see cref="RunEvent.Diverged"/> or <see cref="RunEvent.RanAway"/>.</returns>
    /// <exception cref="ArgumentException">The state is of another precision, or does not fit the experiment.</exception>
    public static IEnumerable<RunEvent> Run(
        Experiment experiment,
        DataSplit split,
        Execution? execution = null,
        StopRule? until = null,
        bool measuresLayers = false,
        RunState? from = null,
        Func<long, bool>? wantsState = null)
    {
        ArgumentNullException.ThrowIfNull(split);
        return Given.NotNull(experiment).Precision switch
        {
            Precision.Double => Run(experiment, split, execution, until, measuresLayers, Of<double>(from), wantsState),
            _ => Run(experiment, split, execution, until, measuresLayers, Of<float>(from), wantsState),
        };
    }

    /// <summary>As <see cref="Run(Experiment, DataSplit, Execution, StopRule, bool, RunState, Func{long, bool})"/>, in the precision given by the type.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="experiment">The experiment; its own precision does not count.</param>
    /// <param name="split">The samples.</param>
    /// <param name="execution">How to compute; sequentially when left out. It changes no bit.</param>
    /// <param name="until">Another rule by which the run may end before its experiment does.</param>
    /// <param name="measuresLayers">Whether layers are measured.</param>
    /// <param name="from">A state behind which the run begins.</param>
    /// <param name="wantsState">Asked behind every step whether its state is to come.</param>
    /// <returns>The events.</returns>
    public static IEnumerable<RunEvent> Run<T>(
        Experiment experiment,
        DataSplit split,
        Execution? execution = null,
        StopRule? until = null,
        bool measuresLayers = false,
        RunState<T>? from = null,
        Func<long, bool>? wantsState = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(experiment);
        var parts = experiment.Parts(split);
        var (train, test) = (parts.Train.As<T>(), parts.Test.As<T>());
        var validation = parts.Validation.MatchUnsafe<Samples<T>?>(set => set.As<T>(), () => null);
        Samples<T>[] sets = validation is null ? [train, test] : [train, validation, test];
        var description = ModelDescription.Of(experiment, split.Train);
        var training = experiment.TrainingOn(parts.Train);
        var rates = experiment.Schedule(parts.Train);
        var state = from?.Training ?? Start<T>(experiment, split, parts);
        var stepsPerEpoch = experiment.Sampling.StepsPerEpoch(train.Count);
        var epochs = from?.Epochs ?? Seq<EpochFigures>.Empty;
        if (from is not null && from.ChosenEpoch > epochs.Count)
        {
            throw new ArgumentException($"The best epoch of the state is the {from.ChosenEpoch}th, of {epochs.Count} that it has seen.", nameof(from));
        }

        var watch = (until is null ? experiment.StopRule : experiment.StopRule.Or(until)).Begin();
        foreach (var seen in epochs)
        {
            // What a rule remembers is a function of the epochs that it has seen.
            watch = watch.See(Progressed(seen, stepsPerEpoch)).Next;
        }

        var chosen = from is { ChosenEpoch: > 0 }
            ? (Epoch: from.ChosenEpoch, Network: from.Chosen.IfNone(from.Training.Network), Loss: Judged(epochs[from.ChosenEpoch - 1]).Loss)
            : (Epoch: 0, state.Network, Loss: double.NaN);
        var measured = measuresLayers ? Measured(experiment, train) : null;
        if (from is null && measured is not null && Measure(training, state, measured, execution) is { } first)
        {
            yield return first;
        }

        var firstLoss = from?.FirstLoss;
        foreach (var moment in training.Moments(state, train, experiment.Sampling, execution))
        {
            if (moment.Divergence is { } divergence)
            {
                yield return new RunEvent.Diverged(divergence);
                yield break;
            }

            var step = moment.Measurement;
            var loss = double.CreateChecked(step.Loss);
            firstLoss ??= loss;
            if (loss > RunawayFactor * Math.Max(firstLoss.Value, 1))
            {
                yield return new RunEvent.RanAway(step.Step, loss, firstLoss.Value, LargestOutputs(moment.State.Network, train));
                yield break;
            }

            var isWanted = wantsState?.Invoke(step.Step + 1) ?? false;
            var endsEpoch = (step.Step + 1) % stepsPerEpoch == 0;
            var reached = endsEpoch || isWanted ? moment.State : null;
            yield return new RunEvent.StepDone(step.Step, loss, step.Correct, step.Samples);
            if (reached is null)
            {
                continue;
            }

            if (!endsEpoch)
            {
                yield return Reached(reached);
                continue;
            }

            var figures = Figures(epochs.Count + 1, reached.Network, training.Objective.Loss, rates.At(step.Step), sets, execution);
            if (!double.IsFinite(figures.Loss) || !double.IsFinite(figures.TestLoss) || figures.Validation is { Loss: not (> double.NegativeInfinity and < double.PositiveInfinity) })
            {
                yield return new RunEvent.Diverged(Located(training, reached, sets, execution));
                yield break;
            }

            epochs = epochs.Add(figures);
            yield return new RunEvent.EpochDone(figures);
            if (measured is not null && Measure(training, reached, measured, execution) is { } layers)
            {
                yield return layers;
            }

            // Without early stopping the last network is the result, with it the best one, the first of equals.
            var judged = Judged(figures);
            chosen = experiment.Patience.IsNone || Judgement.IsBetter(Monitor.Loss, judged.Loss, chosen.Loss, 0)
                ? (figures.Epoch, reached.Network, judged.Loss)
                : chosen;
            (var ending, watch) = watch.See(Progressed(figures, stepsPerEpoch));
            if (ending is not null)
            {
                yield return new RunEvent.Finished(new(epochs, new Model<T>(description, chosen.Network), chosen.Epoch, ending));
                yield break;
            }

            if (isWanted)
            {
                yield return Reached(reached);
            }
        }

        RunEvent.StateReached Reached(TrainingState<T> at) =>
            new(new RunState<T>(at, epochs, chosen.Epoch, experiment.Patience.IsSome && chosen.Epoch > 0 ? chosen.Network : Option<Layer<T>>.None, firstLoss ?? double.NaN));
    }

    /// <summary>The state before the first step.</summary>
    internal static TrainingState<T> Start<T>(Experiment experiment, DataSplit split, DataParts parts)
        where T : struct, IFloatingPointIeee754<T> => experiment.TrainingOn(parts.Train).Start(
            experiment.Architecture(split.Train.OutputCount).Initialise<T>(split.Train.FeatureCount, experiment.InitialKey), experiment.TrainingKey);

    private static RunState<T>? Of<T>(RunState? state)
        where T : struct, IFloatingPointIeee754<T> => state switch
        {
            null => null,
            RunState<T> own => own,
            _ => throw new ArgumentException($"The state is of {state.GetType().GenericTypeArguments[0].Name}, the experiment of {typeof(T).Name}.", nameof(state)),
        };

    /// <summary>The figures that decide: on the samples that are held out, or where there are none on those to train on.</summary>
    private static JudgedFigures Judged(EpochFigures figures) => figures.Validation ?? new(figures.Loss, figures.TrainAccuracy);

    private static Progress Progressed(EpochFigures figures, int stepsPerEpoch) => new((long)figures.Epoch * stepsPerEpoch, Judged(figures).Loss, Judged(figures).Accuracy);

    /// <summary>The samples that layers are measured on, drawn so that sorted samples do no harm.</summary>
    private static Batch<T> Measured<T>(Experiment experiment, Samples<T> train)
        where T : struct, IFloatingPointIeee754<T> =>
        train.Gather(experiment.TrainingKey.For("measured samples").ChoiceWithoutReplacement(train.Count, Math.Min(MeasuredSamples, train.Count)).AsSpan());

    /// <summary>The layers' figures; nothing where a number is not finite, which the step after it will tell.</summary>
    private static RunEvent.LayersMeasured? Measure<T>(Training training, TrainingState<T> state, Batch<T> batch, Execution? execution)
        where T : struct, IFloatingPointIeee754<T> =>
        Snapshot.Of(training, state, batch, execution).MatchUnsafe<RunEvent.LayersMeasured?>(Right: figures => new(figures), Left: _ => null);

    /// <summary>Where the first number that is not finite appears when a network is evaluated, found by the step that would come next.</summary>
    private static Divergence Located<T>(Training training, TrainingState<T> state, Samples<T>[] sets, Execution? execution)
        where T : struct, IFloatingPointIeee754<T> =>
        sets.SelectMany(set => Enumerable.Range(0, set.Count).Chunk(SearchedAtOnce).Select(chunk => training.Step(state, set.Gather(chunk), execution)))
            .SelectMany(step => step.Match(Right: _ => Enumerable.Empty<Divergence>(), Left: divergence => [divergence]))
            .FirstOrDefault(new Divergence(state.Step, "the evaluation", "sum of the losses"));

    /// <summary>The layer whose outputs for the first sample are the largest in magnitude.</summary>
    private static string LargestOutputs<T>(Layer<T> network, Samples<T> train)
        where T : struct, IFloatingPointIeee754<T>
    {
        var (place, largest) = (network.Title, T.NegativeOne);
        var values = train.Range(0, 1).Inputs;
        var layers = network is Chain<T> chain ? chain.Layers : Prelude.Seq1(network);
        for (var number = 0; number < layers.Count; number++)
        {
            values = layers[number].Predict(values);
            var own = values.Numbers.ToArray().Select(T.Abs).Max();
            (place, largest) = own > largest ? ($"layer {number}, {layers[number].Title}", own) : (place, largest);
        }

        return place;
    }

    /// <summary>How a network does on the samples to train on, those held out where there are some, and those to test with.</summary>
    private static EpochFigures Figures<T>(int epoch, Layer<T> network, Loss loss, double rate, Samples<T>[] sets, Execution? execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        var judged = sets.Select(set => Evaluation<T>.Of(network, loss, set, execution)).Select(own => new JudgedFigures(double.CreateChecked(own.Loss), own.Accuracy)).ToArray();
        var (seen, unseen) = (judged[0], judged[^1]);
        return new(epoch, seen.Loss, seen.Accuracy, unseen.Loss, unseen.Accuracy, rate, judged.Length > 2 ? judged[1] : null);
    }
}
