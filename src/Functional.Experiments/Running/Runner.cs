namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics;
using LanguageExt;

/// <summary>Carries experiments out.</summary>
public static class Runner
{
    /// <summary>A run is given up where a step's loss is more than this many times the first step's, or 1 where that is less: 10,000.</summary>
    public const double RunawayFactor = 1e4;

    private const int SearchedAtOnce = 1024;

    /// <summary>
    /// What happens in an experiment, event by event as they are asked for. Asking again runs again, with the same bits; who looks
    /// on, and how far, changes nothing.
    /// </summary>
    /// <param name="experiment">The experiment, which <see cref="Experiment.For"/> has found to fit the samples.</param>
    /// <param name="split">The samples.</param>
    /// <param name="execution">How to compute; sequentially when left out. It changes no bit.</param>
    /// <returns>The steps of each epoch, each epoch's end, and last <see cref="RunEvent.Finished"/>, <see cref="RunEvent.Diverged"/> or <see cref="RunEvent.RanAway"/>.</returns>
    public static IEnumerable<RunEvent> Run(Experiment experiment, DataSplit split, Execution? execution = null) => experiment.Precision switch
    {
        Precision.Double => Run<double>(experiment, split, execution),
        _ => Run<float>(experiment, split, execution),
    };

    /// <summary>As <see cref="Run(Experiment, DataSplit, Execution)"/>, in the precision given by the type.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="experiment">The experiment; its own precision does not count.</param>
    /// <param name="split">The samples.</param>
    /// <param name="execution">How to compute; sequentially when left out. It changes no bit.</param>
    /// <returns>The events.</returns>
    public static IEnumerable<RunEvent> Run<T>(Experiment experiment, DataSplit split, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        var (train, test) = (split.Train.As<T>(), split.Test.As<T>());
        var description = ModelDescription.Of(experiment, split.Train);
        var training = experiment.Training;
        var state = training.Start(description.Architecture.Initialise<T>(split.Train.FeatureCount, experiment.InitialKey), experiment.TrainingKey);
        var stepsPerEpoch = experiment.Sampling.StepsPerEpoch(train.Count);
        var epochs = Seq<EpochFigures>.Empty;
        double? firstLoss = null;
        foreach (var moment in training.Moments(state, train, experiment.Sampling, execution))
        {
            if (moment.Divergence is { } divergence)
            {
                yield return new RunEvent.Diverged(divergence);
                yield break;
            }

            var measured = moment.Measurement;
            var loss = double.CreateChecked(measured.Loss);
            firstLoss ??= loss;
            if (loss > RunawayFactor * Math.Max(firstLoss.Value, 1))
            {
                yield return new RunEvent.RanAway(measured.Step, loss, firstLoss.Value, LargestOutputs(moment.State.Network, train));
                yield break;
            }

            var reached = (measured.Step + 1) % stepsPerEpoch == 0 ? moment.State : null;
            yield return new RunEvent.StepDone(measured.Step, loss, measured.Correct, measured.Samples);
            if (reached is not null)
            {
                var figures = Figures(epochs.Count + 1, reached.Network, experiment.Loss, train, test, execution);
                if (!double.IsFinite(figures.Loss) || !double.IsFinite(figures.TestLoss))
                {
                    yield return new RunEvent.Diverged(Located(training, reached, [train, test], execution));
                    yield break;
                }

                state = reached;
                epochs = epochs.Add(figures);
                yield return new RunEvent.EpochDone(figures);
                if (epochs.Count == experiment.Epochs)
                {
                    break;
                }
            }
        }

        yield return new RunEvent.Finished(new(epochs, new Model<T>(description, state.Network)));
    }

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

    private static EpochFigures Figures<T>(int epoch, Layer<T> network, Loss loss, Samples<T> train, Samples<T> test, Execution? execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        var seen = Evaluation<T>.Of(network, loss, train, execution);
        var unseen = Evaluation<T>.Of(network, loss, test, execution);
        return new(epoch, double.CreateChecked(seen.Loss), seen.Accuracy, double.CreateChecked(unseen.Loss), unseen.Accuracy);
    }
}
