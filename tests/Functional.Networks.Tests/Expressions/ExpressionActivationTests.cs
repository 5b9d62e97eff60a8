namespace Functional.Networks.Tests.Expressions;

using System;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Expressions;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

public sealed class ExpressionActivationTests
{
    private const string TanhGelu = "0.5 * x * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3)))";

    /// <summary>PyTorch 1.13.1 in double precision: gelu with approximate='tanh' and its derivative.</summary>
    [Fact]
    public void Gelu_by_tanh_equals_PyTorch()
    {
        double[] x = [-3.0, -1.5, -0.5, 0.0, 0.25, 1.0, 2.5];
        double[] y = [-0.0036373920817729943, -0.10042842301976707, -0.15428599017485606, 0.0, 0.149675350701685, 0.8411919906082768, 2.484915733910001];
        double[] slopes = [-0.011584166630969648, -0.12771079315143308, 0.13263009646535764, 0.5, 0.6953540951510604, 1.0829640838457826, 1.037951576212666];
        var (output, pull) = new ExpressionActivation(TanhGelu).Apply(Dense.Matrix(1, x.Length, x));
        var slope = pull(Matrix<double>.Build.Dense(1, x.Length, 1));
        for (var i = 0; i < x.Length; i++)
        {
            Assert.Equal(y[i], output[0, i], 1e-15);
            Assert.Equal(slopes[i], slope[0, i], 1e-14);
        }
    }

    [Theory]
    [InlineData("sigmoid(x)")]
    [InlineData("tanh(x)")]
    [InlineData("softplus(x)")]
    [InlineData("where(0 < x, x, 0 * x)")]
    [InlineData("x * sigmoid(x)")]
    public void What_is_built_in_has_the_same_bits(string formula)
    {
        Activation builtIn = formula switch
        {
            "sigmoid(x)" => new Sigmoid(),
            "tanh(x)" => new Tanh(),
            "softplus(x)" => new Softplus(),
            "x * sigmoid(x)" => new Silu(),
            _ => new LeakyRelu(0),
        };
        var x = Numbers(7, 131);
        Assert.Equal(builtIn.Apply(x).Output, new ExpressionActivation(formula).Apply(x).Output);
        var single = x.Map(value => (float)value);
        Assert.Equal(builtIn.Apply(single).Output, new ExpressionActivation(formula).Apply(single).Output);
        var (expected, actual) = (builtIn.Apply(x).Pull(x), new ExpressionActivation(formula).Apply(x).Pull(x));
        Assert.True((expected - actual).Enumerate().All(difference => Math.Abs(difference) < 1e-14));
    }

    [Fact]
    public void Bits_depend_on_no_width()
    {
        var x = Numbers(5, 203);
        var activation = new ExpressionActivation(TanhGelu);
        var (expected, expectedPull) = activation.Apply(x, new Execution { Width = VectorWidth.Scalar });
        foreach (var width in Enum.GetValues<VectorWidth>())
        {
            var (output, pull) = activation.Apply(x, new Execution { Width = width });
            Assert.Equal(expected, output);
            Assert.Equal(expectedPull(x), pull(x));
        }
    }

    [Fact]
    public void Room_behind_rows_stays_zero_even_where_the_function_is_infinite_at_zero()
    {
        const int Rows = 3, Stride = 4, Columns = 5;
        var kernel = new ExpressionActivation("log(x)").Kernel<double>();
        var (x, upstream) = (new double[Stride * Columns], new double[Stride * Columns]);
        for (var i = 0; i < x.Length; i++)
        {
            (x[i], upstream[i]) = i % Stride < Rows ? (i + 1, 2) : (0, 0);
        }

        var (y, gradient) = (new double[x.Length], new double[x.Length]);
        kernel.Value(x, y, Rows, Stride, Execution.Sequential);
        kernel.Pull(x, y, upstream, gradient, Rows, Stride, Execution.Sequential);
        for (var i = 0; i < x.Length; i++)
        {
            Assert.Equal(i % Stride < Rows ? 2 * (1.0 / x[i]) : 0, gradient[i], 1e-15);
            Assert.True(double.IsFinite(y[i]));
        }
    }

    [Fact]
    public void Equal_expressions_are_equal_activations()
    {
        Assert.Equal(new ExpressionActivation("x * sigmoid(x)"), new ExpressionActivation(Formula.Of("x*sigmoid( x )")));
        Assert.Equal(new ExpressionActivation("sin(x)").GetHashCode(), new ExpressionActivation("sin(x)").GetHashCode());
        Assert.NotEqual(new ExpressionActivation("sin(x)"), new ExpressionActivation("sin(z)"));
        Assert.NotEqual(new ExpressionActivation("sin(x)").GetHashCode(), new ExpressionActivation("cos(x)").GetHashCode());
        Assert.Equal("x * sigmoid(x)", new ExpressionActivation("x * sigmoid(x)").Title);
        Assert.Equal(60, new ExpressionActivation(string.Join(" + ", Enumerable.Repeat("sin(x)", 20))).Title.Length);
    }

    [Theory]
    [InlineData("1 + 2", "has none")]
    [InlineData("x * y", "has x, y")]
    [InlineData("x +", "At character 4")]
    public void What_is_no_function_of_one_variable_is_refused(string formula, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => new ExpressionActivation(formula)).Message, StringComparison.Ordinal);

    private static Matrix<double> Numbers(int rows, int columns)
    {
        var random = new Random(3);
        return Dense.Matrix(rows, columns, [.. Enumerable.Range(0, rows * columns).Select(_ => (random.NextDouble() * 12) - 6)]);
    }
}
