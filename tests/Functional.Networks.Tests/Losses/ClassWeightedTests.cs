namespace Functional.Networks.Tests.Losses;

using System;
using System.Linq;
using Functional.Networks.Tests.Golden;
using Functional.Numerics;
using LanguageExt;
using Xunit;

public sealed class ClassWeightedTests
{
    private static readonly Loss Weighted = new SoftmaxCrossEntropy().WithClassWeights(GoldenLosses.ClassWeights);

    [Fact]
    public void A_weighted_mean_equals_PyTorch() => GoldenLosses.Check(Weighted, GoldenLosses.Classes, "cross-entropy, class weights, mean");

    [Fact]
    public void A_weighted_sum_equals_PyTorch() =>
        GoldenLosses.Check(new SoftmaxCrossEntropy(Reduction.Sum).WithClassWeights(GoldenLosses.ClassWeights), GoldenLosses.Classes, "cross-entropy, class weights, sum");

    [Fact]
    public void Weights_of_class_and_sample_multiply() =>
        GoldenLosses.Check(Weighted, GoldenLosses.Classes.Weighted(GoldenLosses.SampleWeights), "cross-entropy, class and sample weights, weighted mean");

    [Fact]
    public void Weights_over_the_count_scale_the_loss() => GoldenLosses.Check(
        new SoftmaxCrossEntropy(Reduction.SumOverCount).WithClassWeights(GoldenLosses.ClassWeights),
        GoldenLosses.Classes.Weighted(GoldenLosses.SampleWeights),
        "cross-entropy, class and sample weights, over count");

    [Fact]
    public void Smoothing_before_or_after_is_the_same()
    {
        GoldenLosses.Check(Weighted.Smoothed(0.1), GoldenLosses.Classes, "cross-entropy, smoothing 0.1, class weights on samples, mean");
        Assert.Equal(
            new SoftmaxCrossEntropy().Smoothed(0.1).WithClassWeights(GoldenLosses.ClassWeights).Evaluate(GoldenLosses.Outputs, GoldenLosses.Classes),
            Weighted.Smoothed(0.1).Evaluate(GoldenLosses.Outputs, GoldenLosses.Classes));
    }

    [Fact]
    public void Weights_of_1_change_no_bit()
    {
        foreach (var reduction in Enum.GetValues<Reduction>())
        {
            var plain = new SigmoidCrossEntropy(reduction);
            Assert.Equal(plain.Evaluate(GoldenLosses.Outputs, GoldenLosses.Classes), plain.WithClassWeights(Prelude.Seq(1.0, 1.0, 1.0, 1.0)).Evaluate(GoldenLosses.Outputs, GoldenLosses.Classes));
        }
    }

    [Fact]
    public void Weights_upon_weights_multiply() => Assert.Equal(
        new SquaredError().WithClassWeights(Prelude.Seq(4.0, 0.0, 3.0)).ClassWeights,
        new SquaredError().WithClassWeights(Prelude.Seq(2.0, 0.0, 3.0)).WithClassWeights(Prelude.Seq(2.0, 5.0, 1.0)).ClassWeights);

    [Fact]
    public void Without_a_weight_above_0_a_mean_is_not_a_number_and_a_sum_is_0()
    {
        var none = Prelude.Seq(0.0, 0.0, 0.0, 0.0);
        Assert.True(double.IsNaN(new SoftmaxCrossEntropy().WithClassWeights(none).Evaluate(GoldenLosses.Outputs, GoldenLosses.Classes).Value));
        Assert.Equal(0, new SoftmaxCrossEntropy(Reduction.Sum).WithClassWeights(none).Evaluate(GoldenLosses.Outputs, GoldenLosses.Classes).Value);
    }

    [Fact]
    public void Balanced_weights_equal_scikit_learn()
    {
        var golden = GoldenLosses.File.GetProperty("balanced");
        int[] counts = [.. golden.GetProperty("counts").EnumerateArray().Select(number => number.GetInt32())];
        var weights = BalancedWeights.Of(counts);
        Assert.Equal(GoldenFile.Numbers(golden.GetProperty("weights")), weights);
        Assert.Equal(counts.Sum(), weights.Zip(counts, (weight, count) => weight * count).Sum(), 1e-12);
    }

    [Fact]
    public void Wrong_weights_are_named()
    {
        Assert.Contains("no weights", Message(() => new SquaredError().WithClassWeights(Seq<double>.Empty)), StringComparison.Ordinal);
        Assert.Contains("The weight of class 1", Message(() => new SquaredError().WithClassWeights(Prelude.Seq(1.0, -1.0))), StringComparison.Ordinal);
        Assert.Contains("The weight of class 0", Message(() => new SquaredError().WithClassWeights(Prelude.Seq1(double.NaN))), StringComparison.Ordinal);
        Assert.Contains("weights for 2 classes already, these are for 1", Message(() => new SquaredError().WithClassWeights(Prelude.Seq(1.0, 2.0)).WithClassWeights(Prelude.Seq1(1.0))), StringComparison.Ordinal);
        Assert.Contains(
            "Sample 1 is of class 3, but there are weights for 2 classes",
            Message(() => new SquaredError().WithClassWeights(Prelude.Seq(1.0, 2.0)).Evaluate(Dense.Matrix(4, 2, new double[8]), new ClassTargets<double>([0, 3]))),
            StringComparison.Ordinal);
        Assert.Contains(
            "Sample 0 is of class 2, but there are weights for 2 classes: they run from 0 to 1.",
            Message(() => new SquaredError().WithClassWeights(Prelude.Seq(1.0, 2.0)).Evaluate(Dense.Matrix(4, 1, new double[4]), new ClassTargets<double>([2]))),
            StringComparison.Ordinal);
        Assert.Contains("Class 1 has 0 samples", Message(() => BalancedWeights.Of([3, 0])), StringComparison.Ordinal);
        Assert.Contains("no classes", Message(() => BalancedWeights.Of([])), StringComparison.Ordinal);

        static string Message(Action action) => Assert.ThrowsAny<ArgumentException>(action).Message;
    }
}
