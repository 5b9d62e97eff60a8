namespace Functional.Networks;

using System.Collections.Generic;
using Functional.Numerics;
using LanguageExt;

/// <summary>Training seen epoch by epoch.</summary>
public static class Epochs
{
    /// <summary>
    /// The ends of the epochs that training passes through, made one by one as they are asked for and without end; it ends behind the first
    /// divergence. The steps between are those of <see cref="Training.Step{T}"/>, in memory that is used again. Asking again trains
    /// again, with the same bits.
    /// </summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="training">How to train.</param>
    /// <param name="state">The state before the first step.</param>
    /// <param name="source">The samples to train on.</param>
    /// <param name="sampling">Which samples each step sees.</param>
    /// <param name="validation">Samples to judge by that are not trained on; nothing judges where they are left out.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <exception cref="System.ArgumentException">When it is gone through: there are too few samples, or they do not fit the network.</exception>
    public static IEnumerable<Either<Divergence, Epoch<T>>> Of<T>(
        Training training, TrainingState<T> state, ISampleSource<T> source, Sampling sampling, ISampleSource<T>? validation = null, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        System.ArgumentNullException.ThrowIfNull(training);
        System.ArgumentNullException.ThrowIfNull(state);
        System.ArgumentNullException.ThrowIfNull(source);
        System.ArgumentNullException.ThrowIfNull(sampling);
        var stepsPerEpoch = sampling.StepsPerEpoch(source.Count);
        var loss = 0.0;
        long correct = 0, samples = 0;
        foreach (var moment in training.Moments(state, source, sampling, execution))
        {
            if (moment.Divergence is { } divergence)
            {
                yield return divergence;
                yield break;
            }

            var measured = moment.Measurement;
            loss += double.CreateChecked(measured.Loss) * measured.Samples;
            correct += measured.Correct;
            samples += measured.Samples;
            if ((measured.Step + 1) % stepsPerEpoch == 0)
            {
                var reached = moment.State;
                var judged = validation is null ? null : Evaluation<T>.Of(reached.Network, training.Objective.Loss, validation, execution);
                yield return new Epoch<T>(reached.Step / stepsPerEpoch, reached, loss / samples, (double)correct / samples, judged);
                (loss, correct, samples) = (0, 0, 0);
            }
        }
    }
}
