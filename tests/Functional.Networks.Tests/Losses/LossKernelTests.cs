namespace Functional.Networks.Tests.Losses;

using System;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Elementary;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Randomness;
using Functional.Numerics.Sums;
using Xunit;

public sealed class LossKernelTests
{
    private static readonly RandomKey Key = RandomKey.FromSeed(8);

    public static TheoryData<Loss> Every =>
    [
        new SquaredError(), new SquaredError(half: true), new AbsoluteError(), new Huber(), new SoftmaxCrossEntropy(), new SigmoidCrossEntropy(), new SoftmaxFocal(), new SigmoidFocal(),
        new Hinge(), new Hinge(squared: true), new MulticlassHinge(), new SoftmaxCrossEntropy().Smoothed(0.1), new SigmoidCrossEntropy().Smoothed(0.1),
        new SquaredError().WithClassWeights(LanguageExt.Prelude.Seq1(2.0)),
    ];

    [Theory]
    [MemberData(nameof(Every))]
    public void In_padded_columns_a_loss_has_the_same_bits_and_leaves_the_padding_zero(Loss loss)
    {
        const int Stride = 16;
        foreach (var rows in new[] { 1, 5, 16 })
        {
            var kernel = loss.Kernel<double>()!;
            var outputs = Padded(rows, i => Key.Normal(i));
            var targets = Padded(rows, i => i == rows / 2 ? 1 : 0);
            var gradient = Padded(rows, _ => double.NaN);
            var value = kernel.Of(outputs, targets, gradient, [.. Enumerable.Repeat(double.NaN, kernel.Room(Stride))], rows, Execution.Sequential);
            var expected = loss.OfSamples(Dense.Matrix(rows, 1, outputs[..rows]), new ValueTargets<double>(Dense.Matrix(rows, 1, targets[..rows])));
            Assert.Equal(expected.Values[0], value);
            Assert.Equal(expected.Gradients.Numbers.ToArray(), gradient[..rows]);
            Assert.All(gradient[rows..], number => Assert.Equal(0, number));
        }

        static double[] Padded(int rows, Func<int, double> number) => [.. Enumerable.Range(0, Stride).Select(i => i < rows ? number(i) : 0)];
    }

    [Theory]
    [InlineData(1)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(65)]
    [InlineData(500)]
    public void The_softmax_cross_entropy_of_many_outputs_sums_by_grains(int rows)
    {
        double[] outputs = [.. Enumerable.Range(0, rows).Select(i => Key.Normal(i))], targets = [.. Enumerable.Range(0, rows).Select(i => Key.Uniform(i))];
        var room = new double[SoftmaxColumn.Room(rows)];
        var logSum = Elements.Apply(default(Log<double>), SoftmaxColumn.Of(outputs, room, Execution.Sequential));
        var probabilities = SoftmaxColumn.Probabilities<double>(room, rows).ToArray();
        var largest = outputs.Max();
        var found = new SoftmaxCrossEntropy().OfSamples(Dense.Matrix(rows, 1, outputs), new ValueTargets<double>(Dense.Matrix(rows, 1, targets)));
        Assert.Equal(GrainSum.Of<double>([.. outputs.Zip(targets, (output, target) => target * (logSum - (output - largest)))]), found.Values[0]);
        var sum = GrainSum.Of<double>(targets);
        Assert.Equal(probabilities.Zip(targets, (share, target) => Math.FusedMultiplyAdd(share, sum, -target)), found.Gradients.Numbers.ToArray());
    }

    [Fact]
    public void One_weight_for_each_class_reaches_the_sample_of_the_class()
    {
        var targets = new ClassTargets<double>([1, 0]);
        var weighted = new SquaredError(Reduction.Sum).WithClassWeights(LanguageExt.Prelude.Seq(3.0, 5.0)).Evaluate(Dense.Matrix(2, 2, [1.0, 2, 3, 4]), targets);
        Assert.Equal((5 * (1.0 + 1)) + (3 * (4.0 + 16)), weighted.Value);
        Assert.Equal(Dense.Matrix(2, 2, [10.0, 10, 12, 24]), weighted.Gradient);
    }
}
