namespace Functional.Experiments.Tests.Laboratory;

using System;
using System.Linq;
using Xunit;

public class NumberDifferenceTests
{
    [Theory]
    [InlineData(1f, 1.0000001f, 1, "bit 0; 1 ulp apart")]
    [InlineData(1f, 2f, 8388608, "bits 23, 24, 25, 26, 27, 28, 29, 30; 8,388,608 ulp apart")]
    [InlineData(0f, -0f, 1, "bit 31; 1 ulp apart")]
    [InlineData(float.Epsilon, -float.Epsilon, 3, "bit 31; 3 ulp apart")]
    [InlineData(float.MaxValue, float.PositiveInfinity, 1, "24 bits from 0 to 23; 1 ulp apart")]
    public void Bits_and_distance_of_two_numbers_are_told(float one, float other, ulong ulps, string words)
    {
        var difference = new NumberDifference(Precision.Single, BitConverter.SingleToUInt32Bits(one), BitConverter.SingleToUInt32Bits(other));
        Assert.Equal(ulps, difference.Ulps.IfNone(0));
        Assert.Equal(words, difference.Distances);
        Assert.Equal(ulps, new NumberDifference(Precision.Single, difference.Other, difference.One).Ulps.IfNone(0));
    }

    [Fact]
    public void Neighbours_are_one_apart_in_both_precisions_and_the_bits_that_differ_make_one_of_the_other()
    {
        var random = new Random(5);
        for (var i = 0; i < 1000; i++)
        {
            var number = (random.NextDouble() - 0.5) * Math.ScaleB(1, random.Next(-1060, 1000));
            var dual = new NumberDifference(Precision.Double, BitConverter.DoubleToUInt64Bits(number), BitConverter.DoubleToUInt64Bits(Math.BitIncrement(number)));
            var single = new NumberDifference(Precision.Single, BitConverter.SingleToUInt32Bits((float)number), BitConverter.SingleToUInt32Bits(MathF.BitIncrement((float)number)));
            // The neighbour of −0 is the smallest positive number: +0 lies between them here.
            foreach (var difference in new[] { dual, single }.Where(own => (own.One << 1) != 0 && own.One != 1u << 31 && own.One != own.Other))
            {
                Assert.Equal(1ul, difference.Ulps.IfNone(0));
                Assert.Equal(difference.Other, difference.Bits.Fold(difference.One, (bits, place) => bits ^ (1ul << place)));
            }
        }
    }

    [Fact]
    public void What_is_no_number_has_no_distance()
    {
        var difference = new NumberDifference(Precision.Double, BitConverter.DoubleToUInt64Bits(double.NaN), BitConverter.DoubleToUInt64Bits(1));
        Assert.True(difference.Ulps.IsNone);
        Assert.Contains("not a number", difference.Distances, StringComparison.Ordinal);
        Assert.Equal("NaN (fff8000000000000) and 1 (3ff0000000000000)", difference.Numbers);
    }
}
