namespace Functional.Networks.Tests.Losses;

using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Json;
using Functional.Networks.Tests.Golden;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

public sealed class LossTests
{
    private static readonly JsonElement File = GoldenFile.Read("losses");

    [Fact]
    public void Softmax_cross_entropy_equals_PyTorch() => Check(new SoftmaxCrossEntropy(), Classes(), "softmax_cross_entropy mean over samples");

    [Fact]
    public void Sigmoid_cross_entropy_equals_PyTorch() =>
        Check(new SigmoidCrossEntropy(), Classes(), "sigmoid_cross_entropy sum over outputs, mean over samples");

    [Fact]
    public void Squared_error_equals_PyTorch() => Check(new SquaredError(Reduction.MeanOverElements), Values(), "mse mean over all elements");

    [Fact]
    public void Half_squared_error_equals_PyTorch() =>
        Check(new SquaredError(half: true), Values(), "half squared error, sum over outputs, mean over samples");

    [Fact]
    public void Huber_equals_PyTorch() => Check(new Huber(1, Reduction.MeanOverElements), Values(), "huber delta=1 mean over all elements");

    [Fact]
    public void Absolute_error_equals_PyTorch() => Check(new AbsoluteError(Reduction.MeanOverElements), Values(), "mae mean over all elements");

    [Fact]
    public void Reductions_differ_by_what_they_divide_by()
    {
        var outputs = GoldenFile.Columns(File.GetProperty("outputs"));
        var sum = new SquaredError(Reduction.Sum).Evaluate(outputs, Values());
        var samples = new SquaredError().Evaluate(outputs, Values());
        var elements = new SquaredError(Reduction.MeanOverElements).Evaluate(outputs, Values());
        Assert.Equal(sum.Value / 4, samples.Value);
        Assert.Equal(sum.Value / 12, elements.Value);
        Assert.Equal(sum.Gradient.Map(value => value / 4), samples.Gradient);
        Assert.Equal(sum.Gradient.Map(value => value / 12), elements.Gradient);
        Assert.Equal(sum.Value / 2, new SquaredError(Reduction.Sum, half: true).Evaluate(outputs, Values()).Value);
    }

    [Fact]
    public void Class_indices_and_one_hot_columns_give_the_same_bits()
    {
        var outputs = GoldenFile.Columns(File.GetProperty("outputs"));
        var oneHot = new ValueTargets<double>(Classes().ToColumns(3));
        foreach (var loss in new Loss[] { new SoftmaxCrossEntropy(), new SigmoidCrossEntropy(), new SquaredError(), new AbsoluteError(), new Huber(), new SoftmaxFocal(), new SigmoidFocal(), new Hinge(), new MulticlassHinge(), new SoftmaxCrossEntropy().Smoothed(0.1).WithClassWeights(LanguageExt.Prelude.Seq(1.0, 2.0, 3.0)) })
        {
            Assert.Equal(loss.Evaluate(outputs, Classes()), loss.Evaluate(outputs, oneHot));
        }
    }

    [Fact]
    public void Softmax_cross_entropy_takes_soft_targets()
    {
        var outputs = Dense.Matrix(2, 1, [Math.Log(3), 0.0]);
        var loss = new SoftmaxCrossEntropy().Evaluate(outputs, new ValueTargets<double>(Dense.Matrix(2, 1, [0.25, 0.75])));
        Assert.Equal((0.25 * -Math.Log(0.75)) + (0.75 * -Math.Log(0.25)), loss.Value, 1e-15);
        Assert.Equal(0.5, loss.Gradient[0, 0], 1e-15);
        Assert.Equal(-0.5, loss.Gradient[1, 0], 1e-15);
    }

    [Fact]
    public void Cross_entropies_are_finite_for_any_finite_logit()
    {
        var outputs = Dense.Matrix<float>(3, 2, [1e30f, -1e30f, 0f, -3e38f, 3e38f, 88f]);
        foreach (var classes in new[] { new[] { 0, 0 }, [1, 1], [2, 2] })
        {
            var targets = new ClassTargets<float>([.. classes]);
            var softmax = new SoftmaxCrossEntropy().Evaluate(Dense.Matrix<float>(3, 2, [1e30f, -1e30f, 0f, -1.5e38f, 1.5e38f, 88f]), targets);
            Assert.True(float.IsFinite(softmax.Value));
            Assert.True(softmax.Gradient.ForAll(float.IsFinite));
            var sigmoid = new SigmoidCrossEntropy(Reduction.MeanOverElements).OfSamples(outputs, targets);
            Assert.True(sigmoid.Gradients.ForAll(float.IsFinite));
        }
    }

    [Fact]
    public void A_confident_right_sigmoid_still_has_a_loss()
    {
        var loss = new SigmoidCrossEntropy(Reduction.Sum).Evaluate(Dense.Matrix(1, 1, [40.0]), new ValueTargets<double>(Dense.Matrix(1, 1, [1.0])));
        Assert.Equal(Math.Exp(-40), loss.Value, 1e-30);
    }

    [Fact]
    public void Targets_that_do_not_fit_are_named()
    {
        var outputs = Matrix<double>.Build.Dense(3, 2);
        Assert.Contains("The outputs are 3 × 2, but there are 1 targets", Message(() => new SquaredError().Evaluate(outputs, new ClassTargets<double>([0]))), StringComparison.Ordinal);
        Assert.Contains("Sample 1 is of class 3, but the outputs are 3: classes run from 0 to 2", Message(() => new SquaredError().Evaluate(outputs, new ClassTargets<double>([0, 3]))), StringComparison.Ordinal);
        Assert.Contains("class -1", Message(() => new SquaredError().Evaluate(outputs, new ClassTargets<double>([-1, 0]))), StringComparison.Ordinal);
        Assert.Contains("The targets are 4 × 2, but the outputs are 3", Message(() => new SquaredError().Evaluate(outputs, new ValueTargets<double>(Matrix<double>.Build.Dense(4, 2)))), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Huber(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SquaredError((Reduction)9));

        static string Message(Action action) => Assert.Throws<ArgumentException>(action).Message;
    }

    [Fact]
    public void Huber_is_a_parabola_that_goes_on_straight()
    {
        var values = new Huber(0.5).OfSamples(Dense.Matrix(1, 4, [0.25, 0.5, 2, -2]), new ValueTargets<double>(Matrix<double>.Build.Dense(1, 4))).Values;
        Assert.Equal([0.03125, 0.125, 0.875, 0.875], values);
    }

    private static ClassTargets<double> Classes() => new(File.GetProperty("classes").EnumerateArray().Select(number => number.GetInt32()).ToImmutableArray());

    private static ValueTargets<double> Values() => new(GoldenFile.Columns(File.GetProperty("targets")));

    private static void Check(Loss loss, Targets<double> targets, string name)
    {
        var golden = File.GetProperty("losses").GetProperty(name);
        var result = loss.Evaluate(GoldenFile.Columns(File.GetProperty("outputs")), targets);
        Assert.Equal(golden.GetProperty("loss").GetDouble(), result.Value, 1e-12);
        var gradient = GoldenFile.Columns(golden.GetProperty("gradient"));
        Assert.True((gradient - result.Gradient).ForAll(difference => Math.Abs(difference) <= 1e-12));
    }
}
