namespace Functional.Numerics.Tests.Randomness;

using System;
using System.Linq;
using Functional.Numerics.Randomness;
using Xunit;

public sealed class RandomKeyTests
{
    private const int Draws = 200_000;

    /// <summary>The known answers that the generator's authors publish with it (Random123, kat_vectors: philox4x32 10).</summary>
    [Theory]
    [InlineData(0x0000000000000000UL, 0x00000000U, 0x00000000U, 0x00000000U, 0x00000000U, 0x6627e8d5U, 0xe169c58dU, 0xbc57ac4cU, 0x9b00dbd8U)]
    [InlineData(0xffffffffffffffffUL, 0xffffffffU, 0xffffffffU, 0xffffffffU, 0xffffffffU, 0x408f276dU, 0x41c83b0eU, 0xa20bc7c6U, 0x6d5451fdU)]
    [InlineData(0x299f31d0a4093822UL, 0x243f6a88U, 0x85a308d3U, 0x13198a2eU, 0x03707344U, 0xd16cfe09U, 0x94fdccebU, 0x5001e420U, 0x24126ea1U)]
    public void Philox_gives_the_published_known_answers(
        ulong key, uint counter0, uint counter1, uint counter2, uint counter3, uint word0, uint word1, uint word2, uint word3) =>
        Assert.Equal((word0, word1, word2, word3), Philox.Block(key, counter0, counter1, counter2, counter3));

    /// <summary>The streams are versioned: these are the answers of version 1.</summary>
    [Fact]
    public void Streams_of_version_one_give_their_known_answers()
    {
        var key = RandomKey.FromSeed(42);
        Assert.Equal(1, RandomKey.StreamVersion);
        Assert.Equal(KnownAnswers.Bits32, Enumerable.Range(0, 5).Select(i => key.Bits32(i)));
        Assert.Equal(KnownAnswers.Bits64, Enumerable.Range(0, 3).Select(i => key.Bits64(i)));
        Assert.Equal(KnownAnswers.Purpose, key.For("initial weights").Value);
        Assert.Equal(KnownAnswers.Index, key.At(3).Value);
        Assert.Equal(KnownAnswers.Uniform, key.Uniform(7));
        Assert.Equal(KnownAnswers.Normal, key.Normal(7));
        Assert.Equal(KnownAnswers.Permutation, key.Permutation(8));
    }

    [Fact]
    public void Draws_depend_on_key_and_index_alone()
    {
        var key = RandomKey.FromSeed(3);
        var forward = Enumerable.Range(0, 100).Select(i => key.Normal(i)).ToArray();
        var backward = Enumerable.Range(0, 100).Reverse().Select(i => key.Normal(i)).Reverse().ToArray();
        Assert.Equal(forward, backward);
        Assert.Equal(key.Uniform(long.MaxValue), key.Uniform(long.MaxValue));
        Assert.NotEqual(key.Uniform(1), key.Uniform(1L << 32));
    }

    [Fact]
    public void Bits_in_bulk_are_those_of_single_draws_at_every_width()
    {
        var key = RandomKey.FromSeed(0xfedcba9876543210);
        foreach (var from in new[] { 0L, 1, 2, 3, 5, (1L << 34) - 37, (1L << 40) + 2, long.MaxValue - 500, -3 })
        {
            foreach (var length in new[] { 0, 1, 3, 4, 15, 16, 17, 31, 32, 33, 67, 401 })
            {
                foreach (var width in Widths.All)
                {
                    var bits = new uint[length];
                    key.Bits32(from, bits, width);
                    Assert.Equal(Enumerable.Range(0, length).Select(i => key.Bits32(from + i)), bits);
                }
            }
        }
    }

    [Fact]
    public void Derived_keys_and_kinds_of_draws_are_unrelated()
    {
        var key = RandomKey.FromSeed(0);
        ulong[] keys = [key.Value, key.For("a").Value, key.For("b").Value, key.At(0).Value, key.At(1).Value, key.For("a").At(0).Value, key.At(0).For("a").Value, key.Bits64(0), key.Bits64(1)];
        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.NotEqual(RandomKey.FromSeed(1).For("a"), key.For("a"));

        var (a, b) = (key.For("a"), key.For("b"));
        var correlation = Enumerable.Range(0, Draws).Average(i => (a.Uniform(i) - 0.5) * (b.Uniform(i) - 0.5)) * 12;
        Assert.InRange(correlation, -5 / Math.Sqrt(Draws), 5 / Math.Sqrt(Draws));
    }

    [Fact]
    public void Uniform_fills_its_interval_evenly()
    {
        var key = RandomKey.FromSeed(1);
        var counts = new int[64];
        for (var i = 0; i < Draws; i++)
        {
            counts[(int)(key.Uniform(i) * 64)]++;
        }

        // χ² with 63 degrees of freedom: mean 63, deviation √126; five deviations on either side.
        var expected = Draws / 64.0;
        Assert.InRange(counts.Sum(count => (count - expected) * (count - expected) / expected), 63 - (5 * Math.Sqrt(126)), 63 + (5 * Math.Sqrt(126)));
        Assert.InRange(Enumerable.Range(0, 1000).Select(i => key.Uniform(-2.5, 4, i)).Min(), -2.5, -2.4);
        Assert.InRange(Enumerable.Range(0, 1000).Select(i => key.Uniform(-2.5, 4, i)).Max(), 3.9, 4);
    }

    [Fact]
    public void Normal_has_the_moments_of_the_normal_distribution()
    {
        var key = RandomKey.FromSeed(2);
        var draws = Enumerable.Range(0, Draws).Select(i => key.Normal(i)).ToArray();
        double Moment(int power) => draws.Average(draw => Math.Pow(draw, power));
        Assert.InRange(Moment(1), -5 / Math.Sqrt(Draws), 5 / Math.Sqrt(Draws));
        Assert.InRange(Moment(2), 1 - (5 * Math.Sqrt(2.0 / Draws)), 1 + (5 * Math.Sqrt(2.0 / Draws)));
        Assert.InRange(Moment(3), -5 * Math.Sqrt(15.0 / Draws), 5 * Math.Sqrt(15.0 / Draws));
        Assert.InRange(Moment(4), 3 - (5 * Math.Sqrt(96.0 / Draws)), 3 + (5 * Math.Sqrt(96.0 / Draws)));
        Assert.InRange(draws.Count(draw => Math.Abs(draw) > 1.959963984540054) / (double)Draws, 0.05 - 0.0025, 0.05 + 0.0025);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.97)]
    [InlineData(1.0)]
    public void Bernoulli_is_true_with_its_probability(double probability)
    {
        var key = RandomKey.FromSeed(4);
        var share = Enumerable.Range(0, Draws).Count(i => key.Bernoulli(probability, i)) / (double)Draws;
        var deviation = 5 * Math.Sqrt(probability * (1 - probability) / Draws);
        Assert.InRange(share, probability - deviation, probability + deviation);
    }

    [Fact]
    public void Every_order_of_four_comes_equally_often()
    {
        const int Trials = 48_000;
        var root = RandomKey.FromSeed(6);
        var counts = Enumerable.Range(0, Trials).Select(i => string.Concat(root.At(i).Permutation(4))).GroupBy(order => order, StringComparer.Ordinal).Select(group => group.Count()).ToArray();
        Assert.Equal(24, counts.Length);
        var expected = Trials / 24.0;
        Assert.InRange(counts.Sum(count => (count - expected) * (count - expected) / expected), 0, 23 + (5 * Math.Sqrt(46)));
    }

    [Fact]
    public void Permutations_and_choices_hold_what_they_promise()
    {
        var key = RandomKey.FromSeed(8);
        foreach (var count in new[] { 0, 1, 2, 3, 17, 1000 })
        {
            Assert.Equal(Enumerable.Range(0, count), key.Permutation(count).Order());
            Assert.Equal(key.Permutation(count).Take(count / 2), key.ChoiceWithoutReplacement(count, count / 2));
        }

        var choice = key.ChoiceWithReplacement(5, 1000);
        Assert.Equal([0, 1, 2, 3, 4], choice.Distinct().Order());
        Assert.All(Enumerable.Range(0, 1000), i => Assert.InRange(key.Below(3, i), 0, 2));
    }

    [Fact]
    public void Impossible_arguments_are_refused()
    {
        var key = RandomKey.FromSeed(0);
        Assert.Throws<ArgumentOutOfRangeException>(() => key.Bernoulli(double.NaN, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => key.Bernoulli(1.01, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => key.Uniform(1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => key.Uniform(0, double.PositiveInfinity, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => key.Below(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => key.Permutation(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => key.ChoiceWithoutReplacement(3, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => key.ChoiceWithReplacement(0, 1));
    }
}
