namespace Functional.Numerics.Tests.Elementary;

using System;
using Xunit;

public sealed class SpecialValueTests
{
    private const double Infinity = double.PositiveInfinity;
    private const double Ln2 = 0.6931471805599453;

    private static readonly (string Name, double X, double Expected)[] Table =
    [
        ("exp", 0.0, 1.0),
        ("exp", -0.0, 1.0),
        ("exp", Infinity, Infinity),
        ("exp", -Infinity, 0.0),
        ("exp", 1.0e300, Infinity),
        ("exp", -1.0e300, 0.0),
        ("expm1", 0.0, 0.0),
        ("expm1", -0.0, -0.0),
        ("expm1", Infinity, Infinity),
        ("expm1", -Infinity, -1.0),
        ("expm1", 1.0e300, Infinity),
        ("expm1", -1.0e300, -1.0),
        ("log", 0.0, -Infinity),
        ("log", -0.0, -Infinity),
        ("log", 1.0, 0.0),
        ("log", 2.0, Ln2),
        ("log", Infinity, Infinity),
        ("log", -1.0, double.NaN),
        ("log", -1.0e-310, double.NaN),
        ("log", -Infinity, double.NaN),
        ("log1p", 0.0, 0.0),
        ("log1p", -0.0, -0.0),
        ("log1p", 1.0, Ln2),
        ("log1p", -1.0, -Infinity),
        ("log1p", Infinity, Infinity),
        ("log1p", -1.5, double.NaN),
        ("log1p", -Infinity, double.NaN),
        ("tanh", 0.0, 0.0),
        ("tanh", -0.0, -0.0),
        ("tanh", Infinity, 1.0),
        ("tanh", -Infinity, -1.0),
        ("sigmoid", 0.0, 0.5),
        ("sigmoid", -0.0, 0.5),
        ("sigmoid", Infinity, 1.0),
        ("sigmoid", -Infinity, 0.0),
        ("softplus", 0.0, Ln2),
        ("softplus", -0.0, Ln2),
        ("softplus", Infinity, Infinity),
        ("softplus", -Infinity, 0.0),
        ("erf", 0.0, 0.0),
        ("erf", -0.0, -0.0),
        ("erf", Infinity, 1.0),
        ("erf", -Infinity, -1.0),
        ("sin", 0.0, 0.0),
        ("sin", -0.0, -0.0),
        ("sin", Infinity, double.NaN),
        ("sin", -Infinity, double.NaN),
        ("cos", 0.0, 1.0),
        ("cos", -0.0, 1.0),
        ("cos", Infinity, double.NaN),
        ("cos", -Infinity, double.NaN),
    ];

    [Fact]
    public void Special_arguments_give_special_values()
    {
        foreach (var (name, x, expected) in Table)
        {
            var function = ElementaryFunction.Named(name);
            AssertSame(expected, ValueOf(function, x), $"{name}({x:R}) in double");
            if ((double)(float)x == x || Math.Abs(x) > 1.0e100)
            {
                AssertSame((float)expected, ValueOf(function, (float)x), $"{name}({x:R}) in single");
            }
        }
    }

    [Theory]
    [MemberData(nameof(ElementaryFunction.Names), MemberType = typeof(ElementaryFunction))]
    public void NaN_stays_NaN(string name)
    {
        var function = ElementaryFunction.Named(name);
        Assert.True(double.IsNaN(ValueOf(function, double.NaN)));
        Assert.True(double.IsNaN(ValueOf(function, -double.NaN)));
        Assert.True(float.IsNaN(ValueOf(function, float.NaN)));
        Assert.True(float.IsNaN(ValueOf(function, -float.NaN)));
    }

    [Theory]
    [InlineData("expm1")]
    [InlineData("log1p")]
    [InlineData("tanh")]
    [InlineData("sin")]
    public void Tiny_arguments_come_back_unchanged(string name)
    {
        var function = ElementaryFunction.Named(name);
        foreach (var x in new[] { double.Epsilon, -double.Epsilon, 2.2250738585072014e-308, -3.0e-310, 1.0e-200, -1.0e-30 })
        {
            AssertSame(x, ValueOf(function, x), $"{name}({x:R}) in double");
        }

        foreach (var x in new[] { float.Epsilon, -float.Epsilon, 1.17549435e-38f, -3.0e-40f, 1.0e-20f, -1.0e-15f })
        {
            AssertSame(x, ValueOf(function, x), $"{name}({x:R}) in single");
        }
    }

    private static double ValueOf(ElementaryFunction function, double x)
    {
        var y = new double[1];
        function.Map([x], y, Execution.Sequential);
        return y[0];
    }

    private static float ValueOf(ElementaryFunction function, float x)
    {
        var y = new float[1];
        function.Map([x], y, Execution.Sequential);
        return y[0];
    }

    private static void AssertSame(double expected, double actual, string what) =>
        Assert.True(
            double.IsNaN(expected) ? double.IsNaN(actual) : BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual),
            $"{what} is {actual:R}, not {expected:R}.");
}
