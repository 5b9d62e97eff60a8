namespace Functional.Networks;

using System;
using System.Collections.Generic;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using LanguageExt;

/// <summary>
/// Learning curves against the number of samples. Two losses far apart that come closer as samples are added say that more samples would
/// help; two that are close and high say that they would not (C. Cortes et al., Learning curves, 1994).
/// </summary>
public static class LearningCurve
{
    /// <summary>
    /// Trains the same network anew on more and more samples, for the same number of steps. The samples of a size are the first ones of one
    /// random order, so that each size has those of the smaller ones. Points are made as they are asked for.
    /// </summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="training">How to train.</param>
    /// <param name="network">The network as it begins.</param>
    /// <param name="key">What the samples' order and the training are derived from.</param>
    /// <param name="source">The samples to train on.</param>
    /// <param name="validation">Samples to judge by that are not among them.</param>
    /// <param name="sampling">Which samples each step sees.</param>
    /// <param name="steps">The number of steps for each size, at least 0.</param>
    /// <param name="sizes">The numbers of samples, each from 1 to as many as there are; no smaller than a batch.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <returns>For each size a point, or where its training diverged.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size or the number of steps is outside its range.</exception>
    public static IEnumerable<Either<Divergence, LearningCurvePoint<T>>> Of<T>(
        Training training,
        Layer<T> network,
        RandomKey key,
        ISampleSource<T> source,
        ISampleSource<T> validation,
        Sampling sampling,
        long steps,
        Seq<int> sizes,
        Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(validation);
        ArgumentNullException.ThrowIfNull(sampling);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        if (sizes.Exists(size => size < 1 || size > source.Count))
        {
            throw new ArgumentOutOfRangeException(nameof(sizes), $"There are {source.Count} samples; a size must be from 1 to {source.Count}.");
        }

        var order = key.For("learning curve").Permutation(source.Count);
        return sizes.Select(size =>
        {
            var part = new SampleSubset<T>(source, order[..size]);
            return training.Fold(training.Start(network, key), part, sampling, steps, execution).Map(state => new LearningCurvePoint<T>(
                size,
                Evaluation<T>.Of(state.Network, training.Objective.Loss, part, execution),
                Evaluation<T>.Of(state.Network, training.Objective.Loss, validation, execution)));
        });
    }
}
