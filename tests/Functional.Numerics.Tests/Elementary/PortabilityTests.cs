namespace Functional.Numerics.Tests.Elementary;

using System;
using System.Linq;
using Xunit;

public sealed class PortabilityTests
{
    private static readonly VectorWidth[] Widths =
        [VectorWidth.Scalar, VectorWidth.Bits128, VectorWidth.Bits256, VectorWidth.Bits512, VectorWidth.Widest];

    private static readonly int[] Lengths = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 61];

    [Theory]
    [MemberData(nameof(ElementaryFunction.Names), MemberType = typeof(ElementaryFunction))]
    public void The_bits_are_the_same_at_every_width_in_single(string name)
    {
        var function = ElementaryFunction.Named(name);
        float[] x = [.. Arguments.SpecialSingles, .. Arguments.Singles(function.HardPlaces, 6_001, seed: 22)];
        var expected = Bits(function, x, VectorWidth.Scalar);
        foreach (var width in Widths)
        {
            AssertSame(x, expected, Bits(function, x, width), $"{name} at {width}");
            foreach (var length in Lengths)
            {
                var part = x.AsSpan(length, length);
                AssertSame(part, expected.AsSpan(length, length), Bits(function, part, width), $"{name} at {width}, {length} elements");
            }
        }
    }

    [Theory]
    [MemberData(nameof(ElementaryFunction.Names), MemberType = typeof(ElementaryFunction))]
    public void The_bits_are_the_same_at_every_width_in_double(string name)
    {
        var function = ElementaryFunction.Named(name);
        double[] x = [.. Arguments.SpecialDoubles, .. Arguments.Doubles(function.HardPlaces, 6_001, seed: 23)];
        var expected = Bits(function, x, VectorWidth.Scalar);
        foreach (var width in Widths)
        {
            AssertSame(x, expected, Bits(function, x, width), $"{name} at {width}");
            foreach (var length in Lengths)
            {
                var part = x.AsSpan(length, length);
                AssertSame(part, expected.AsSpan(length, length), Bits(function, part, width), $"{name} at {width}, {length} elements");
            }
        }
    }

    private static int[] Bits(ElementaryFunction function, ReadOnlySpan<float> x, VectorWidth width)
    {
        var y = new float[x.Length];
        function.Map(x, y, new Execution { Width = width });
        return y.Select(BitConverter.SingleToInt32Bits).ToArray();
    }

    private static long[] Bits(ElementaryFunction function, ReadOnlySpan<double> x, VectorWidth width)
    {
        var y = new double[x.Length];
        function.Map(x, y, new Execution { Width = width });
        return y.Select(BitConverter.DoubleToInt64Bits).ToArray();
    }

    private static void AssertSame<TX, TBits>(ReadOnlySpan<TX> x, ReadOnlySpan<TBits> expected, ReadOnlySpan<TBits> actual, string what)
        where TBits : IEquatable<TBits>, IFormattable
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < x.Length; i++)
        {
            Assert.True(expected[i].Equals(actual[i]), $"{what}: at {x[i]} the bits are {actual[i]:X}, as a scalar {expected[i]:X}.");
        }
    }
}
