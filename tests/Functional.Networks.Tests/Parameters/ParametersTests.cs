namespace Functional.Networks.Tests.Parameters;

using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static Functional.Networks.Build;

public sealed class ParametersTests
{
    private static readonly Layer<float> Network = Chain(Affine(3), Relu(), Affine(2)).Initialise<float>(4, RandomKey.FromSeed(1));

    [Fact]
    public void Unrolling_and_rolling_lose_nothing()
    {
        var unrolled = Network.Parameters.Unroll();
        Assert.Equal(Network.Parameters.Count, unrolled.Count);
        Assert.Equal(Network.Parameters, Network.Parameters.Roll(unrolled));
        Assert.Equal(Network, Network.With(Network.Parameters.Roll(unrolled)));
        Assert.Equal(Network.Parameters["0.weights"][1, 0], unrolled[1]);
        Assert.Equal(Network.Parameters["0.bias"][0, 0], unrolled[12]);
    }

    [Fact]
    public void The_fingerprint_is_the_hash_of_the_documented_form()
    {
        var parameters = Parameters<float>.Of(new Parameter<float>("a.weights", ParameterRole.Weights, Dense.Matrix(1, 2, [1f, -2.5f])));
        byte[] form = [.. Encoding.UTF8.GetBytes("functional parameters, arithmetic 1, single\na.weights 1x2\n"), .. BitConverter.GetBytes(1f), .. BitConverter.GetBytes(-2.5f)];
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(form)), Fingerprint.Of(parameters));
    }

    [Fact]
    public void The_fingerprint_tells_bits_names_shapes_and_precisions_apart()
    {
        static string Of(string name, int rows, int columns, params float[] values) =>
            Fingerprint.Of(Parameters<float>.Of(new Parameter<float>(name, ParameterRole.Weights, Dense.Matrix(rows, columns, values))));
        string[] fingerprints = [Of("a", 1, 2, 0, 0), Of("a", 1, 2, 0, -0f), Of("b", 1, 2, 0, 0), Of("a", 2, 1, 0, 0), Fingerprint.Of(Parameters<double>.Of(new Parameter<double>("a", ParameterRole.Weights, Matrix<double>.Build.Dense(1, 2))))];
        Assert.Equal(fingerprints.Length, fingerprints.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_found()
    {
        Assert.True(Network.Parameters.AreFinite());
        foreach (var odd in new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity })
        {
            var values = Network.Parameters.Unroll().Clone();
            values[17] = odd;
            Assert.False(Network.Parameters.Roll(values).AreFinite());
        }
    }

    [Fact]
    public void Parameters_that_do_not_belong_are_refused()
    {
        Assert.Contains("There are 23 parameters, but the vector has 22", Assert.Throws<ArgumentException>(() => Network.Parameters.Roll(Dense.Vector(new float[22]))).Message, StringComparison.Ordinal);
        Assert.Contains("There is no parameter '1.weights'; there are: 0.weights, 0.bias, 2.weights, 2.bias", Assert.Throws<ArgumentException>(() => Network.Parameters["1.weights"]).Message, StringComparison.Ordinal);
        var other = Chain(Affine(3), Relu(), Affine(1)).Initialise<float>(4, RandomKey.FromSeed(1)).Parameters;
        Assert.Contains("'2.weights' is 2 × 3", Assert.Throws<ArgumentException>(() => Network.With(other)).Message, StringComparison.Ordinal);
    }
}
