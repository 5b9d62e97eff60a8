namespace Functional.Numerics.Tests.Randomness;

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Functional.Numerics.Randomness;
using Functional.Numerics.Tests.Golden;
using Xunit;

public sealed class NumPyRandomTests
{
    private static readonly JsonElement More = GoldenFile.Read("numpy_random_more").GetProperty("parts");

    public static TheoryData<string> Seeds => [.. GoldenFile.Read("numpy_random").EnumerateObject().Select(seed => seed.Name)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_draw_of_a_seed_has_NumPys_bits(string seed)
    {
        var golden = GoldenFile.Read("numpy_random").GetProperty(seed);
        var (normal, afterNormal) = NumPyRandom.FromSeed(uint.Parse(seed, CultureInfo.InvariantCulture)).Normal(7);
        var (uniform, afterUniform) = afterNormal.Uniform(5);
        var (integers, afterIntegers) = afterUniform.Integers(0, 2, 5);
        var (choice, afterChoice) = afterIntegers.Choice(60_000, 8);
        var (permutation, afterPermutation) = afterChoice.Permutation(10);
        var (scaled, _) = afterPermutation.Uniform(-0.12, 0.12, 4);
        AssertBits(golden.GetProperty("randn"), normal);
        AssertBits(golden.GetProperty("rand"), uniform);
        Assert.Equal(GoldenFile.Whole(golden.GetProperty("randint")), integers.Select(value => (int)value));
        Assert.Equal(GoldenFile.Whole(golden.GetProperty("choice")), choice);
        Assert.Equal(GoldenFile.Whole(golden.GetProperty("permutation")), permutation);
        AssertBits(golden.GetProperty("uniform"), scaled);
    }

    [Fact]
    public void The_second_value_of_a_pair_outlives_other_draws()
    {
        var values = new List<double>();
        var stream = NumPyRandom.FromSeed(3);
        stream = Keep(stream.Normal());
        stream = KeepAll(stream.Normal(3));
        stream = KeepAll(stream.Uniform(2));
        stream = KeepAll(stream.Normal(2));
        stream = Keep(stream.Normal());
        stream = Keep(stream.Uniform());
        KeepAll(stream.Normal(5));
        AssertBits(More.GetProperty("odd_counts").GetProperty("values"), values);

        NumPyRandom Keep((double Value, NumPyRandom Next) drawn)
        {
            values.Add(drawn.Value);
            return drawn.Next;
        }

        NumPyRandom KeepAll((ImmutableArray<double> Values, NumPyRandom Next) drawn)
        {
            values.AddRange(drawn.Values);
            return drawn.Next;
        }
    }

    [Fact]
    public void Whole_numbers_of_ranges_of_every_size_are_NumPys()
    {
        var stream = NumPyRandom.FromSeed(5);
        foreach (var range in More.GetProperty("integers").GetProperty("ranges").EnumerateArray())
        {
            var (low, through) = (Number(range.GetProperty("low")), Number(range.GetProperty("through")));
            var (values, next) = stream.IntegersThrough(low, through, 7);
            Assert.Equal(range.GetProperty("values").EnumerateArray().Select(Number), values);
            if (through < long.MaxValue)
            {
                Assert.Equal(values.ToArray(), stream.Integers(low, through + 1, 7).Values.ToArray());
            }

            stream = next;
        }

        static long Number(JsonElement text) => long.Parse(text.GetString()!, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Orders_are_NumPys_and_what_is_drawn_behind_them_too()
    {
        var golden = More.GetProperty("orders");
        var (numbers, afterNumbers) = NumPyRandom.FromSeed(11).Shuffle([.. Enumerable.Range(100, 10)]);
        var (letters, afterLetters) = afterNumbers.Shuffle(["a", "b", "c", "d", "e"]);
        var (order, afterOrder) = afterLetters.Permutation(60_000);
        var (one, afterOne) = afterOrder.Permutation(1);
        var (none, afterNone) = afterOne.Permutation(0);
        Assert.Equal(GoldenFile.Whole(golden.GetProperty("numbers")), numbers);
        Assert.Equal(golden.GetProperty("letters").EnumerateArray().Select(letter => letter.GetString()), letters);
        Assert.Equal(GoldenFile.Whole(golden.GetProperty("permutation")), order[..8]);
        Assert.Equal(golden.GetProperty("sha256").GetString(), Hash(order.Select(place => (long)place)));
        Assert.Equal([0], one.ToArray());
        Assert.Empty(none);
        Assert.Equal(golden.GetProperty("after").GetDouble(), afterNone.Uniform().Value);
    }

    [Fact]
    public void Several_seeds_are_spread_as_NumPy_spreads_them() => AssertBits(
        More.GetProperty("several_seeds").GetProperty("values"),
        new[] { NumPyRandom.FromSeeds(1, 2, 3), NumPyRandom.FromSeeds([.. Enumerable.Range(0, 700).Select(i => (uint)i)]), NumPyRandom.FromSeeds(0) }.SelectMany(stream => stream.Uniform(3).Values));

    [Fact]
    public void Large_draws_are_NumPys()
    {
        var golden = More.GetProperty("bulk");
        var (weights, stream) = NumPyRandom.FromSeed(0).Normal(784, 50);
        var choices = new List<long>();
        for (var i = 0; i < 100; i++)
        {
            var (chosen, next) = stream.Choice(60_000, 100);
            choices.AddRange(chosen.Select(index => (long)index));
            stream = next;
        }

        AssertBits(golden.GetProperty("last_row"), Enumerable.Range(0, 5).Select(column => weights[783, column]));
        Assert.Equal(golden.GetProperty("sum").GetDouble(), weights.Enumerate().Sum(), 1e-10);
        Assert.Equal(golden.GetProperty("choices_sha256").GetString(), Hash(choices));
        Assert.Equal(golden.GetProperty("after").GetDouble(), stream.Uniform().Value);
    }

    [Fact]
    public void Scaled_draws_are_NumPys()
    {
        var golden = More.GetProperty("scaled");
        var (normal, afterNormal) = NumPyRandom.FromSeed(9).Normal(2, 0.5, 5);
        var (uniform, afterUniform) = afterNormal.Uniform(-3, 7.5, 5);
        var (matrix, afterMatrix) = afterUniform.Uniform(2, 3);
        AssertBits(golden.GetProperty("normal"), normal);
        AssertBits(golden.GetProperty("uniform"), uniform);
        AssertBits(golden.GetProperty("rand"), matrix.EnumerateRows().SelectMany(row => row));
        Assert.Equal(GoldenFile.Whole(golden.GetProperty("choice")), afterMatrix.Choice(1, 3).Values);
    }

    [Fact]
    public void Three_thousand_seeds_begin_as_NumPys() => Assert.Equal(
        More.GetProperty("many_seeds").GetProperty("sha256").GetString(),
        Hash(Enumerable.Range(0, 3_000).Select(i => NumPyRandom.FromSeed(1_431_655 * (uint)i).Integers(0, 1L << 32, 1).Values[0])));

    [Fact]
    public void Drawing_leaves_the_stream_as_it_is()
    {
        var stream = NumPyRandom.FromSeed(7).Normal(311).Next;
        var before = stream.Uniform(2).Values;
        stream.Normal(1_000);
        stream.Permutation(700);
        stream.Uniform(30, 30);
        Assert.Equal(before.ToArray(), stream.Uniform(2).Values.ToArray());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 623)]
    [InlineData(311, 313)]
    [InlineData(624, 624)]
    [InlineData(1_000, 4_093)]
    public void Two_draws_after_another_are_one_draw(int first, int second)
    {
        var stream = NumPyRandom.FromSeed(2);
        var (whole, behindWhole) = stream.Normal(first + second);
        var (left, between) = stream.Normal(first);
        var (right, behind) = between.Normal(second);
        Assert.Equal(whole, left.Concat(right));
        Assert.Equal(behindWhole, behind);
        Assert.Equal(behindWhole.GetHashCode(), behind.GetHashCode());
        Assert.NotEqual(between, behind);
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        var stream = NumPyRandom.FromSeed(1);
        Assert.Throws<ArgumentException>(() => NumPyRandom.FromSeeds());
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Normal(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Normal(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Normal(0, -1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Uniform(0, double.NaN, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Uniform(double.MinValue, double.MaxValue, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Integers(3, 3, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.IntegersThrough(3, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Choice(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Permutation(-1));
    }

    private static void AssertBits(JsonElement expected, IEnumerable<double> found) =>
        Assert.Equal(GoldenFile.Doubles(expected).Select(BitConverter.DoubleToInt64Bits), found.Select(BitConverter.DoubleToInt64Bits));

    private static string Hash(IEnumerable<long> numbers) => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<long>(numbers.ToArray())));
}
