namespace Functional.Networks.Tests.Metrics;

using System;
using System.Linq;
using Functional.Networks.Tests.Golden;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using Xunit;

public sealed class ProbabilityMetricsTests
{
    private static ValueTargets<double> BinaryTruth => new(GoldenMetrics.Row(GoldenMetrics.Binary.GetProperty("truth")));

    [Fact]
    public void The_log_loss_equals_scikit_learn()
    {
        Assert.Equal(GoldenMetrics.Number("log loss"), LogLoss.Of(GoldenMetrics.Probabilities, GoldenMetrics.Truth), 1e-14);
        Assert.Equal(GoldenMetrics.Binary.GetProperty("log loss").GetDouble(), LogLoss.Of(GoldenMetrics.Row(GoldenMetrics.Binary.GetProperty("inner")), BinaryTruth), 1e-14);
    }

    [Fact]
    public void The_log_loss_of_a_softmax_is_its_cross_entropy()
    {
        var key = RandomKey.FromSeed(8);
        var logits = Dense.Matrix(4, 300, [.. Enumerable.Range(0, 1200).Select(i => key.Normal(i))]);
        var targets = new ClassTargets<double>([.. Enumerable.Range(0, 300).Select(i => key.Below(4, i))]);
        Assert.Equal(new SoftmaxCrossEntropy().Evaluate(logits, targets).Value, LogLoss.Of(new Softmax().Apply(logits).Output, targets), 1e-13);
    }

    [Fact]
    public void What_was_held_impossible_costs_infinitely_and_what_was_certain_nothing()
    {
        var sure = Dense.Matrix(2, 1, [1.0, 0.0]);
        Assert.Equal(0, LogLoss.Of(sure, new ClassTargets<double>([0])));
        Assert.Equal(double.PositiveInfinity, LogLoss.Of(sure, new ClassTargets<double>([1])));
        Assert.Equal(0, LogLoss.Of(Dense.Matrix(1, 1, [1.0]), new ValueTargets<double>(Dense.Matrix(1, 1, [1.0]))));
        Assert.Equal(double.PositiveInfinity, LogLoss.Of(Dense.Matrix(1, 1, [1.0]), new ValueTargets<double>(Dense.Matrix(1, 1, [0.0]))));
    }

    [Fact]
    public void The_Brier_score_equals_scikit_learn_and_NumPy()
    {
        Assert.Equal(GoldenMetrics.Number("brier"), BrierScore.Of(GoldenMetrics.Probabilities, GoldenMetrics.Truth), 1e-14);
        Assert.Equal(GoldenMetrics.Binary.GetProperty("brier").GetDouble(), BrierScore.Of(GoldenMetrics.Row(GoldenMetrics.Binary.GetProperty("probabilities")), BinaryTruth), 1e-14);
        Assert.Equal(2, BrierScore.Of(Dense.Matrix(2, 1, [1.0, 0.0]), new ClassTargets<double>([1])));
    }

    [Fact]
    public void Calibration_errors_equal_NumPy()
    {
        foreach (var bins in new[] { 10, 15 })
        {
            var golden = GoldenFile.Numbers(GoldenMetrics.File.GetProperty($"calibration {bins}"));
            var calibration = Calibration.Of(GoldenMetrics.Probabilities, GoldenMetrics.Truth, bins);
            Assert.Equal(golden[0], calibration.ExpectedError, 1e-14);
            Assert.Equal(golden[1], calibration.MaximumError, 1e-14);
            Assert.Equal(bins, calibration.Bins.Count);
            Assert.Equal(GoldenMetrics.Truth.Count, calibration.Samples);
        }
    }

    [Fact]
    public void The_calibration_of_one_output_equals_scikit_learns_curve()
    {
        var golden = GoldenMetrics.Binary.GetProperty("calibration curve");
        var filled = Calibration.Of(GoldenMetrics.Row(GoldenMetrics.Binary.GetProperty("probabilities")), BinaryTruth, 5).Bins.Filter(bin => bin.Count > 0);
        Assert.All(GoldenFile.Numbers(golden.GetProperty("confidence")).Zip(filled), pair => Assert.Equal(pair.First, pair.Second.Confidence, 1e-14));
        Assert.All(GoldenFile.Numbers(golden.GetProperty("frequency")).Zip(filled), pair => Assert.Equal(pair.First, pair.Second.Accuracy, 1e-14));
        Assert.Equal(GoldenFile.Numbers(golden.GetProperty("frequency")).Length, filled.Count);
    }

    [Fact]
    public void One_bin_compares_mean_confidence_with_accuracy()
    {
        var one = Calibration.Of(GoldenMetrics.Probabilities, GoldenMetrics.Truth, 1);
        Assert.Equal(GoldenMetrics.Number("accuracy"), one.Bins[0].Accuracy, 1e-15);
        Assert.Equal(one.Bins[0].Gap, one.ExpectedError);
    }

    [Fact]
    public void Bins_hold_their_upper_ends_and_the_first_holds_0() => Assert.Equal(
        LanguageExt.Prelude.Seq(2, 1, 1, 1),
        Calibration.Of(Dense.Matrix(1, 5, [0, 0.25, 0.5, 0.75, 1.0]), new ValueTargets<double>(Dense.Matrix(1, 5, new double[5])), 4).Bins.Map(bin => bin.Count));

    [Fact]
    public void What_is_no_probability_is_named()
    {
        foreach (var odd in new[] { -0.1, 1.1, double.NaN })
        {
            var probabilities = Dense.Matrix(2, 2, [0.5, 0.5, 0.5, odd]);
            var targets = new ClassTargets<double>([0, 1]);
            Assert.Contains("Output 1 of sample 1", Assert.Throws<ArgumentException>(() => LogLoss.Of(probabilities, targets)).Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => BrierScore.Of(probabilities, targets));
            Assert.Throws<ArgumentException>(() => Calibration.Of(probabilities, targets));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => Calibration.Of(GoldenMetrics.Probabilities, GoldenMetrics.Truth, 0));
    }
}
