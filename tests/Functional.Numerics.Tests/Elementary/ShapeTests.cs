namespace Functional.Numerics.Tests.Elementary;

using System;
using System.Linq;
using Xunit;

public sealed class ShapeTests
{
    [Theory]
    [InlineData("tanh")]
    [InlineData("erf")]
    [InlineData("sin")]
    public void Odd_functions_are_odd_to_the_bit(string name)
    {
        var function = ElementaryFunction.Named(name);
        var x = Arguments.Singles(function.HardPlaces, 20_001, seed: 24).Where(value => !float.IsNaN(value)).ToArray();
        Assert.Equal(Map(function, x).Select(y => -y), Map(function, x.Select(value => -value).ToArray()));
        var z = Arguments.Doubles(function.HardPlaces, 20_001, seed: 25).Where(value => !double.IsNaN(value)).ToArray();
        Assert.Equal(Map(function, z).Select(y => -y), Map(function, z.Select(value => -value).ToArray()));
    }

    [Theory]
    [InlineData("sin")]
    [InlineData("cos")]
    public void Sine_and_cosine_stay_within_one(string name)
    {
        var function = ElementaryFunction.Named(name);
        Assert.All(Map(function, Arguments.Singles(function.HardPlaces, 40_001, seed: 29).Where(float.IsFinite).ToArray()), y => Assert.InRange(y, -1.0f, 1.0f));
        Assert.All(Map(function, Arguments.Doubles(function.HardPlaces, 40_001, seed: 30).Where(double.IsFinite).ToArray()), y => Assert.InRange(y, -1.0, 1.0));
    }

    [Fact]
    public void Cosine_is_even_to_the_bit()
    {
        var x = Arguments.Doubles(ElementaryFunction.Cos.HardPlaces, 20_001, seed: 28).Where(value => !double.IsNaN(value)).ToArray();
        Assert.Equal(Map(ElementaryFunction.Cos, x), Map(ElementaryFunction.Cos, x.Select(value => -value).ToArray()));
    }

    [Theory]
    [InlineData("exp", 0.0, double.PositiveInfinity)]
    [InlineData("expm1", -1.0, double.PositiveInfinity)]
    [InlineData("tanh", -1.0, 1.0)]
    [InlineData("sigmoid", 0.0, 1.0)]
    [InlineData("softplus", 0.0, double.PositiveInfinity)]
    [InlineData("erf", -1.0, 1.0)]
    public void No_value_leaves_the_range(string name, double lowest, double highest)
    {
        var function = ElementaryFunction.Named(name);
        foreach (var y in Map(function, Arguments.Singles(function.HardPlaces, 40_001, seed: 26).Where(value => !float.IsNaN(value)).ToArray()))
        {
            Assert.InRange(y, lowest, highest);
        }

        foreach (var y in Map(function, Arguments.Doubles(function.HardPlaces, 40_001, seed: 27).Where(value => !double.IsNaN(value)).ToArray()))
        {
            Assert.InRange(y, lowest, highest);
        }
    }

    /// <summary>Errors below 1 ulp allow a step back by one place where the true values nearly agree, and no more.</summary>
    [Theory]
    [MemberData(nameof(ElementaryFunction.AscendingNames), MemberType = typeof(ElementaryFunction))]
    public void Neighbours_never_go_down_by_more_than_one_ulp(string name)
    {
        var function = ElementaryFunction.Named(name);
        foreach (var place in function.HardPlaces.Append(0.1).Append(0.9))
        {
            if (Math.Abs(place) < 1.0e-30 || Math.Abs(place) > 1.0e30)
            {
                continue;
            }

            // Ascending bit patterns of one sign: ascending numbers, or descending ones where negative.
            var first = BitConverter.SingleToInt32Bits((float)place) - 5_000;
            var y = Map(function, Enumerable.Range(0, 10_001).Select(i => BitConverter.Int32BitsToSingle(first + i)).ToArray());
            for (var i = 1; i < y.Length; i++)
            {
                Assert.True(
                    float.IsNaN(y[i])
                        || float.IsNaN(y[i - 1])
                        || (place > 0.0 ? MathF.BitDecrement(y[i - 1]) <= y[i] : MathF.BitIncrement(y[i - 1]) >= y[i]),
                    $"{name} steps down near {BitConverter.Int32BitsToSingle(first + i):R}.");
            }
        }
    }

    private static float[] Map(ElementaryFunction function, float[] x)
    {
        var y = new float[x.Length];
        function.Map(x, y, Execution.Sequential);
        return y;
    }

    private static double[] Map(ElementaryFunction function, double[] x)
    {
        var y = new double[x.Length];
        function.Map(x, y, Execution.Sequential);
        return y;
    }
}
