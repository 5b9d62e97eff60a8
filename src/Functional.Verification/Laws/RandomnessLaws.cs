namespace Functional.Verification;

using System;
using System.Linq;
using Functional.Numerics.Randomness;

/// <summary>The laws of random numbers, by statistics of many draws: right ones are rejected by chance alone once in 500 million times.</summary>
public static class RandomnessLaws
{
    /// <summary>Every outcome comes equally often, alone and behind every other one, over the indices of one key and over many keys.</summary>
    /// <param name="draw">From a key and an index to an outcome, from 0 on.</param>
    /// <param name="outcomes">How many outcomes there are.</param>
    /// <param name="key">What is drawn from.</param>
    /// <param name="draws">How many draws either way.</param>
    public static LawResult ComeEquallyOften(Func<RandomKey, long, int> draw, int outcomes, RandomKey key, int draws = 60_000) => LawResult.All(
    [
        Statistic.EquallyOften(Counts(place => draw(key, place), outcomes, draws), $"{outcomes} outcomes over {draws} indices"),
        Statistic.EquallyOften(Counts(place => draw(key.At(place), 0), outcomes, draws), $"{outcomes} outcomes over {draws} keys"),
        Statistic.EquallyOften(Pairs(place => draw(key, place), outcomes, draws), $"pairs of {outcomes} outcomes at neighbouring indices"),
        Statistic.EquallyOften(Pairs(place => draw(key.At(place), 0), outcomes, draws), $"pairs of {outcomes} outcomes of neighbouring keys"),
    ]);

    /// <summary>Numbers from 0 to 1 lie equally often in each of a hundred parts, and are not correlated from index to index, from key to key and from purpose to purpose.</summary>
    /// <param name="draw">From a key and an index to a number from 0 to 1.</param>
    /// <param name="key">What is drawn from.</param>
    /// <param name="draws">How many draws.</param>
    public static LawResult AreUniformAndIndependent(Func<RandomKey, long, double> draw, RandomKey key, int draws = 60_000)
    {
        return LawResult.All(
        [
            ComeEquallyOften((own, place) => Math.Min(99, (int)(100 * draw(own, place))), 100, key, 10 * draws),
            Correlation(place => (draw(key, place), draw(key, place + 1)), "neighbouring indices"),
            Correlation(place => (draw(key.At(place), 0), draw(key.At(place + 1), 0)), "neighbouring keys"),
            Correlation(place => (draw(key.For("one purpose"), place), draw(key.For("another purpose"), place)), "two purposes"),
            Correlation(place => (draw(RandomKey.FromSeed((ulong)place), 0), draw(RandomKey.FromSeed((ulong)place + 1), 0)), "neighbouring seeds"),
        ]);

        LawResult Correlation(Func<int, (double One, double Other)> pair, string what)
        {
            var sum = Enumerable.Range(0, draws).Select(pair).Sum(both => (both.One - 0.5) * (both.Other - 0.5));
            return Statistic.Near(12 * sum / draws, 0, 1 / Math.Sqrt(draws), $"The correlation of {what}");
        }
    }

    private static long[] Counts(Func<int, int> outcome, int outcomes, int draws)
    {
        var counts = new long[outcomes];
        for (var place = 0; place < draws; place++)
        {
            counts[outcome(place)]++;
        }

        return counts;
    }

    private static long[] Pairs(Func<int, int> outcome, int outcomes, int draws)
    {
        var counts = new long[outcomes * outcomes];
        for (var place = 0; place + 1 < draws; place += 2)
        {
            counts[(outcome(place) * outcomes) + outcome(place + 1)]++;
        }

        return counts;
    }
}
