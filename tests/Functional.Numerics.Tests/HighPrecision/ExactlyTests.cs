namespace Functional.Numerics.Tests.HighPrecision;

using Xunit;

public sealed class ExactlyTests
{
    private const string EulersNumber = "2.71828182845904523536028747135266249775724709369995957496696763";
    private const string Ln2 = "0.69314718055994530941723212145817656807550013436025525412068001";
    private const string Pi = "3.14159265358979323846264338327950288419716939937510582097494459";
    private const string ErfOfOne = "0.84270079294971486934122063508260925929606699796630290845994";

    [Fact]
    public void Constants_have_their_known_digits()
    {
        AssertClose(BigFloat.Parse(EulersNumber), Exactly.Exp(1), 195);
        AssertClose(BigFloat.Parse(Ln2), Exactly.Ln2, 195);
        AssertClose(BigFloat.Parse(Ln2), Exactly.Log(2), 195);
        AssertClose(BigFloat.Parse(Pi), Exactly.Pi, 195);
        AssertClose(BigFloat.Parse(ErfOfOne), Exactly.Erf(1), 185);
    }

    [Fact]
    public void Square_roots_square_back()
    {
        foreach (var value in new[] { 2.0, 0.5, 3.0e-200, 7.0e150, 1.0 })
        {
            var x = BigFloat.From(value);
            var root = BigFloat.Sqrt(x);
            AssertClose(x, root * root, 215);
        }
    }

    [Theory]
    [InlineData(1.0e-300)]
    [InlineData(-3.5e-9)]
    [InlineData(0.1)]
    [InlineData(-0.7)]
    [InlineData(1.3)]
    [InlineData(-20.25)]
    [InlineData(700.5)]
    public void Inverse_functions_and_addition_theorems_hold(double value)
    {
        var x = BigFloat.From(value);
        var y = BigFloat.From(0.3);
        AssertClose(x, Exactly.Log1P(Exactly.ExpM1(x)), 150);
        AssertClose(Exactly.Exp(x) * Exactly.Exp(y), Exactly.Exp(x + y), 200);
        AssertClose(BigFloat.One, Exactly.Sigmoid(x) + Exactly.Sigmoid(-x), 200);
        AssertClose(Exactly.Softplus(x), -Exactly.Log(Exactly.Sigmoid(-x)), 150);
        AssertClose(Exactly.Tanh(x), -Exactly.Tanh(-x), 200);
        AssertClose(Exactly.ExpM1(BigFloat.Scale(x, 1)), Exactly.Tanh(x) * (Exactly.Exp(BigFloat.Scale(x, 1)) + 1), 200);
    }

    [Theory]
    [InlineData(1.0e-300)]
    [InlineData(0.7)]
    [InlineData(-3.0)]
    [InlineData(1.0e5)]
    [InlineData(1.7e308)]
    public void Sine_and_cosine_obey_Pythagoras_and_addition(double value)
    {
        var (sin, cos) = (Exactly.Sin(BigFloat.From(value)), Exactly.Cos(BigFloat.From(value)));
        AssertClose(BigFloat.One, (sin * sin) + (cos * cos), 200);
        AssertClose(BigFloat.Scale(sin * cos, 1), Exactly.Sin(BigFloat.Scale(BigFloat.From(value), 1)), 150);
    }

    [Fact]
    public void Sine_and_cosine_have_their_known_digits()
    {
        AssertClose(BigFloat.Parse("0.84147098480789650665250232163029899962256306079837106567275"), Exactly.Sin(1), 190);
        AssertClose(BigFloat.Parse("0.54030230586813971740093660744297660373231042061792222767009"), Exactly.Cos(1), 190);
        AssertClose(BigFloat.Parse("0.81788191211590859704588528275542621201142830389038404646373959"), -Exactly.Sin(BigFloat.From(1.0e300)), 190);
    }

    [Fact]
    public void Erf_has_the_slope_of_the_bell_curve()
    {
        var step = BigFloat.Scale(BigFloat.One, -60);
        foreach (var value in new[] { 0.0, 0.4, 1.0, 2.7, 5.5 })
        {
            var x = BigFloat.From(value);
            var slope = (Exactly.Erf(x + step) - Exactly.Erf(x - step)) / BigFloat.Scale(step, 1);
            AssertClose(BigFloat.One * 2 / BigFloat.Sqrt(Exactly.Pi) * Exactly.Exp(-(x * x)), slope, 100);
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.5)]
    [InlineData(double.Epsilon)]
    [InlineData(double.MaxValue)]
    public void A_double_survives_the_way_there_and_back(double value) => Assert.Equal(value, BigFloat.From(value).ToDouble());

    private static void AssertClose(BigFloat expected, BigFloat actual, int bits)
    {
        var difference = BigFloat.Abs(actual - expected);
        Assert.True(
            difference.Sign == 0 || difference.Magnitude <= expected.Magnitude - bits,
            $"Only {(difference.Sign == 0 ? 999 : expected.Magnitude - difference.Magnitude)} bits agree with {expected.ToDouble():R}, not {bits}.");
    }
}
