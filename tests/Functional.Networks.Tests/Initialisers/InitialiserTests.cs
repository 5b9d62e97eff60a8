namespace Functional.Networks.Tests.Initialisers;

using System;
using System.Linq;
using Functional.Numerics.Randomness;
using MathNet.Numerics.Statistics;
using Xunit;

public sealed class InitialiserTests
{
    private const int Inputs = 300;
    private const int Outputs = 100;
    private static readonly RandomKey Key = RandomKey.FromSeed(9);

    public static TheoryData<string, double, double> Moments => new()
    {
        { nameof(GlorotUniform), 2.0 / (Inputs + Outputs), Math.Sqrt(6.0 / (Inputs + Outputs)) },
        { nameof(GlorotNormal), 2.0 / (Inputs + Outputs), double.PositiveInfinity },
        { nameof(HeUniform), 2.0 / Inputs, Math.Sqrt(6.0 / Inputs) },
        { nameof(HeNormal), 2.0 / Inputs, double.PositiveInfinity },
        { nameof(LeCunNormal), 1.0 / Inputs, double.PositiveInfinity },
        { nameof(Uniform), 0.12 * 0.12 / 3, 0.12 },
        { nameof(Normal), 0.01 * 0.01, double.PositiveInfinity },
    };

    [Theory]
    [MemberData(nameof(Moments))]
    public void Mean_variance_and_range_are_those_of_the_formula(string name, double variance, double range)
    {
        Initialiser initialiser = name switch
        {
            nameof(GlorotUniform) => new GlorotUniform(),
            nameof(GlorotNormal) => new GlorotNormal(),
            nameof(HeUniform) => new HeUniform(),
            nameof(HeNormal) => new HeNormal(),
            nameof(LeCunNormal) => new LeCunNormal(),
            nameof(Uniform) => new Uniform(0.12),
            _ => new Normal(0.01),
        };
        var draws = initialiser.Draw<double>(Outputs, Inputs, Inputs * Outputs, Key);
        Assert.Equal(0, draws.Mean(), 5 * Math.Sqrt(variance / draws.Length));
        Assert.Equal(variance, draws.Variance(), 5 * variance * Math.Sqrt(2.0 / draws.Length));
        Assert.True(draws.All(draw => Math.Abs(draw) <= range));
        Assert.Equal(draws.Select(draw => (float)draw), initialiser.Draw<float>(Outputs, Inputs, Inputs * Outputs, Key));
    }

    [Fact]
    public void Zeros_and_constants_are_what_they_say()
    {
        Assert.All(new Zeros().Draw<float>(2, 3, 6, Key), draw => Assert.Equal(0, draw));
        Assert.All(new Constant(0.1).Draw<float>(2, 3, 6, Key), draw => Assert.Equal(0.1f, draw));
    }

    [Fact]
    public void Layers_draw_from_keys_of_their_own()
    {
        var network = new Chain(new Affine(5), new Affine(5)).Initialise<double>(5, Key);
        Assert.NotEqual(network.Parameters["0.weights"], network.Parameters["1.weights"]);
        var (alone, behind) = (new Affine(5, bias: new Normal(1)).Initialise<double>(5, Key), new Affine(5, bias: new Zeros()).Initialise<double>(5, Key));
        Assert.Equal(alone.Parameters["weights"], behind.Parameters["weights"]);
    }

    [Fact]
    public void Impossible_scales_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Uniform(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Normal(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Constant(double.PositiveInfinity));
    }
}
