namespace Functional.Numerics.Tests.Sums;

using System;
using System.Linq;
using Functional.Numerics.Randomness;
using Functional.Numerics.Sums;
using Xunit;

public sealed class InnerProductTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(131)]
    [InlineData(1000)]
    public void Grains_are_chains_of_fused_multiply_adds_joined_by_the_tree(int count)
    {
        var (x, y) = (Numbers(1, count), Numbers(2, count));
        var grains = Enumerable.Range(0, (count + 63) / 64).Select(grain => Enumerable.Range(grain * 64, Math.Min(64, count - (grain * 64)))
            .Aggregate(0.0, (sum, i) => Math.FusedMultiplyAdd(x[i], y[i], sum))).ToArray();
        Assert.Equal(BitConverter.DoubleToInt64Bits(GrainSum.Join<double>(grains)), BitConverter.DoubleToInt64Bits(InnerProduct.Of<double>(x, y)));
        Assert.Equal(GrainSum.OfSquares<double>(x), InnerProduct.Of<double>(x, x));
    }

    [Fact]
    public void One_long_chain_would_give_other_bits()
    {
        var (x, y) = (Numbers(1, 1000), Numbers(2, 1000));
        Assert.NotEqual(x.Zip(y).Aggregate(0.0, (sum, pair) => Math.FusedMultiplyAdd(pair.First, pair.Second, sum)), InnerProduct.Of<double>(x, y));
    }

    [Fact]
    public void Sequences_of_different_lengths_are_refused() =>
        Assert.Contains("2 numbers on one side and 3 on the other", Assert.Throws<ArgumentException>(() => InnerProduct.Of<float>([1, 2], [1, 2, 3])).Message, StringComparison.Ordinal);

    private static double[] Numbers(ulong seed, int count) => [.. Enumerable.Range(0, count).Select(i => RandomKey.FromSeed(seed).Normal(i))];
}
