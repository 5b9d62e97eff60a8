namespace Functional.Networks.Tests.Metrics;

using System;
using System.Linq;
using Functional.Networks.Tests.Golden;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

public sealed class RegressionMetricsTests
{
    private static readonly System.Text.Json.JsonElement Golden = GoldenMetrics.File.GetProperty("regression");

    private static Matrix<double> Outputs => GoldenFile.Columns(Golden.GetProperty("outputs"));

    private static ValueTargets<double> Targets => new(GoldenFile.Columns(Golden.GetProperty("targets")));

    [Fact]
    public void Of_several_outputs_of_which_one_has_constant_targets_they_equal_scikit_learn()
    {
        Close("r2", [.. CoefficientOfDetermination.OfOutputs(Outputs, Targets)]);
        Close("mae", [.. MeanAbsoluteError.OfOutputs(Outputs, Targets)]);
        Close("mse", [.. MeanSquaredError.OfOutputs(Outputs, Targets)]);
        Close("rmse", [.. RootMeanSquaredError.OfOutputs(Outputs, Targets)]);
        Assert.Equal(Golden.GetProperty("r2 mean").GetDouble(), CoefficientOfDetermination.Of(Outputs, Targets), 1e-14);
        Assert.Equal(Golden.GetProperty("mae mean").GetDouble(), MeanAbsoluteError.Of(Outputs, Targets), 1e-14);
        Assert.Equal(Golden.GetProperty("rmse mean").GetDouble(), RootMeanSquaredError.Of(Outputs, Targets), 1e-14);
    }

    [Fact]
    public void Constant_targets_are_explained_wholly_or_not_at_all()
    {
        var targets = new ValueTargets<double>(Dense.Matrix(1, 3, [2.0, 2.0, 2.0]));
        Assert.Equal(Golden.GetProperty("perfect constant").GetDouble(), CoefficientOfDetermination.Of(Dense.Matrix(1, 3, [2.0, 2.0, 2.0]), targets));
        Assert.Equal(Golden.GetProperty("imperfect constant").GetDouble(), CoefficientOfDetermination.Of(Dense.Matrix(1, 3, [2.0, 2.0, 2.5]), targets));

        // The mean of so many tenths is rounded.
        var tenths = Dense.Matrix(1, 1001, [.. Enumerable.Repeat(0.1, 1001)]);
        Assert.Equal(0, CoefficientOfDetermination.Of(tenths * 2, new ValueTargets<double>(tenths)));
    }

    [Fact]
    public void The_targets_mean_explains_nothing_and_the_targets_all()
    {
        var targets = Dense.Matrix(1, 4, [1.0, 2, 4, 9]);
        Assert.Equal(0, CoefficientOfDetermination.Of(Dense.Matrix(1, 4, [4.0, 4, 4, 4]), new ValueTargets<double>(targets)));
        Assert.Equal(1, CoefficientOfDetermination.Of(targets, new ValueTargets<double>(targets)));
        Assert.True(CoefficientOfDetermination.Of(-targets, new ValueTargets<double>(targets)) < 0);
    }

    [Fact]
    public void Errors_agree_with_the_losses()
    {
        Assert.Equal(new SquaredError(Reduction.MeanOverElements).Evaluate(Outputs, Targets).Value, MeanSquaredError.Of(Outputs, Targets), 1e-14);
        Assert.Equal(new AbsoluteError(Reduction.MeanOverElements).Evaluate(Outputs, Targets).Value, MeanAbsoluteError.Of(Outputs, Targets), 1e-14);
        Assert.True(MeanAbsoluteError.OfOutputs(Outputs, Targets).Zip(RootMeanSquaredError.OfOutputs(Outputs, Targets)).All(pair => pair.Item1 <= pair.Item2));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named() =>
        Assert.Contains("there are 2 targets", Assert.Throws<ArgumentException>(() => MeanAbsoluteError.Of(Dense.Matrix(1, 1, [0.0]), new ValueTargets<double>(Dense.Matrix(1, 2, [0.0, 1.0])))).Message, StringComparison.Ordinal);

    private static void Close(string name, double[] actual) =>
        Assert.All(GoldenFile.Numbers(Golden.GetProperty(name)).Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
}
