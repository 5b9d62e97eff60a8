namespace Functional.Data.Tests.Training;

using System;
using System.Collections.Immutable;
using System.Linq;
using Functional.Networks;
using Functional.Numerics.Randomness;
using Xunit;

/// <summary>From numbers by a key to trained networks and their metrics: one and several values, several labels, rare classes.</summary>
public sealed class LearningTests
{
    private static readonly RandomKey Key = RandomKey.FromSeed(12);

    [Fact]
    public void One_value_is_learned()
    {
        var (network, test) = Trained(Set(800, sample => [X(sample, 0) * X(sample, 1)]), new SquaredError(Reduction.MeanOverElements), 60);
        Assert.True(CoefficientOfDetermination.Of(network.Predict(test.Inputs), test.Targets) > 0.98);
    }

    [Fact]
    public void Several_values_are_learned_at_once()
    {
        var set = Set(800, sample => [X(sample, 0) * X(sample, 1), 3 - X(sample, 2), X(sample, 0) > 0 ? X(sample, 0) : 0]);
        foreach (var loss in new Loss[] { new SquaredError(Reduction.MeanOverElements), new Huber(1, Reduction.MeanOverElements) })
        {
            var (network, test) = Trained(set, loss, 60);
            var outputs = network.Predict(test.Inputs);
            Assert.All(CoefficientOfDetermination.OfOutputs(outputs, test.Targets), share => Assert.True(share > 0.97));
            Assert.True(MeanAbsoluteError.Of(outputs, test.Targets) <= RootMeanSquaredError.Of(outputs, test.Targets));
        }
    }

    [Theory]
    [InlineData("cross-entropy")]
    [InlineData("focal")]
    [InlineData("hinge")]
    [InlineData("squared hinge")]
    public void Several_labels_are_learned_at_once(string name)
    {
        Loss loss = name switch
        {
            "cross-entropy" => new SigmoidCrossEntropy().Smoothed(0.02),
            "focal" => new SigmoidFocal(2, 0.5),
            "hinge" => new Hinge(),
            _ => new Hinge(squared: true),
        };
        var set = Features(900, MultiHot.Labels([.. Enumerable.Range(0, 900).Select(sample => (ImmutableArray<int>)[.. Enumerable.Range(0, 3).Where(label => HasLabel(sample, label))])], 3));
        var (network, test) = Trained(set, loss, 40);
        var outputs = network.Predict(test.Inputs);
        Assert.True(MultiLabel.Counts(outputs, test.Targets, 0).F1(Averaging.Macro) > 0.93);
        Assert.True(MultiLabel.ExactAccuracy(outputs, test.Targets, 0) > 0.85);
        Assert.True(RocAuc.Of(outputs, test.Targets).IfNone(0) > 0.98);
    }

    [Fact]
    public void Balanced_weights_find_more_of_a_rare_class()
    {
        // One sample in ten is of class 1, and the classes overlap.
        int[] classes = [.. Enumerable.Range(0, 1500).Select(sample => Key.For("rare").Below(10, sample) == 0 ? 1 : 0)];
        var labels = new ClassLabels([.. classes], 2);
        var set = TestSets.Good(DataSet.Create(
            "rare", new RealFeatures([.. Enumerable.Range(0, 3000).Select(i => Key.For("spread").Normal(i) + (1.2 * classes[i / 2]))], 2), labels));
        var plain = Matrix(new SoftmaxCrossEntropy());
        var balanced = Matrix(new SoftmaxCrossEntropy().WithClassWeights(BalancedWeights.Of(labels.CountByClass().AsSpan())));
        Assert.True(balanced.Classes[1].Recall > plain.Classes[1].Recall + 0.2, $"{balanced.Classes[1].Recall} against {plain.Classes[1].Recall}");
        Assert.True(balanced.BalancedAccuracy > plain.BalancedAccuracy);
        Assert.True(balanced.Accuracy < plain.Accuracy);

        ConfusionMatrix Matrix(Loss loss) => Trained(set, loss, 10) is var (network, test) ? ConfusionMatrix.Of(network.Predict(test.Inputs), test.Targets) : null!;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_digits_are_learned_with_a_margin(bool squared)
    {
        var split = Digits.Load();
        var training = new Networks.Training(new MulticlassHinge(squared: squared), Optimisers.Adam(0.003));
        var network = training.Fold(
            training.Start(Build.Chain(Build.Affine(32), Build.Relu(), Build.Affine(10)).Initialise<float>(64, Key), Key), split.Train.As<float>(), new MiniBatch(50), 28 * 8L).Match(
                Right: state => state.Network, Left: fault => throw new InvalidOperationException($"{fault}"));
        var test = split.Test.As<float>().All();
        Assert.True(ConfusionMatrix.Of(network.Predict(test.Inputs), test.Targets).Classes.F1(Averaging.Macro) > 0.93);
        Assert.True(TopK.Accuracy(network.Predict(test.Inputs), test.Targets, 3) > 0.98);
    }

    private static double X(int sample, int feature) => Math.Clamp(Key.For("features").Normal((4 * sample) + feature), -2.5, 2.5);

    private static bool HasLabel(int sample, int label) => label switch
    {
        0 => X(sample, 0) + X(sample, 1) > 0,
        1 => X(sample, 2) > 0.5,
        _ => X(sample, 0) * X(sample, 0) > 0.5,
    };

    private static DataSet Set(int samples, Func<int, double[]> values) =>
        Features(samples, new ValueLabels([.. Enumerable.Range(0, samples).SelectMany(values)], values(0).Length));

    private static DataSet Features(int samples, Labels labels) => TestSets.Good(DataSet.Create(
        "numbers", new RealFeatures([.. Enumerable.Range(0, samples).SelectMany(sample => Enumerable.Range(0, 4).Select(feature => X(sample, feature)))], 4), labels));

    private static (Layer<double> Network, Batch<double> Test) Trained(DataSet set, Loss loss, int epochs)
    {
        var split = set.Split(0.75, Key);
        var sampling = new MiniBatch(25);
        var training = new Networks.Training(loss, Optimisers.Adam(0.01));
        var start = training.Start(Build.Chain(Build.Affine(32), Build.Tanh(), Build.Affine(set.OutputCount)).Initialise<double>(set.FeatureCount, Key), Key);
        var network = training.Fold(start, split.Train.As<double>(), sampling, (long)epochs * sampling.StepsPerEpoch(split.Train.Count)).Match(
            Right: state => state.Network, Left: fault => throw new InvalidOperationException($"{fault}"));
        return (network, split.Test.As<double>().All());
    }
}
