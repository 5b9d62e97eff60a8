namespace Functional.Networks.Tests.Training;

using System;
using System.Linq;
using Functional.Networks.Tests.Losses;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using Xunit;

public sealed class WeightedTargetsTests
{
    [Fact]
    public void A_weighted_mean_equals_PyTorch()
    {
        GoldenLosses.Check(new SoftmaxCrossEntropy(), GoldenLosses.Classes.Weighted(GoldenLosses.SampleWeights), "cross-entropy, sample weights, weighted mean");
        GoldenLosses.Check(
            new SigmoidCrossEntropy(Reduction.MeanOverElements), GoldenLosses.Labels.Weighted(GoldenLosses.SampleWeights), "binary cross-entropy, labels, sample weights, weighted mean over elements");
    }

    [Fact]
    public void Several_labels_without_weights_equal_PyTorch() =>
        GoldenLosses.Check(new SigmoidCrossEntropy(Reduction.MeanOverElements), GoldenLosses.Labels, "binary cross-entropy, labels, mean over elements");

    [Fact]
    public void A_whole_weight_counts_as_so_many_samples()
    {
        var inputs = Dense.Matrix(1, 3, [0.5, -1.0, 2.0]);
        var repeated = Dense.Matrix(1, 6, [0.5, 0.5, 0.5, 2.0, 2.0, 2.0]);
        var weighted = new SquaredError().Evaluate(inputs, new ValueTargets<double>(Dense.Matrix(1, 3, [1.0, 1.0, 1.0])).Weighted(Dense.Vector([3.0, 0.0, 3.0])));
        var plain = new SquaredError().Evaluate(repeated, new ValueTargets<double>(Dense.Matrix(1, 6, [1.0, 1.0, 1.0, 1.0, 1.0, 1.0])));
        Assert.Equal(plain.Value, weighted.Value, 1e-15);
        Assert.Equal(3 * plain.Gradient[0, 0], weighted.Gradient[0, 0], 1e-15);
        Assert.Equal(0, weighted.Gradient[0, 1]);
    }

    [Fact]
    public void Weights_upon_weights_multiply()
    {
        var targets = new ClassTargets<double>([0, 1]).Weighted(Dense.Vector([2.0, 3.0])).Weighted(Dense.Vector([0.5, 4.0]));
        Assert.Equal([1.0, 12.0], Enumerable.Range(0, 2).Select(targets.WeightOf));
        Assert.True(targets.IsWeighted);
        Assert.False(new ClassTargets<double>([0, 1]).IsWeighted);
        Assert.False(new ValueTargets<double>(Dense.Matrix(1, 1, [0.5])).IsWeighted);
        Assert.Equal(1, targets.ClassOf(1));
        Assert.Equal(1, new ClassTargets<double>([0]).WeightOf(0));
    }

    [Theory]
    [InlineData(Reduction.MeanOverSamples)]
    [InlineData(Reduction.MeanOverElements)]
    [InlineData(Reduction.Sum)]
    [InlineData(Reduction.SumOverCount)]
    public void An_evaluation_piece_by_piece_has_the_bits_of_the_whole(Reduction reduction)
    {
        var key = RandomKey.FromSeed(3);
        const int Samples = 2500;
        var inputs = Dense.Matrix(3, Samples, [.. Enumerable.Range(0, 3 * Samples).Select(i => (float)key.Normal(i))]);
        var targets = new ClassTargets<float>([.. Enumerable.Range(0, Samples).Select(i => key.Below(4, i))]).Weighted(Dense.Vector([.. Enumerable.Range(0, Samples).Select(i => (float)key.Uniform(i))]));
        var network = Build.Chain(Build.Affine(5), Build.Tanh(), Build.Affine(4)).Initialise<float>(3, key);
        var loss = new SoftmaxCrossEntropy(reduction).WithClassWeights(LanguageExt.Prelude.Seq(1.0, 0.5, 0.0, 3.0));
        var evaluation = Evaluation<float>.Of(network, loss, new Whole(new(inputs, targets)));
        Assert.Equal(loss.Evaluate(network.Predict(inputs), targets).Value, evaluation.Loss);
        Assert.NotEqual(new SoftmaxCrossEntropy(reduction).Evaluate(network.Predict(inputs), targets).Value, evaluation.Loss);
    }

    [Fact]
    public void A_mean_over_samples_that_all_weigh_nothing_ends_training_by_name()
    {
        var training = new Networks.Training(new SoftmaxCrossEntropy(), Optimisers.Sgd(0.1));
        var start = training.Start(Build.Affine(2).Initialise<double>(1, RandomKey.FromSeed(1)), RandomKey.FromSeed(1));
        var batch = new Batch<double>(Dense.Matrix(1, 2, [1.0, 2.0]), new ClassTargets<double>([0, 1]).Weighted(Dense.Vector([0.0, 0.0])));
        var expected = new Divergence(0, "the softmax cross-entropy", "value");
        Assert.Equal(expected, training.Step(start, batch).Match(Right: _ => throw new InvalidOperationException(), Left: fault => fault));
        Assert.Equal(expected, training.Fold(start, [batch]).Match(Right: _ => throw new InvalidOperationException(), Left: fault => fault));
    }

    [Fact]
    public void Wrong_weights_are_named()
    {
        Assert.Contains("1 weights for 2 targets", Assert.Throws<ArgumentException>(() => new ClassTargets<double>([0, 1]).Weighted(Dense.Vector([1.0]))).Message, StringComparison.Ordinal);
        Assert.Contains("The weight of sample 1", Assert.Throws<ArgumentOutOfRangeException>(() => new ClassTargets<double>([0, 1]).Weighted(Dense.Vector([1.0, -1.0]))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClassTargets<double>([0]).Weighted(Dense.Vector([double.PositiveInfinity])));
    }

    /// <summary>A batch that gives its samples in their own order.</summary>
    private sealed record Whole(Batch<float> Batch) : ISampleSource<float>
    {
        public int Count => Batch.Count;

        public Batch<float> Gather(ReadOnlySpan<int> indices)
        {
            var (first, count) = (indices[0], indices.Length);
            var classes = (WeightedTargets<float>)Batch.Targets;
            return new(
                Batch.Inputs.SubMatrix(0, Batch.Inputs.RowCount, first, count),
                new ClassTargets<float>([.. Enumerable.Range(first, count).Select(classes.ClassOf)]).Weighted(classes.Weights.SubVector(first, count)));
        }
    }
}
