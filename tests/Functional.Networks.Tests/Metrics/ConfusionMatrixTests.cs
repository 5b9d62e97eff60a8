namespace Functional.Networks.Tests.Metrics;

using System;
using System.Linq;
using FsCheck.Xunit;
using Functional.Networks.Tests.Golden;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using LanguageExt;
using Xunit;

public sealed class ConfusionMatrixTests
{
    private static readonly ConfusionMatrix Golden = ConfusionMatrix.Of(GoldenMetrics.Probabilities, GoldenMetrics.Truth);

    [Fact]
    public void Counts_equal_scikit_learn()
    {
        var rows = GoldenMetrics.File.GetProperty("confusion").EnumerateArray().Select(GoldenMetrics.Classes).ToArray();
        Assert.Equal(5, Golden.ClassCount);
        for (var truth = 0; truth < 5; truth++)
        {
            Assert.Equal(rows[truth], Enumerable.Range(0, 5).Select(predicted => Golden[truth, predicted]));
        }

        Assert.Equal(GoldenMetrics.Number("accuracy"), Golden.Accuracy);
        Assert.Equal(GoldenMetrics.Number("balanced accuracy"), Golden.BalancedAccuracy, 1e-15);
        Assert.Equal(Accuracy.CountCorrect(GoldenMetrics.Probabilities, GoldenMetrics.Truth), Golden.Correct);
        Assert.Equal(GoldenMetrics.Truth.Count, Golden.Samples);
    }

    [Fact]
    public void Scores_of_each_class_equal_scikit_learn_where_one_never_occurs_and_one_is_never_predicted()
    {
        var golden = GoldenMetrics.File.GetProperty("by class");
        Close(GoldenFile.Numbers(golden.GetProperty("precision")), [.. Golden.Classes.Map(counts => counts.Precision)]);
        Close(GoldenFile.Numbers(golden.GetProperty("recall")), [.. Golden.Classes.Map(counts => counts.Recall)]);
        Close(GoldenFile.Numbers(golden.GetProperty("f1")), [.. Golden.Classes.Map(counts => counts.F1)]);
        Close(GoldenFile.Numbers(golden.GetProperty("support")), [.. Golden.Classes.Map(counts => (double)counts.Support)]);
        Assert.Contains(Golden.Classes, counts => counts.Support == 0);
        Assert.Contains(Golden.Classes, counts => counts.TruePositives + counts.FalsePositives == 0);
    }

    [Theory]
    [InlineData(Averaging.Macro, "macro")]
    [InlineData(Averaging.Micro, "micro")]
    [InlineData(Averaging.Weighted, "weighted")]
    public void Averaged_scores_equal_scikit_learn(Averaging averaging, string name) => Close(
        GoldenFile.Numbers(GoldenMetrics.File.GetProperty("scores").GetProperty(name)),
        [Golden.Classes.Precision(averaging), Golden.Classes.Recall(averaging), Golden.Classes.F1(averaging)]);

    [Property(MaxTest = 200)]
    public void Scores_are_consistent(byte samples, byte classes, int seed)
    {
        var matrix = Random(samples, (classes % 7) + 1, seed);
        Assert.Equal(samples, matrix.Samples);
        Assert.All(matrix.Classes, counts =>
        {
            Assert.InRange(counts.F1, Math.Min(counts.Precision, counts.Recall) - 1e-15, Math.Max(counts.Precision, counts.Recall) + 1e-15);
            Assert.InRange(counts.Precision, 0, 1);
            Assert.InRange(counts.Recall, 0, 1);
        });
        Assert.Equal(matrix.Accuracy, matrix.Classes.Precision(Averaging.Micro));
        Assert.Equal(matrix.Accuracy, matrix.Classes.Recall(Averaging.Micro));
        Assert.Equal(matrix.Accuracy, matrix.Classes.F1(Averaging.Micro));
        Assert.Equal(matrix.Accuracy, matrix.Classes.Recall(Averaging.Weighted), 1e-14);
        Assert.Equal(samples, matrix.Classes.Sum(counts => (int)counts.Support));
        Assert.Equal(samples - matrix.Correct, matrix.Mistakes.Sum(mistake => mistake.Count));
    }

    [Property(MaxTest = 100)]
    public void Counting_in_parts_is_counting_the_whole(byte first, byte second, int seed)
    {
        var (one, other) = (Pairs(first, 4, seed), Pairs(second, 4, seed + 1));
        Assert.Equal(ConfusionMatrix.Of(one.Concat(other), 4), ConfusionMatrix.Of(one, 4).Plus(ConfusionMatrix.Of(other, 4)));
        Assert.Equal(ConfusionMatrix.Of(one.Concat(other), 4), ConfusionMatrix.Of(other.Concat(one), 4));
    }

    [Fact]
    public void Mistakes_come_in_order_of_their_number() => Assert.Equal(
        Prelude.Seq<Confusion>(new(2, 0, 3), new(0, 1, 1), new(1, 0, 1)),
        ConfusionMatrix.Of([(2, 0), (0, 1), (2, 0), (1, 0), (1, 1), (2, 0)], 3).Mistakes);

    [Fact]
    public void Without_samples_everything_is_0()
    {
        var none = ConfusionMatrix.Of([], 3);
        Assert.Equal(0, none.Accuracy);
        Assert.Equal(0, none.BalancedAccuracy);
        Assert.Equal(0, none.Classes.F1(Averaging.Weighted));
        Assert.Equal(0, none.Classes.F1(Averaging.Micro));
        Assert.Equal(0, none.Classes.F1(Averaging.Macro));
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        Assert.Contains("There is no class 3; with 3 classes", Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of([(0, 3)], 3)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of([(-1, 0)], 3));
        Assert.Throws<ArgumentException>(() => Golden[5, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => ConfusionMatrix.Of([], 0));
        Assert.Throws<ArgumentException>(() => Golden.Plus(ConfusionMatrix.Of([], 3)));
        Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of(Dense.Matrix(2, 1, [0.0, 1.0]), new ClassTargets<double>([0, 1])));
        Assert.Throws<ArgumentException>(() => Seq<ClassCounts>.Empty.F1(Averaging.Micro));
        Assert.Throws<ArgumentOutOfRangeException>(() => Golden.Classes.F1((Averaging)7));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClassCounts(-1, 0, 0));
    }

    private static ConfusionMatrix Random(int samples, int classes, int seed) => ConfusionMatrix.Of(Pairs(samples, classes, seed), classes);

    private static (int Truth, int Predicted)[] Pairs(int samples, int classes, int seed)
    {
        var key = RandomKey.FromSeed((ulong)seed);
        return [.. Enumerable.Range(0, samples).Select(sample => (key.Below(classes, 2 * sample), key.Below(classes, (2 * sample) + 1)))];
    }

    private static void Close(double[] expected, double[] actual) =>
        Assert.All(expected.Zip(actual, (one, other) => Math.Abs(one - other)), difference => Assert.InRange(difference, 0, 1e-15));
}
