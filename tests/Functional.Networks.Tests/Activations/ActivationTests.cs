namespace Functional.Networks.Tests.Activations;

using System;
using System.Linq;
using Functional.Networks.Tests.Golden;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

public sealed class ActivationTests
{
    public static TheoryData<string> Golden => ["relu", "sigmoid", "tanh", "leaky_relu 0.01", "elu 1.0", "softplus", "gelu (erf)", "silu"];

    [Theory]
    [MemberData(nameof(Golden))]
    public void Values_and_derivatives_equal_those_of_PyTorch(string name)
    {
        Activation activation = name switch
        {
            "relu" => new Relu(),
            "sigmoid" => new Sigmoid(),
            "tanh" => new Tanh(),
            "leaky_relu 0.01" => new LeakyRelu(0.01),
            "elu 1.0" => new Elu(1),
            "softplus" => new Softplus(),
            "gelu (erf)" => new Gelu(),
            _ => new Silu(),
        };
        var file = GoldenFile.Read("activations");
        var x = GoldenFile.Numbers(file.GetProperty("x"));
        var golden = file.GetProperty("activations").GetProperty(name);
        var (output, pull) = activation.Apply(Dense.Matrix(1, x.Length, x));
        var slope = pull(Matrix<double>.Build.Dense(1, x.Length, 1));
        foreach (var (i, (y, dy)) in GoldenFile.Numbers(golden.GetProperty("y")).Zip(GoldenFile.Numbers(golden.GetProperty("dy"))).Index())
        {
            Assert.Equal(y, output[0, i], 1e-12);
            Assert.Equal(dy, slope[0, i], 1e-12);
        }
    }

    [Fact]
    public void Softmax_gives_positive_columns_that_sum_to_one_however_large_the_logits_are()
    {
        var logits = Dense.Matrix<float>(3, 3, [1f, 2f, 3f, 1e30f, -1e30f, 1e30f, -5000f, -5001f, -4999f]);
        var (output, _) = new Softmax().Apply(logits);
        foreach (var column in output.EnumerateColumns())
        {
            Assert.Equal(1, column.Sum(), 1e-6);
            Assert.True(column.ForAll(share => share >= 0));
        }

        Assert.Equal([0.5f, 0f, 0.5f], output.Column(1));
        Assert.Equal(new Softmax().Apply(Dense.Matrix<float>(3, 1, [1f, 0f, 2f])).Output, Dense.Matrix(3, 1, output.Column(2).ToArray()));
    }

    [Fact]
    public void NaN_is_never_made_a_number()
    {
        Activation[] all = [new Relu(), new Identity(), new Sigmoid(), new Tanh(), new LeakyRelu(), new Elu(), new Softplus(), new Gelu(), new Silu(), new Softmax()];
        foreach (var activation in all)
        {
            var (output, _) = activation.Apply(Dense.Matrix<float>(9, 1, [.. Enumerable.Repeat(float.NaN, 9)]));
            Assert.True(output.ForAll(float.IsNaN), activation.Title);
        }
    }

    [Fact]
    public void Kinks_have_the_documented_slope()
    {
        static double SlopeAtZero(Activation activation) => activation.Apply(Matrix<double>.Build.Dense(1, 1)).Pull(Matrix<double>.Build.Dense(1, 1, 1))[0, 0];
        Assert.Equal(0, SlopeAtZero(new Relu()));
        Assert.Equal(0.2, SlopeAtZero(new LeakyRelu(0.2)));
        Assert.Equal(3, SlopeAtZero(new Elu(3)));
    }

    [Fact]
    public void Parameters_that_are_not_finite_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LeakyRelu(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Elu(double.PositiveInfinity));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 1)]
    public void A_gradient_of_another_shape_is_refused(int rows, int columns) => Assert.StartsWith(
        $"ReLU gave an output of 3 × 2, so the gradient by it must have that shape, not {rows} × {columns}.",
        Assert.Throws<ArgumentException>(() => new Relu().Apply(Matrix<double>.Build.Dense(3, 2)).Pull(Matrix<double>.Build.Dense(rows, columns))).Message,
        StringComparison.Ordinal);
}
