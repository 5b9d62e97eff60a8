namespace Functional.Numerics.Tests.Randomness;

using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Functional.Numerics.Randomness;
using Xunit;

/// <summary>The samplers, draw by draw, as their documentation defines them.</summary>
public sealed class DistributionsTests
{
    private static readonly RandomKey Key = RandomKey.FromSeed(77);

    [Fact]
    public void Uniform_takes_the_upper_fifty_three_bits()
    {
        for (var i = -3L; i < 50; i++)
        {
            Assert.Equal(Math.ScaleB(Key.Bits64(i) / 2048, -53), Key.Uniform(i));
            Assert.Equal(Math.FusedMultiplyAdd(7.5, Key.Uniform(i), -2.5), Key.Uniform(-2.5, 5, i));
        }

        Assert.Equal(0.7, Key.Uniform(0.7, 0.7, 1));
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(0, double.NaN)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(0.1, 0)]
    public void A_range_must_be_finite_and_ascending(double low, double high) =>
        Assert.Equal("high", Assert.Throws<ArgumentOutOfRangeException>(() => Key.Uniform(low, high, 0)).ParamName);

    [Fact]
    public void Normal_numbers_of_version_one_give_their_bits() =>
        Assert.Equal("617098d2d821ed29", Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<double>(Enumerable.Range(0, 300).Select(i => Key.Normal(i)).ToArray())))[..16]);

    [Fact]
    public void Bernoulli_compares_thirty_two_bits_with_the_probability()
    {
        for (var i = 0; i < 50; i++)
        {
            var bits = Key.Bits32(i);
            Assert.False(Key.Bernoulli(Math.ScaleB(bits, -32), i));
            Assert.True(Key.Bernoulli(Math.ScaleB(bits + 1.0, -32), i));
            Assert.False(Key.Bernoulli(0, i));
            Assert.True(Key.Bernoulli(1, i));
        }

        Assert.All([-0.01, 1.01, double.NaN], probability => Assert.Equal("probability", Assert.Throws<ArgumentOutOfRangeException>(() => Key.Bernoulli(probability, 0)).ParamName));
    }

    [Fact]
    public void Below_takes_the_upper_half_of_a_product()
    {
        for (var i = 0; i < 20; i++)
        {
            foreach (var bound in new[] { 1, 2, 3, 1000, int.MaxValue })
            {
                Assert.Equal((int)(((UInt128)Key.Bits64(i) * (uint)bound) >> 64), Key.Below(bound, i));
            }
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => Key.Below(0, 0));
    }

    [Fact]
    public void Orders_are_shuffled_from_the_front()
    {
        foreach (var count in new[] { 0, 1, 2, 5, 40 })
        {
            var order = Enumerable.Range(0, count).ToArray();
            for (var i = 0; i < count; i++)
            {
                var other = i + Key.Below(count - i, i);
                (order[i], order[other]) = (order[other], order[i]);
                Assert.Equal(order[..i], Key.ChoiceWithoutReplacement(count, i));
            }

            Assert.Equal(order, Key.Permutation(count));
            Assert.Equal(order, Key.ChoiceWithoutReplacement(count, count));
            var own = new int[count];
            Key.Permute(own);
            Assert.Equal(order, own);
            Assert.Equal(Enumerable.Range(0, count).Select(i => Key.Below(7, i)), Key.ChoiceWithReplacement(7, count));
        }

        Refused("count", () => Key.Permutation(-1));
        Refused("chosen", () => Key.ChoiceWithoutReplacement(3, -1));
        Refused("chosen", () => Key.ChoiceWithoutReplacement(3, 4));
        Refused("chosen", () => Key.ChoiceWithReplacement(3, -1));
        Refused("bound", () => Key.ChoiceWithReplacement(0, 1));

        static void Refused(string name, Action choose) => Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(choose).ParamName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("initial weights")]
    [InlineData("Größe")]
    public void A_purpose_is_hashed_octet_by_octet(string purpose)
    {
        // Short ones, ones about as long as what is hashed on the stack, and long ones.
        foreach (var name in new[] { purpose, purpose.PadRight(84, 'x'), purpose.PadRight(85, 'x'), purpose.PadRight(86, 'x'), purpose.PadRight(1000, 'é') })
        {
            var hash = Encoding.UTF8.GetBytes(name).Aggregate(14695981039346656037UL, (hash, octet) => unchecked((hash ^ octet) * 1099511628211UL));
            var (low, high, _, _) = Philox.Block(Key.Value, (uint)hash, (uint)(hash >> 32), 0, 2);
            Assert.Equal(low | ((ulong)high << 32), Key.For(name).Value);
        }
    }
}
