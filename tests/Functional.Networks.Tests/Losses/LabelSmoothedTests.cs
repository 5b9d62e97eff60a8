namespace Functional.Networks.Tests.Losses;

using System;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

public sealed class LabelSmoothedTests
{
    [Fact]
    public void Of_one_class_equals_PyTorch() => GoldenLosses.Check(new SoftmaxCrossEntropy().Smoothed(0.1), GoldenLosses.Classes, "cross-entropy, smoothing 0.1, mean");

    [Fact]
    public void Of_several_labels_goes_in_halves_to_yes_and_no() => GoldenLosses.Check(
        new SigmoidCrossEntropy(Reduction.MeanOverElements).Smoothed(0.2), GoldenLosses.Labels, "binary cross-entropy, labels, smoothing 0.2, mean over elements");

    [Fact]
    public void By_0_changes_no_bit() => Assert.Equal(
        new SoftmaxCrossEntropy().Evaluate(GoldenLosses.Outputs, GoldenLosses.Classes), new SoftmaxCrossEntropy().Smoothed(0).Evaluate(GoldenLosses.Outputs, GoldenLosses.Classes));

    [Fact]
    public void A_loss_of_ones_own_is_smoothed_as_well()
    {
        var own = new Own().Smoothed(0.3);
        Assert.Equal(new SquaredError().Smoothed(0.3).Evaluate(GoldenLosses.Outputs, GoldenLosses.Classes), own.Evaluate(GoldenLosses.Outputs, GoldenLosses.Classes));
        Assert.Contains("there are 1 targets", Assert.Throws<ArgumentException>(() => own.Evaluate(GoldenLosses.Outputs, new ClassTargets<double>([0]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_smoothed_says_so()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SoftmaxCrossEntropy().Smoothed(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SoftmaxCrossEntropy().Smoothed(-0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SoftmaxCrossEntropy().Smoothed(double.NaN));
        Assert.Contains("The hinge loss", Assert.Throws<ArgumentException>(() => new Hinge().Smoothed(0.1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new MulticlassHinge().WithClassWeights(LanguageExt.Prelude.Seq1(1.0)).Smoothed(0.1));
    }

    /// <summary>The squared error, known for whole batches only.</summary>
    private sealed record Own() : Loss(Reduction.MeanOverSamples)
    {
        public override string Title => "own";

        public override SampleLosses<T> OfSamples<T>(Matrix<T> outputs, Targets<T> targets, Execution? execution = null) => new SquaredError().OfSamples(outputs, targets, execution);
    }
}
