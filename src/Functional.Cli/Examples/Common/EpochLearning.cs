namespace Functional.Cli.Examples;

using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using LanguageExt;

/// <summary>Training for examples that look on epoch by epoch.</summary>
internal static class EpochLearning
{
    extension(Training training)
    {
        /// <summary>The ends of the first epochs, with how the network does on the test samples.</summary>
        /// <param name="network">The network as it begins.</param>
        /// <param name="key">What the batches and the layers' randomness are derived from.</param>
        /// <param name="samples">The samples to train on and those to test with.</param>
        /// <param name="sampling">Which samples each step sees.</param>
        /// <param name="epochs">How many epochs.</param>
        /// <param name="execution">How to compute; sequentially when left out.</param>
        /// <exception cref="ExampleDivergence">A number became infinite or NaN.</exception>
        public IReadOnlyList<Epoch<T>> Learn<T>(Layer<T> network, RandomKey key, DataSplit samples, Sampling sampling, int epochs, Execution? execution = null)
            where T : struct, IFloatingPointIeee754<T> =>
            [.. All(training, network, key, samples, sampling, execution).Take(epochs).Select(step => step.IfLeft(divergence => throw new ExampleDivergence(divergence)))];

        /// <summary>The ends of the first epochs, as far as all numbers are finite: none where the first epoch diverges.</summary>
        /// <param name="network">The network as it begins.</param>
        /// <param name="key">What the batches and the layers' randomness are derived from.</param>
        /// <param name="samples">The samples to train on and those to test with.</param>
        /// <param name="sampling">Which samples each step sees.</param>
        /// <param name="epochs">How many epochs.</param>
        /// <param name="execution">How to compute; sequentially when left out.</param>
        public IReadOnlyList<Epoch<T>> LearnWhileFinite<T>(Layer<T> network, RandomKey key, DataSplit samples, Sampling sampling, int epochs, Execution? execution = null)
            where T : struct, IFloatingPointIeee754<T> =>
            [.. All(training, network, key, samples, sampling, execution).Take(epochs).SelectMany(step => step.RightToSeq())];
    }
    private static IEnumerable<Either<Divergence, Epoch<T>>> All<T>(Training training, Layer<T> network, RandomKey key, DataSplit samples, Sampling sampling, Execution? execution)
        where T : struct, IFloatingPointIeee754<T> =>
        Epochs.Of(training, training.Start(network, key), samples.Train.As<T>(), sampling, samples.Test.As<T>(), execution);
}
