namespace Functional.Verification;

using System.Linq;
using Functional.Networks;
using Functional.Numerics.Randomness;

/// <summary>The laws of sampling: a step's samples are a pure function of the key and the step, and an epoch without replacement misses none.</summary>
public static class SamplingLaws
{
    /// <summary>The stream that begins at a step is the tail of the stream that begins at the first.</summary>
    /// <param name="sampling">The way to choose batches.</param>
    /// <param name="count">The number of samples.</param>
    /// <param name="key">What the choice is drawn from.</param>
    /// <param name="from">The step, at least 0.</param>
    /// <param name="steps">How many steps are compared.</param>
    public static LawResult StreamsAreTails(Sampling sampling, int count, RandomKey key, int from, int steps) => LawResult.Where(
        sampling.Indices(count, key, from).Take(steps).Zip(sampling.Indices(count, key).Skip(from)).All(pair => pair.First.SequenceEqual(pair.Second)),
        () => $"From step {from} on, {sampling} chooses other samples when it begins there.");

    /// <summary>Every index is one of the samples.</summary>
    /// <param name="sampling">The way to choose batches.</param>
    /// <param name="count">The number of samples.</param>
    /// <param name="key">What the choice is drawn from.</param>
    /// <param name="steps">How many steps are looked at.</param>
    public static LawResult IndicesAreInRange(Sampling sampling, int count, RandomKey key, int steps) => LawResult.Where(
        sampling.Indices(count, key).Take(steps).All(batch => batch.Length > 0 && batch.All(index => index >= 0 && index < count)),
        () => $"{sampling} chooses samples that are not among {count}, or none.");

    /// <summary>Without replacement every epoch visits every sample once. It says nothing of sampling with replacement.</summary>
    /// <param name="sampling">The way to choose batches.</param>
    /// <param name="count">The number of samples.</param>
    /// <param name="key">What the choice is drawn from.</param>
    /// <param name="epochs">How many epochs are looked at.</param>
    public static LawResult EpochsVisitEverySampleOnce(Sampling sampling, int count, RandomKey key, int epochs)
    {
        if (sampling is MiniBatchWithReplacement)
        {
            return LawResult.Vacuous("With replacement a sample may come more than once.");
        }

        var perEpoch = sampling.StepsPerEpoch(count);
        return LawResult.All(Enumerable.Range(0, epochs).Select(epoch => LawResult.Where(
            sampling.Indices(count, key, (long)epoch * perEpoch).Take(perEpoch).SelectMany(batch => batch).Order().SequenceEqual(Enumerable.Range(0, count)),
            () => $"In epoch {epoch}, {sampling} does not visit each of {count} samples once.")));
    }
}
