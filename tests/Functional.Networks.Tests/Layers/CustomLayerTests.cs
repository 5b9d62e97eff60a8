namespace Functional.Networks.Tests.Layers;

using System;
using Functional.Numerics;
using Functional.Verification;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

public sealed class CustomLayerTests
{
    private static readonly Matrix<double> Input = Dense.Matrix(2, 3, [1.0, -2, 3, 0.5, -1, 4]);

    /// <summary>The sum of the features, times a parameter.</summary>
    private static readonly CustomLayer<double> Total = new(
        "total",
        (parameters, input, _) => new(
            parameters["factor"][0, 0] * Dense.Matrix(1, input.ColumnCount, input.ColumnSums().ToArray()),
            gradient => new(
                parameters.Map((_, _) => Dense.Matrix(1, 1, [input.ColumnSums() * gradient.Row(0)])),
                () => Matrix<double>.Build.Dense(input.RowCount, input.ColumnCount, (_, column) => parameters["factor"][0, 0] * gradient[0, column]))),
        Factor(3),
        2,
        _ => 1);

    [Fact]
    public void Every_law_holds_of_a_function_of_each_element() => Verify.Layer(CustomLayer<double>.Elementwise("cube", x => x * x * x, x => 3 * x * x), new() { Count = 4, IsSmooth = true });

    [Fact]
    public void Without_a_function_of_its_sizes_it_gives_what_it_gets() => Assert.Equal(5, new CustomLayer<double>("same", (_, input, _) => new(input, _ => null!)).OutputSize(5));

    [Fact]
    public void An_elementwise_layer_applies_the_function_and_goes_back_by_its_slope()
    {
        var cube = CustomLayer<double>.Elementwise("cube", x => x * x * x, x => 3 * x * x);
        var (output, pullback) = cube.Forward(Input, Pass.Inference());
        Assert.Equal(Dense.Matrix(2, 3, [1.0, -8, 27, 0.125, -1, 64]), output);
        var gradient = pullback(Dense.Matrix(2, 3, [1.0, 2, 3, 4, 5, 6]));
        Assert.Equal(Dense.Matrix(2, 3, [3.0, 24, 81, 3, 15, 288]), gradient.Input);
        Assert.Equal(Parameters<double>.None, gradient.Parameters);
        Assert.Equal(("cube", null, 7, Parameters<double>.None), (cube.Title, cube.InputSize, cube.OutputSize(7), cube.Parameters));
    }

    [Fact]
    public void A_layer_of_ones_own_uses_its_function_parameters_and_sizes()
    {
        Assert.Equal(("total", 2, 1), (Total.Title, Total.InputSize, Total.OutputSize(2)));
        Assert.Equal(Dense.Matrix(1, 3, [-3.0, 10.5, 9]), Total.Predict(Input));
        var report = GradientCheck.Everywhere(new SquaredError(), Total, new(Input, new ValueTargets<double>(Dense.Matrix(1, 3, [1.0, 2, 3]))));
        Assert.Equal(7, report.Compared);
        Assert.InRange(report.RelativeDifference(1e-3), 0, 1e-10);
    }

    [Fact]
    public void With_other_parameters_it_is_the_same_function_of_these()
    {
        var other = Total.With(Factor(-2));
        Assert.Equal(("total", 2, 1, Factor(-2)), (other.Title, other.InputSize, other.OutputSize(2), other.Parameters));
        Assert.Equal(Dense.Matrix(1, 3, [2.0, -7, -6]), other.Predict(Input));
        Assert.Throws<ArgumentException>(() => Total.With(Parameters<double>.None));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Assert.Contains("total, expects 2 × samples, got 3 × 1", Assert.Throws<ArgumentException>(() => Total.Predict(Dense.Matrix(3, 1, [1.0, 2, 3]))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => new CustomLayer<double>("none", null!));
        Assert.Throws<ArgumentNullException>(() => CustomLayer<double>.Elementwise("none", null!, x => x));
        Assert.Throws<ArgumentNullException>(() => CustomLayer<double>.Elementwise("none", x => x, null!));
    }

    private static Parameters<double> Factor(double value) => Parameters<double>.Of(new Parameter<double>("factor", ParameterRole.Weights, Dense.Matrix(1, 1, [value])));
}
