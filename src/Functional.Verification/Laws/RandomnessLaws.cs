namespace Functional.Verification;

using System;
using System.Collections.Generic;
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
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    /// <exception cref="ArgumentException">An outcome is none of those that there are.</exception>
    public static LawResult ComeEquallyOften(Func<RandomKey, long, int> draw, int outcomes, RandomKey key, int draws = 60_000)
    {
        ArgumentNullException.ThrowIfNull(draw);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outcomes, 1);
        return LawResult.All(
    [
        Statistic.EquallyOften(Counts(place => draw(key, place), outcomes, draws), $"{outcomes} outcomes over {draws} indices"),
        Statistic.EquallyOften(Counts(place => draw(key.At(place), 0), outcomes, draws), $"{outcomes} outcomes over {draws} keys"),
        Statistic.EquallyOften(Pairs(place => draw(key, place), outcomes, draws), $"pairs of {outcomes} outcomes at neighbouring indices"),
        Statistic.EquallyOften(Pairs(place => draw(key.At(place), 0), outcomes, draws), $"pairs of {outcomes} outcomes of neighbouring keys"),
    ]);
    }

    /// <summary>Numbers from 0 to 1 lie equally often in each of a hundred parts, and are not correlated from index to index, from key to key and from purpose to purpose.</summary>
    /// <remarks>Streams that are one stream begun at different places are found where neighbouring seeds are compared one index apart.</remarks>
    /// <param name="draw">From a key and an index to a number from 0 to 1.</param>
    /// <param name="key">What is drawn from.</param>
    /// <param name="draws">How many draws.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    public static LawResult AreUniformAndIndependent(Func<RandomKey, long, double> draw, RandomKey key, int draws = 60_000)
    {
        ArgumentNullException.ThrowIfNull(draw);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        return LawResult.All(
        [
            ComeEquallyOften((own, place) => Math.Min(99, (int)(100 * draw(own, place))), 100, key, 10 * draws),
            Correlation(place => (draw(key, place), draw(key, place + 1)), "neighbouring indices"),
            Correlation(place => (draw(key.At(place), 0), draw(key.At(place + 1), 0)), "neighbouring keys"),
            Correlation(place => (draw(key.For("one purpose"), place), draw(key.For("another purpose"), place)), "two purposes"),
            Correlation(place => (draw(RandomKey.FromSeed((ulong)place), 0), draw(RandomKey.FromSeed((ulong)place + 1), 0)), "neighbouring seeds"),
            Correlation(place => (draw(RandomKey.FromSeed((ulong)place), 1), draw(RandomKey.FromSeed((ulong)place + 1), 0)), "neighbouring seeds, one index apart"),
            Correlation(place => (draw(key.At(place), 1), draw(key.At(place + 1), 0)), "neighbouring keys, one index apart"),
        ]);

        LawResult Correlation(Func<int, (double One, double Other)> pair, string what)
        {
            var sum = Enumerable.Range(0, draws).Select(pair).Sum(both => (both.One - 0.5) * (both.Other - 0.5));
            return Statistic.Near(12 * sum / draws, 0, 1 / Math.Sqrt(draws), draws, $"The correlation of {what}");
        }
    }

    /// <summary>Each bit is set as often as not, over the indices of one key and over many keys, and changes as often as not from index to index and from key to key.</summary>
    /// <param name="draw">From a key and an index to bits.</param>
    /// <param name="width">How many bits.</param>
    /// <param name="key">What is drawn from.</param>
    /// <param name="draws">How many draws either way.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1, or there are more than 64 bits.</exception>
    public static LawResult HaveFairBits(Func<RandomKey, long, ulong> draw, int width, RandomKey key, int draws = 60_000)
    {
        ArgumentNullException.ThrowIfNull(draw);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, 64);
        return LawResult.All(
    [
        FairBits(place => draw(key, place), width, draws, "over indices"),
        FairBits(place => draw(key.At(place), 0), width, draws, "over keys"),
        FairBits(place => draw(key, place) ^ draw(key, place + 1), width, draws, "against the next index"),
        FairBits(place => draw(key.At(place), 0) ^ draw(key.At(place + 1), 0), width, draws, "against the next key"),
    ]);
    }

    /// <summary>Keys that differ in a single bit have nothing in common: whichever bit of a key changes, half of the bits that are drawn do, each as often as any other.</summary>
    /// <param name="draw">From a key and an index to bits.</param>
    /// <param name="width">How many bits.</param>
    /// <param name="key">What the keys are drawn from.</param>
    /// <param name="draws">How many keys.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1, or there are more than 64 bits.</exception>
    public static LawResult ChangeWithEveryBitOfTheKey(Func<RandomKey, long, ulong> draw, int width, RandomKey key, int draws = 4_000)
    {
        ArgumentNullException.ThrowIfNull(draw);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, 64);
        return LawResult.All(
        Enumerable.Range(0, 64).Select(changed => FairBits(
            place => draw(new RandomKey(key.Bits64(place)), place) ^ draw(new RandomKey(key.Bits64(place) ^ (1UL << changed)), place), width, draws, $"with bit {changed} of the key")));
    }

    /// <summary>Numbers are normally distributed: their first four moments, the shares within half, one, two and three deviations, and no correlation from index to index and from key to key.</summary>
    /// <param name="draw">From a key and an index to a number.</param>
    /// <param name="key">What is drawn from.</param>
    /// <param name="draws">How many draws.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    public static LawResult AreNormalAndIndependent(Func<RandomKey, long, double> draw, RandomKey key, int draws = 60_000)
    {
        ArgumentNullException.ThrowIfNull(draw);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        double[] numbers = [.. Enumerable.Range(0, draws).Select(place => draw(key, place))];
        double[] others = [.. Enumerable.Range(0, draws).Select(place => draw(key.At(place), 0))];
        return LawResult.All(
        [
            Statistic.Near(numbers.Average(), 0, 1 / Math.Sqrt(draws), draws, "The mean over indices"),
            Statistic.Near(others.Average(), 0, 1 / Math.Sqrt(draws), draws, "The mean over keys"),
            Statistic.Near(numbers.Average(number => number * number), 1, Math.Sqrt(2.0 / draws), draws, "The variance over indices"),
            Statistic.Near(others.Average(number => number * number), 1, Math.Sqrt(2.0 / draws), draws, "The variance over keys"),
            Moments.Normal.Agree(numbers, "over indices"),
            Moments.Normal.Agree(others, "over keys"),
            .. Normality.Shares(numbers, 1, "over indices"),
            .. Normality.Shares(others, 1, "over keys"),
            Statistic.Near(numbers.Zip(numbers.Skip(1), (one, other) => one * other).Sum() / draws, 0, 1 / Math.Sqrt(draws), draws, "The correlation of neighbouring indices"),
            Statistic.Near(others.Zip(others.Skip(1), (one, other) => one * other).Sum() / draws, 0, 1 / Math.Sqrt(draws), draws, "The correlation of neighbouring keys"),
        ]);
    }

    /// <summary>Something comes as often as its probability says, and whether it came says nothing of whether it comes next.</summary>
    /// <param name="draw">From a key and an index to whether it comes.</param>
    /// <param name="probability">How often it should.</param>
    /// <param name="key">What is drawn from.</param>
    /// <param name="draws">How many draws either way.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    public static LawResult ComeWithProbability(Func<RandomKey, long, bool> draw, double probability, RandomKey key, int draws = 60_000)
    {
        ArgumentNullException.ThrowIfNull(draw);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        var deviation = Math.Sqrt(probability * (1 - probability) / draws);
        return LawResult.All(
        [
            Statistic.Near(Share(place => draw(key, place)), probability, deviation, draws, $"The share of {probability} over indices"),
            Statistic.Near(Share(place => draw(key.At(place), 0)), probability, deviation, draws, $"The share of {probability} over keys"),
            Together(place => draw(key, place) && draw(key, place + 1), "neighbouring indices"),
            Together(place => draw(key.At(place), 0) && draw(key.At(place + 1), 0), "neighbouring keys"),
        ]);

        double Share(Func<int, bool> comes) => Enumerable.Range(0, draws).Count(comes) / (double)draws;

        // Overlapping pairs share a draw each, so their count varies more than that of separate ones: by p²(1 − p)(1 + 3p).
        LawResult Together(Func<int, bool> come, string what) => Statistic.Near(
            Share(come), probability * probability, probability * Math.Sqrt((1 - probability) * (1 + (3 * probability)) / draws), draws, $"The share of pairs of {probability} at {what}");
    }

    /// <summary>Every order of four comes equally often over many keys, and in orders of more every number comes equally often to every place.</summary>
    /// <param name="permutation">From a key and a count to the numbers from 0 on in some order.</param>
    /// <param name="key">What is drawn from.</param>
    /// <param name="draws">How many orders.</param>
    /// <param name="count">How many numbers the longer orders have.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    public static LawResult OrdersComeEquallyOften(Func<RandomKey, int, IReadOnlyList<int>> permutation, RandomKey key, int draws = 12_000, int count = 11)
    {
        ArgumentNullException.ThrowIfNull(permutation);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var orders = new long[24];
        var places = Enumerable.Range(0, count).Select(_ => new long[count]).ToArray();
        for (var draw = 0; draw < draws; draw++)
        {
            var (four, order) = (permutation(key.At(draw), 4), permutation(key.At(draw), count));
            if (!IsOrder(four, 4) || !IsOrder(order, count))
            {
                return LawResult.Failed($"Draw {draw} gives no order of the numbers from 0 to 3, or none of those to {count - 1}.");
            }

            orders[Rank([.. four])]++;
            for (var place = 0; place < count; place++)
            {
                places[order[place]][place]++;
            }
        }

        return LawResult.All(places.Select((own, number) => Statistic.EquallyOften(own, $"the places of {number} in orders of {count}")).Prepend(Statistic.EquallyOften(orders, "the 4! orders")));
    }

    /// <summary>Every choice of two out of five comes equally often, and every one of more comes equally often among those chosen.</summary>
    /// <param name="choice">From a key, a count and how many are chosen to different numbers from 0 to below the count.</param>
    /// <param name="key">What is drawn from.</param>
    /// <param name="draws">How many choices.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    public static LawResult ChoicesComeEquallyOften(Func<RandomKey, int, int, IReadOnlyList<int>> choice, RandomKey key, int draws = 12_000)
    {
        ArgumentNullException.ThrowIfNull(choice);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        var pairs = new long[20];
        var chosen = new long[13];
        for (var draw = 0; draw < draws; draw++)
        {
            var (pair, several) = (choice(key.At(draw), 5, 2), choice(key.At(draw), 13, 7));
            if (!IsChoice(pair, 5, 2) || !IsChoice(several, 13, 7))
            {
                return LawResult.Failed($"Draw {draw} gives no 2 different numbers from 0 to 4, or no 7 from 0 to 12.");
            }

            pairs[(pair[0] * 4) + pair[1] - (pair[1] > pair[0] ? 1 : 0)]++;

            // One place of each choice, so that the counts are independent.
            chosen[several[draw % 7]]++;
        }

        return LawResult.All([Statistic.EquallyOften(pairs, "the ordered pairs of 5"), Statistic.EquallyOften(chosen, "13 numbers among 7 chosen")]);
    }

    private static bool IsOrder(IReadOnlyList<int>? numbers, int count) => IsChoice(numbers, count, count);

    private static bool IsChoice(IReadOnlyList<int>? numbers, int count, int chosen) =>
        numbers is not null && numbers.Count == chosen && numbers.All(number => number >= 0 && number < count) && numbers.Distinct().Count() == chosen;

    private static LawResult FairBits(Func<int, ulong> draw, int width, int draws, string what)
    {
        var counts = new long[width];
        for (var place = 0; place < draws; place++)
        {
            var bits = draw(place);
            for (var bit = 0; bit < width; bit++)
            {
                counts[bit] += (long)(bits >> bit) & 1;
            }
        }

        return LawResult.All(counts.Select((count, bit) => Statistic.Near(count / (double)draws, 0.5, 0.5 / Math.Sqrt(draws), draws, $"The share of bit {bit} {what}")));
    }

    /// <summary>The place of an order of four among all of them.</summary>
    private static int Rank(int[] order) =>
        order.Select((value, place) => order[place..].Count(later => later < value) * (place == 0 ? 6 : place == 1 ? 2 : 1)).Sum();

    private static int Known(int outcome, int outcomes) => (uint)outcome < (uint)outcomes
        ? outcome
        : throw new ArgumentException($"A draw gives {outcome}; the outcomes run from 0 to {outcomes - 1}.", nameof(outcome));

    private static long[] Counts(Func<int, int> outcome, int outcomes, int draws)
    {
        var counts = new long[outcomes];
        for (var place = 0; place < draws; place++)
        {
            counts[Known(outcome(place), outcomes)]++;
        }

        return counts;
    }

    private static long[] Pairs(Func<int, int> outcome, int outcomes, int draws)
    {
        var counts = new long[outcomes * outcomes];
        for (var place = 0; place + 1 < draws; place += 2)
        {
            counts[(Known(outcome(place), outcomes) * outcomes) + Known(outcome(place + 1), outcomes)]++;
        }

        return counts;
    }
}
