namespace Functional.Numerics.Tests.Elementary;

using Functional.Numerics.Tests.HighPrecision;
using Xunit;
using Xunit.Abstractions;

public sealed class DoubleAccuracyTests(ITestOutputHelper output)
{
    /// <summary>How many arguments a function is measured at; more on request.</summary>
    private static readonly int Samples = Exhaustively.Asked ? 400_000 : 4_000;

    [Fact]
    public void Exp_stays_within_two_ulp_in_double() => AssertAccurate(ElementaryFunction.Exp);

    [Fact]
    public void ExpM1_stays_within_two_ulp_in_double() => AssertAccurate(ElementaryFunction.ExpM1);

    [Fact]
    public void Log_stays_within_two_ulp_in_double() => AssertAccurate(ElementaryFunction.Log);

    [Fact]
    public void Log1P_stays_within_two_ulp_in_double() => AssertAccurate(ElementaryFunction.Log1P);

    [Fact]
    public void Tanh_stays_within_two_ulp_in_double() => AssertAccurate(ElementaryFunction.Tanh);

    [Fact]
    public void Sigmoid_stays_within_two_ulp_in_double() => AssertAccurate(ElementaryFunction.Sigmoid);

    [Fact]
    public void Softplus_stays_within_two_ulp_in_double() => AssertAccurate(ElementaryFunction.Softplus);

    [Fact]
    public void Erf_stays_within_two_ulp_in_double() => AssertAccurate(ElementaryFunction.Erf);

    [Fact]
    public void Sin_stays_within_two_ulp_in_double() => AssertAccurate(ElementaryFunction.Sin);

    [Fact]
    public void Cos_stays_within_two_ulp_in_double() => AssertAccurate(ElementaryFunction.Cos);

    private void AssertAccurate(ElementaryFunction function)
    {
        var x = Arguments.Doubles(function.HardPlaces, Samples, seed: 20);
        var y = new double[x.Length];
        function.Map(x, y, Execution.Sequential);
        var (worst, where) = (0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            var error = Error(function, x[i], y[i]);
            if (error > worst)
            {
                (worst, where) = (error, x[i]);
            }
        }

        output.WriteLine($"{function.Name,-9} double {worst:F3} ulp at {where:R}");
        Assert.True(worst <= 2.0, $"{function.Name}({where:R}) is {worst:F3} ulp away.");
    }

    private static double Error(ElementaryFunction function, double x, double y)
    {
        if (!double.IsFinite(x) || x == 0.0)
        {
            return 0.0;
        }

        var exact = function.Exact(BigFloat.From(x));
        if (exact is { } value)
        {
            return Ulps.OfDouble(y, value);
        }

        // The pole of log1p at −1 is among the special values.
        return double.IsNaN(y) || x == -1.0 ? 0.0 : double.PositiveInfinity;
    }
}
