namespace Functional.Networks.Tests.Losses;

using System;
using System.Linq;
using Functional.Numerics;
using Xunit;

public sealed class FocalTests
{
    [Fact]
    public void Of_one_class_equals_PyTorch()
    {
        GoldenLosses.Check(new SoftmaxFocal(), GoldenLosses.Classes, "softmax focal 2, mean");
        GoldenLosses.Check(new SoftmaxFocal(0.5), GoldenLosses.Classes, "softmax focal 0.5, mean");
    }

    [Fact]
    public void Of_several_labels_equals_PyTorch() => GoldenLosses.Check(new SigmoidFocal(2, 0.25), GoldenLosses.Labels, "sigmoid focal 2, alpha 0.25, labels, mean");

    [Fact]
    public void Without_modulation_it_is_the_cross_entropy()
    {
        Close(new SoftmaxCrossEntropy().Evaluate(GoldenLosses.Outputs, GoldenLosses.Classes), new SoftmaxFocal(0).Evaluate(GoldenLosses.Outputs, GoldenLosses.Classes));
        Close(new SigmoidCrossEntropy().Evaluate(GoldenLosses.Outputs, GoldenLosses.Labels), new SigmoidFocal(0).Evaluate(GoldenLosses.Outputs, GoldenLosses.Labels));
    }

    [Fact]
    public void It_never_exceeds_the_cross_entropy()
    {
        foreach (var gamma in new[] { 0.1, 1, 2, 5 })
        {
            var all = new SoftmaxCrossEntropy().OfSamples(GoldenLosses.Outputs, GoldenLosses.Classes).Values;
            Assert.True(new SoftmaxFocal(gamma).OfSamples(GoldenLosses.Outputs, GoldenLosses.Classes).Values.Zip(all).All(pair => pair.First >= 0 && pair.First <= pair.Second));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(40)]
    public void It_is_finite_for_any_finite_logits(double gamma)
    {
        var outputs = Dense.Matrix<float>(3, 4, [1e30f, -1e30f, 0f, -1.5e38f, 1.5e38f, 88f, 0f, 0f, 0f, 104f, -104f, 17f]);
        foreach (var classes in new int[][] { [0, 1, 0, 0], [1, 0, 2, 1], [2, 2, 1, 2] })
        {
            var targets = new ClassTargets<float>([.. classes]);
            Finite(new SoftmaxFocal(gamma).Evaluate(outputs, targets));
            Finite(new SigmoidFocal(gamma, 0.25, Reduction.MeanOverElements).Evaluate(outputs / 3, targets));
        }

        static void Finite(LossResult<float> result)
        {
            Assert.True(float.IsFinite(result.Value));
            Assert.True(result.Gradient.ForAll(float.IsFinite));
        }
    }

    [Fact]
    public void Near_certainty_there_is_still_a_loss()
    {
        // 1 − p and −ln p are e⁻³⁰ nearly; the softmax's sum keeps three digits of that, the sigmoid all.
        var result = new SoftmaxFocal(1, Reduction.Sum).Evaluate(Dense.Matrix(2, 1, [30.0, 0.0]), new ClassTargets<double>([0]));
        Assert.Equal(1, result.Value / Math.Exp(-60), 1e-2);
        var sigmoid = new SigmoidFocal(1, reduction: Reduction.Sum).Evaluate(Dense.Matrix(1, 1, [40.0]), new ValueTargets<double>(Dense.Matrix(1, 1, [1.0])));
        Assert.Equal(1, sigmoid.Value / Math.Exp(-80), 1e-12);
        Assert.Equal(1, sigmoid.Gradient[0, 0] / (-2 * Math.Exp(-80)), 1e-12);
    }

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SoftmaxFocal(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SigmoidFocal(double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SigmoidFocal(2, 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SigmoidFocal(2, double.NaN));
    }

    private static void Close(LossResult<double> expected, LossResult<double> actual)
    {
        Assert.Equal(expected.Value, actual.Value, 1e-14);
        Assert.True((expected.Gradient - actual.Gradient).ForAll(difference => Math.Abs(difference) < 1e-15));
    }
}
