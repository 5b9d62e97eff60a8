namespace Functional.Verification;

using System;
using System.Linq;
using Functional.Networks;
using Functional.Numerics.Randomness;

/// <summary>The laws of sampling: a step's samples are a pure function of the key and the step, and an epoch without replacement misses none.</summary>
public static class SamplingLaws
{
    /// <summary>The stream that begins at a step is the tail of the stream that begins at the first.</summary>
    /// <param name="ordering">The way to choose batches.</param>
    /// <param name="count">The number of samples.</param>
    /// <param name="key">What the choice is drawn from.</param>
    /// <param name="from">The step, at least 0.</param>
    /// <param name="steps">How many steps are compared.</param>
    /// <exception cref="InvalidOperationException">The way to choose gives an array that was never made.</exception>
    public static LawResult StreamsAreTails(Ordering ordering, int count, RandomKey key, int from, int steps)
    {
        ArgumentNullException.ThrowIfNull(ordering);
        return LawResult.Where(
            ordering(count, key, from).Take(steps).Zip(ordering(count, key, 0).Skip(from)).All(pair => pair.First.SequenceEqual(pair.Second)),
            () => $"From step {from} on, other samples are chosen when it begins there.");
    }

    /// <summary>The stream that begins at a step is the tail of the stream that begins at the first.</summary>
    /// <param name="sampling">The way to choose batches.</param>
    /// <param name="count">The number of samples.</param>
    /// <param name="key">What the choice is drawn from.</param>
    /// <param name="from">The step, at least 0.</param>
    /// <param name="steps">How many steps are compared.</param>
    public static LawResult StreamsAreTails(Sampling sampling, int count, RandomKey key, int from, int steps)
    {
        ArgumentNullException.ThrowIfNull(sampling);
        return StreamsAreTails(sampling.Indices, count, key, from, steps);
    }

    /// <summary>Every index is one of the samples.</summary>
    /// <param name="ordering">The way to choose batches.</param>
    /// <param name="count">The number of samples.</param>
    /// <param name="key">What the choice is drawn from.</param>
    /// <param name="steps">How many steps are looked at.</param>
    /// <exception cref="InvalidOperationException">The way to choose gives an array that was never made.</exception>
    public static LawResult IndicesAreInRange(Ordering ordering, int count, RandomKey key, int steps)
    {
        ArgumentNullException.ThrowIfNull(ordering);
        return LawResult.Where(
            ordering(count, key, 0).Take(steps).All(batch => batch.Length > 0 && batch.All(index => index >= 0 && index < count)),
            () => $"Samples are chosen that are not among {count}, or none.");
    }

    /// <summary>Every index is one of the samples.</summary>
    /// <param name="sampling">The way to choose batches.</param>
    /// <param name="count">The number of samples.</param>
    /// <param name="key">What the choice is drawn from.</param>
    /// <param name="steps">How many steps are looked at.</param>
    public static LawResult IndicesAreInRange(Sampling sampling, int count, RandomKey key, int steps)
    {
        ArgumentNullException.ThrowIfNull(sampling);
        return IndicesAreInRange(sampling.Indices, count, key, steps);
    }

    /// <summary>Without replacement every epoch visits every sample once. It says nothing of sampling with replacement.</summary>
    /// <param name="sampling">The way to choose batches.</param>
    /// <param name="count">The number of samples.</param>
    /// <param name="key">What the choice is drawn from.</param>
    /// <param name="epochs">How many epochs are looked at.</param>
    public static LawResult EpochsVisitEverySampleOnce(Sampling sampling, int count, RandomKey key, int epochs)
    {
        ArgumentNullException.ThrowIfNull(sampling);
        return sampling is MiniBatchWithReplacement
            ? LawResult.Vacuous("With replacement a sample may come more than once.")
            : EpochsVisitEverySampleOnce(sampling.Indices, sampling.StepsPerEpoch(count), count, key, epochs);
    }

    /// <summary>Every epoch visits every sample once.</summary>
    /// <param name="ordering">The way to choose batches.</param>
    /// <param name="perEpoch">How many steps make an epoch.</param>
    /// <param name="count">The number of samples.</param>
    /// <param name="key">What the choice is drawn from.</param>
    /// <param name="epochs">How many epochs are looked at.</param>
    /// <exception cref="InvalidOperationException">The way to choose gives an array that was never made.</exception>
    public static LawResult EpochsVisitEverySampleOnce(Ordering ordering, int perEpoch, int count, RandomKey key, int epochs)
    {
        ArgumentNullException.ThrowIfNull(ordering);
        return LawResult.All(Enumerable.Range(0, epochs).Select(epoch => LawResult.Where(
            ordering(count, key, (long)epoch * perEpoch).Take(perEpoch).SelectMany(batch => batch).Order().SequenceEqual(Enumerable.Range(0, count)),
            () => $"In epoch {epoch} not each of {count} samples is visited once.")));
    }

    /// <summary>Over many keys and over many epochs of one key every order of a few samples comes equally often, as far as chance allows.</summary>
    /// <param name="ordering">The way to choose batches, without replacement.</param>
    /// <param name="perEpoch">From a number of samples to that of steps in an epoch.</param>
    /// <param name="key">What the choices are drawn from.</param>
    /// <param name="draws">How many orders are drawn either way.</param>
    /// <exception cref="InvalidOperationException">The way to choose gives an array that was never made.</exception>
    public static LawResult OrdersComeEquallyOften(Ordering ordering, Func<int, int> perEpoch, RandomKey key, int draws = 6_000)
    {
        ArgumentNullException.ThrowIfNull(ordering);
        ArgumentNullException.ThrowIfNull(perEpoch);
        const int Samples = 4;
        var steps = perEpoch(Samples);
        return LawResult.All(
        [
            Statistic.EquallyOften(Counts(draw => (key.At(draw), 0)), $"the {Samples}! orders over {draws} keys"),
            Statistic.EquallyOften(Counts(draw => (key, (long)draw * steps)), $"the {Samples}! orders over {draws} epochs"),
        ]);

        long[] Counts(Func<int, (RandomKey Key, long Step)> at)
        {
            var counts = new long[24];
            for (var draw = 0; draw < draws; draw++)
            {
                var (own, step) = at(draw);
                counts[Rank([.. ordering(Samples, own, step).Take(steps).SelectMany(batch => batch).Take(Samples)])]++;
            }

            return counts;
        }

        static int Rank(int[] order) => order.Select((value, place) => order[place..].Count(later => later < value) * Factorial(order.Length - 1 - place)).Sum();

        static int Factorial(int number) => number <= 1 ? 1 : number * Factorial(number - 1);
    }
}
