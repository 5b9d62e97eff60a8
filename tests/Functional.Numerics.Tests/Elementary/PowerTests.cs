namespace Functional.Numerics.Tests.Elementary;

using System;
using System.Linq;
using Functional.Numerics.Elementary;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Tests.HighPrecision;
using Xunit;
using Xunit.Abstractions;

public sealed class PowerTests(ITestOutputHelper output)
{
    private const double Infinity = double.PositiveInfinity;

    private static readonly int Samples = Exhaustively.Asked ? 400_000 : 6_000;

    /// <summary>IEEE 754-2008, section 9.2.1, and products.</summary>
    private static readonly (double X, double Y, double Expected)[] Table =
    [
        (double.NaN, 0.0, 1.0), (double.NaN, -0.0, 1.0), (Infinity, 0.0, 1.0), (-3.0, 0.0, 1.0), (0.0, 0.0, 1.0),
        (1.0, double.NaN, 1.0), (1.0, Infinity, 1.0), (1.0, -Infinity, 1.0), (-1.0, Infinity, 1.0), (-1.0, -Infinity, 1.0),
        (0.0, -3.0, Infinity), (-0.0, -3.0, -Infinity), (0.0, -2.0, Infinity), (-0.0, -2.0, Infinity), (-0.0, -2.5, Infinity), (-0.0, -1.0, -Infinity),
        (0.0, 3.0, 0.0), (-0.0, 3.0, -0.0), (-0.0, 5.0, -0.0), (-0.0, 2.0, 0.0), (-0.0, 2.5, 0.0), (0.0, 0.5, 0.0), (0.0, -Infinity, Infinity), (0.0, Infinity, 0.0),
        (0.5, Infinity, 0.0), (-0.5, Infinity, 0.0), (2.0, Infinity, Infinity), (-2.0, Infinity, Infinity), (0.5, -Infinity, Infinity), (2.0, -Infinity, 0.0),
        (Infinity, 0.5, Infinity), (Infinity, -0.5, 0.0), (-Infinity, 3.0, -Infinity), (-Infinity, 4.0, Infinity), (-Infinity, 2.5, Infinity),
        (-Infinity, -3.0, -0.0), (-Infinity, -4.0, 0.0), (-Infinity, -2.5, 0.0), (-2.0, 0.5, double.NaN), (-2.0, -3.5, double.NaN), (-1e-310, 1.5, double.NaN),
        (double.NaN, 2.0, double.NaN), (double.NaN, 1.0, double.NaN), (2.0, double.NaN, double.NaN), (0.0, double.NaN, double.NaN),
        (-2.0, 5.0, -32.0), (-2.0, 4.0, 16.0), (2.0, 10.0, 1024.0), (4.0, 0.5, 2.0), (2.0, 0.0 - 3.0, 0.125), (10.0, -1.0, 0.1), (-1.0, 1e300, 1.0), (-1.0, 7.0, -1.0),
        (-3.0, 1.0, -3.0), (1.1, 2.0, 1.1 * 1.1), (1.1, 3.0, 1.1 * 1.1 * 1.1), (1e200, 2.0, Infinity), (1e-200, 2.0, 0.0), (-1e200, 5.0, -Infinity), (-1e-200, 5.0, -0.0),
    ];

    [Fact]
    public void Special_arguments_give_special_values()
    {
        foreach (var (x, y, expected) in Table)
        {
            AssertSame(expected, Of(x, y), $"{x:R}^{y:R} in double");
            if ((double)(float)x is var single && (single.Equals(x) || x.Equals(1.1)))
            {
                var product = x.Equals(1.1) ? y.Equals(2.0) ? 1.1f * 1.1f : 1.1f * 1.1f * 1.1f : (float)expected;
                AssertSame(product, Of((float)x, (float)y), $"{x:R}^{y:R} in single");
            }
        }
    }

    [Fact]
    public void Odd_and_even_whole_exponents_are_told_apart_as_far_as_there_are_odd_numbers()
    {
        foreach (var y in new[] { 7.0, 4503599627370495.0, 4503599627370497.0, 9007199254740991.0 })
        {
            Assert.Equal(-1.0, Of(-1.0, y));
            Assert.Equal(1.0, Of(-1.0, y + 1.0));
        }

        Assert.True(double.IsNaN(Of(-1.0, 2251799813685248.5)));
        Assert.Equal(-1.0f, Of(-1.0f, 16777215.0f));
        Assert.Equal(1.0f, Of(-1.0f, 16777216.0f));
    }

    [Fact]
    public void Power_stays_within_two_ulp_in_double()
    {
        var (x, y) = Doubles(Samples, seed: 40);
        var z = new double[x.Length];
        Elements.Map(default(Power<double>), x, y, z);
        var (worst, where) = (0.0, 0);
        for (var i = 0; i < x.Length; i++)
        {
            var error = Ulps.OfDouble(z[i], Exactly.Power(BigFloat.From(x[i]), BigFloat.From(y[i])));
            (worst, where) = error > worst ? (error, i) : (worst, where);
        }

        output.WriteLine($"power double {worst:F3} ulp at {x[where]:R}^{y[where]:R}");
        Assert.True(worst <= 2.0, $"{x[where]:R}^{y[where]:R} is {worst:F3} ulp away.");
    }

    [Fact]
    public void Power_stays_within_two_ulp_in_single()
    {
        var (wide, exponents) = Doubles(100 * Samples, seed: 41, largest: 105.0);
        var x = wide.Select(value => (float)value).ToArray();
        var y = exponents.Select(value => (float)value).ToArray();
        var z = new float[x.Length];
        Elements.Map(default(Power<float>), x, y, z);
        var (worst, where) = (0.0, 0);
        for (var i = 0; i < x.Length; i++)
        {
            var error = x[i] is 0.0f or float.PositiveInfinity || y[i] == 0.0f ? 0.0 : Ulps.OfSingle(z[i], Math.Pow(x[i], y[i]));
            (worst, where) = error > worst ? (error, i) : (worst, where);
        }

        output.WriteLine($"power single {worst:F3} ulp at {x[where]:R}^{y[where]:R}");
        Assert.True(worst <= 2.0, $"{x[where]:R}^{y[where]:R} is {worst:F3} ulp away.");
    }

    [Fact]
    public void The_bits_are_the_same_at_every_width()
    {
        double[] special = [.. Table.Select(row => row.X)];
        double[] exponents = [.. Table.Select(row => row.Y)];
        var (x, y) = Doubles(3_001, seed: 42);
        double[] bases = [.. special, .. x, .. x.Select(value => -value)];
        double[] powers = [.. exponents, .. y, .. y.Select(value => Math.Round(value))];
        var expected = Bits(bases, powers, VectorWidth.Scalar);
        var singles = Bits(bases.Select(value => (float)value).ToArray(), powers.Select(value => (float)value).ToArray(), VectorWidth.Scalar);
        foreach (var width in Widths.All)
        {
            Assert.Equal(expected, Bits(bases, powers, width));
            Assert.Equal(singles, Bits(bases.Select(value => (float)value).ToArray(), powers.Select(value => (float)value).ToArray(), width));
        }
    }

    /// <summary>Bases above 0 of every size, and exponents that mostly give finite results, whole and halves among them.</summary>
    private static (double[] X, double[] Y) Doubles(int count, int seed, double largest = 746.0)
    {
        var random = new Random(seed);
        var (x, y) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            x[i] = random.Next(4) switch
            {
                0 => Math.ScaleB(1.0 + random.NextDouble(), random.Next(-1080, 1023)),
                1 => 1.0 + Math.ScaleB(random.NextDouble() - 0.5, -random.Next(50)),
                2 => (random.Next(2) == 0 ? Math.Sqrt(2.0) : Math.Sqrt(0.5)) * (1.0 + Math.ScaleB(random.NextDouble() - 0.5, -random.Next(50))),
                _ => random.NextDouble() * 20.0,
            };
            x[i] = largest < 200.0 ? Math.ScaleB(x[i], (int)(-Math.ILogB(x[i]) * 0.85)) : x[i];
            x[i] = x[i] > 0.0 ? x[i] : 0.5;
            y[i] = random.Next(4) switch
            {
                0 => random.Next(-40, 41),
                1 => random.Next(-40, 41) / 2.0,
                _ => largest * ((2.0 * random.NextDouble()) - 1.0) / Math.Max(1e-300, Math.Abs(Math.Log(x[i]))),
            };
            y[i] = double.IsFinite(y[i]) ? y[i] : 2.0;
            y[i] = Math.Abs(y[i] * Math.Log(x[i])) < 1_900.0 ? y[i] : 1.5;
        }

        return (x, y);
    }

    private static T Of<T>(T x, T y)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        var z = new T[1];
        Elements.Map(default(Power<T>), [x], [y], z);
        return z[0];
    }

    private static long[] Bits(double[] x, double[] y, VectorWidth width)
    {
        var z = new double[x.Length];
        Elements.Map(default(Power<double>), x, y, z, new Execution { Width = width });
        return z.Select(BitConverter.DoubleToInt64Bits).ToArray();
    }

    private static int[] Bits(float[] x, float[] y, VectorWidth width)
    {
        var z = new float[x.Length];
        Elements.Map(default(Power<float>), x, y, z, new Execution { Width = width });
        return z.Select(BitConverter.SingleToInt32Bits).ToArray();
    }

    private static void AssertSame(double expected, double actual, string what) =>
        Assert.True(
            double.IsNaN(expected) ? double.IsNaN(actual) : BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual),
            $"{what} is {actual:R}, not {expected:R}.");
}
