namespace Functional.Networks.Tests.Losses;

using System;
using Functional.Numerics;
using Xunit;

public sealed class HingeTests
{
    [Fact]
    public void Of_several_labels_equals_PyTorch()
    {
        GoldenLosses.Check(new Hinge(reduction: Reduction.MeanOverElements), GoldenLosses.Labels, "hinge, labels, mean over elements");
        GoldenLosses.Check(new Hinge(squared: true, reduction: Reduction.MeanOverElements), GoldenLosses.Labels, "squared hinge, labels, mean over elements");
    }

    [Fact]
    public void Of_one_class_equals_PyTorch_and_scikit_learn()
    {
        GoldenLosses.Check(new MulticlassHinge(), GoldenLosses.Classes, "multi-class hinge, mean");
        GoldenLosses.Check(new MulticlassHinge(squared: true), GoldenLosses.Classes, "squared multi-class hinge, mean");
        Assert.Equal(
            GoldenLosses.File.GetProperty("losses").GetProperty("multi-class hinge, mean").GetProperty("scikit-learn").GetDouble(),
            new MulticlassHinge().Evaluate(GoldenLosses.Outputs, GoldenLosses.Classes).Value,
            1e-14);
    }

    [Fact]
    public void On_the_edge_of_the_margin_the_gradient_is_0()
    {
        var binary = new Hinge(2, reduction: Reduction.Sum).Evaluate(Dense.Matrix(2, 1, [2.0, -2.0]), new ValueTargets<double>(Dense.Matrix(2, 1, [1.0, 0.0])));
        Assert.Equal(0, binary.Value);
        Assert.True(binary.Gradient.ForAll(slope => slope == 0));
        var one = new MulticlassHinge(2).Evaluate(Dense.Matrix(3, 1, [2.0, 0.0, 0.0]), new ClassTargets<double>([0]));
        Assert.Equal(0, one.Value);
        Assert.True(one.Gradient.ForAll(slope => slope == 0));
    }

    [Fact]
    public void Of_equally_strong_wrong_classes_the_first_counts() => Assert.Equal(
        Dense.Matrix(4, 1, [0.0, 1.0, -1.0, 0.0]), new MulticlassHinge().Evaluate(Dense.Matrix(4, 1, [-1.0, 3.0, 0.0, 3.0]), new ClassTargets<double>([2])).Gradient);

    [Fact]
    public void With_one_output_there_is_no_wrong_class() =>
        Assert.Equal(new LossResult<double>(0, Dense.Matrix(1, 1, [0.0])), new MulticlassHinge().Evaluate(Dense.Matrix(1, 1, [-5.0]), new ClassTargets<double>([0])));

    [Fact]
    public void What_is_not_a_number_stays_so()
    {
        foreach (var outputs in new double[][] { [double.NaN, 1, 9], [1, double.NaN, 9], [9, double.NaN, 1], [9, 1, double.NaN] })
        {
            Assert.True(double.IsNaN(new MulticlassHinge().Evaluate(Dense.Matrix(3, 1, outputs), new ClassTargets<double>([0])).Value));
            Assert.True(double.IsNaN(new Hinge().Evaluate(Dense.Matrix(3, 1, outputs), new ClassTargets<double>([0])).Value));
            Assert.True(double.IsNaN(new Hinge(squared: true).Evaluate(Dense.Matrix(3, 1, outputs), new ClassTargets<double>([0])).Value));
        }

        Assert.True(double.IsNaN(new MulticlassHinge().Evaluate(Dense.Matrix(1, 1, [double.NaN]), new ClassTargets<double>([0])).Value));
    }

    [Fact]
    public void Targets_between_no_and_yes_weaken_the_sign()
    {
        // s = 2t − 1 = ½, so the violation is 1 − ½y and the slope of its square −2·½·(1 − ½y).
        var soft = new Hinge(squared: true, reduction: Reduction.Sum).Evaluate(Dense.Matrix(1, 1, [1.0]), new ValueTargets<double>(Dense.Matrix(1, 1, [0.75])));
        Assert.Equal((0.25, -0.5), (soft.Value, soft.Gradient[0, 0]));
    }

    [Fact]
    public void Names_tell_the_kind()
    {
        Assert.Equal(["hinge", "squared hinge"], new[] { new Hinge().Title, new Hinge(squared: true).Title });
        Assert.Equal(["multi-class hinge", "squared multi-class hinge"], new[] { new MulticlassHinge().Title, new MulticlassHinge(squared: true).Title });
        Assert.Equal(["squared error", "half squared error"], new[] { new SquaredError().Title, new SquaredError(half: true).Title });
    }

    [Fact]
    public void Of_several_labels_each_output_is_a_question_of_its_own()
    {
        Assert.True(new Hinge().HasIndependentOutputs);
        Assert.True(new SigmoidFocal().HasIndependentOutputs);
        Assert.False(new MulticlassHinge().HasIndependentOutputs);
    }

    [Fact]
    public void A_margin_must_be_above_0()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Hinge(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MulticlassHinge(double.NaN));
    }
}
