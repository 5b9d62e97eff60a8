namespace Functional.Data.Tests;

using System;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using LanguageExt;
using Xunit;

public sealed class SampleWeightsTests
{
    private static readonly DataSet Set = TestSets.Bytes(300, 5, 3);
    private static readonly DataSet Weighted = Set.Weighted(new([.. Enumerable.Range(0, 300).Select(i => (i % 7) / 4.0)]));

    [Fact]
    public void Batches_bring_the_weights_of_their_samples()
    {
        var targets = Weighted.As<float>().Gather([8, 2, 8]).Targets;
        Assert.True(targets.IsWeighted);
        Assert.Equal([0.25f, 0.5f, 0.25f], Enumerable.Range(0, 3).Select(targets.WeightOf));
        Assert.Equal(2, targets.ClassOf(1));
        Assert.False(Set.As<float>().Gather([8]).Targets.IsWeighted);
    }

    [Fact]
    public void Weights_go_with_their_samples()
    {
        Assert.Equal(new SampleWeights([0.75, 0.0]), Weighted.Select([3, 7]).Weights);
        Assert.Equal(Weighted.Weights, Weighted.Scaled(new Scaling.UnitInterval(255)).Named("other").Weights);
        var split = Weighted.Split(100, RandomKey.FromSeed(1));
        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal((TestSets.Number(split.Train, i) % 7) / 4.0, split.Train.Weights.Map(weights => weights.Values[i]).IfNone(-1)));
        Assert.NotEqual(Set, Weighted);
        Assert.Equal(Weighted, Set.Weighted(new([.. Enumerable.Range(0, 300).Select(i => (i % 7) / 4.0)])));
    }

    [Theory]
    [InlineData(Reduction.MeanOverSamples)]
    [InlineData(Reduction.SumOverCount)]
    public void Training_on_weighted_samples_has_the_bits_of_the_pure_steps(Reduction reduction)
    {
        const int Steps = 12;
        var loss = new SoftmaxFocal(2, reduction).Smoothed(0.1).WithClassWeights(Prelude.Seq(0.5, 1.0, 2.0));
        var training = new Networks.Training(loss, Optimisers.Adam(0.01));
        var start = training.Start(Build.Chain(Build.Affine(6), Build.Tanh(), Build.Affine(3)).Initialise<float>(5, RandomKey.FromSeed(2)), RandomKey.FromSeed(3));
        var many = TestSets.Bytes(5000, 5, 3).Weighted(new([.. Enumerable.Range(0, 5000).Select(i => (i % 7) / 4.0)]));
        var samples = many.Scaled(new Scaling.UnitInterval(255)).As<float>();
        foreach (var sampling in new Sampling[] { new MiniBatch(7), new MiniBatch(128), new FullBatch() })
        {
            var pure = start;
            foreach (var batch in sampling.Batches(samples, start.Key).Take(Steps))
            {
                pure = training.Step(pure, batch).Match(Right: advance => advance.State, Left: fault => throw new InvalidOperationException($"{fault}"));
            }

            foreach (var threads in new[] { 1, 3 })
            {
                var recycled = training.Fold(start, samples, sampling, Steps, new Execution { Threads = threads });
                Assert.Equal(Fingerprint.Of(pure.Network.Parameters), recycled.Map(state => Fingerprint.Of(state.Network.Parameters)).IfLeft("diverged"));
            }

            var whole = samples.All();
            Assert.Equal(loss.Evaluate(pure.Network.Predict(whole.Inputs), whole.Targets).Value, Evaluation<float>.Of(pure.Network, loss, samples, new Execution { Threads = 2 }).Loss);
        }
    }

    [Fact]
    public void Wrong_weights_are_named()
    {
        Assert.Contains("There are 2 weights, but set has 300 samples", Assert.Throws<ArgumentException>(() => Set.Weighted(new([1, 2]))).Message, StringComparison.Ordinal);
        Assert.Contains("The weight of sample 1", Assert.Throws<ArgumentOutOfRangeException>(() => new SampleWeights([1, -2])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SampleWeights([double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SampleWeights([1]).Select([1]));
    }
}
