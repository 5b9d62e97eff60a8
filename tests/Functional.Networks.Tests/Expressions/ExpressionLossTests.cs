namespace Functional.Networks.Tests.Expressions;

using System;
using System.Linq;
using Functional.Numerics;
using Xunit;

public sealed class ExpressionLossTests
{
    private static readonly MathNet.Numerics.LinearAlgebra.Matrix<double> Outputs = Dense.Matrix(3, 2, [0.5, -1.0, 2.0, 0.0, 1.5, -0.25]);
    private static readonly ValueTargets<double> Targets = new(Dense.Matrix(3, 2, [1.0, 0.0, 2.0, 0.5, -1.0, 3.0]));

    /// <summary>PyTorch 1.13.1 in double precision.</summary>
    [Fact]
    public void A_pseudo_Huber_loss_equals_PyTorch()
    {
        var (value, gradient) = new ExpressionLoss("sqrt(1 + (output - target)^2) - 1").Evaluate(Outputs, Targets);
        Assert.Equal(2.371615785311999, value, 1e-14);
        foreach (var (expected, actual) in new[] { -0.22360679774997896, -0.35355339059327373, 0.0, -0.22360679774997896, 0.46423834544262965, -0.477889504360975 }.Zip(gradient.ToColumnMajorArray()))
        {
            Assert.Equal(expected, actual, 1e-15);
        }
    }

    [Theory]
    [InlineData(Reduction.MeanOverSamples)]
    [InlineData(Reduction.MeanOverElements)]
    [InlineData(Reduction.Sum)]
    [InlineData(Reduction.SumOverCount)]
    public void The_square_has_the_bits_of_the_squared_error(Reduction reduction)
    {
        var (expected, expectedGradient) = new SquaredError(reduction).Evaluate(Outputs, Targets);
        var (actual, actualGradient) = new ExpressionLoss("(output - target)^2", reduction).Evaluate(Outputs, Targets);
        Assert.Equal((expected, expectedGradient), (actual, actualGradient));
    }

    [Fact]
    public void Equality_is_that_of_expression_and_reduction()
    {
        Assert.Equal(new ExpressionLoss("(output - target)^2"), new ExpressionLoss("(output-target) ^ 2"));
        Assert.NotEqual(new ExpressionLoss("(output - target)^2"), new ExpressionLoss("(output - target)^2", Reduction.Sum));
        Assert.NotEqual(new ExpressionLoss("output^2"), new ExpressionLoss("(output - target)^2"));
    }

    [Theory]
    [InlineData("target^2", "has target")]
    [InlineData("(y - target)^2", "has target, y")]
    [InlineData("1", "has no variables")]
    [InlineData("(output - target", "an operator or ')' is expected")]
    public void What_is_no_function_of_output_and_target_is_refused(string formula, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => new ExpressionLoss(formula)).Message, StringComparison.Ordinal);
}
