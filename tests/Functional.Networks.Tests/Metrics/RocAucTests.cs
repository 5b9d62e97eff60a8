namespace Functional.Networks.Tests.Metrics;

using System;
using System.Linq;
using FsCheck.Xunit;
using Functional.Networks.Tests.Golden;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using LanguageExt;
using Xunit;

public sealed class RocAucTests
{
    [Fact]
    public void With_equal_scores_it_equals_scikit_learn()
    {
        var scores = GoldenFile.Numbers(GoldenMetrics.Binary.GetProperty("scores"));
        bool[] truth = [.. GoldenMetrics.Classes(GoldenMetrics.Binary.GetProperty("truth")).Select(index => index == 1)];
        Assert.True(scores.Distinct().Count() < scores.Length);
        Assert.Equal(GoldenMetrics.Binary.GetProperty("roc auc").GetDouble(), Value(RocAuc.Of(scores, truth)), 1e-15);
    }

    [Fact]
    public void One_against_the_rest_equals_scikit_learn()
    {
        var targets = new ClassTargets<double>(GoldenMetrics.Classes(GoldenMetrics.File.GetProperty("roc auc classes")));
        var probabilities = GoldenFile.Columns(GoldenMetrics.File.GetProperty("roc auc probabilities"));
        Assert.Equal(GoldenMetrics.Number("roc auc macro"), Value(RocAuc.Of(probabilities, targets)), 1e-15);
        Assert.Equal(GoldenMetrics.Number("roc auc weighted"), Value(RocAuc.Of(probabilities, targets, Averaging.Weighted)), 1e-15);
    }

    [Property(MaxTest = 200)]
    public void It_is_the_share_of_pairs_in_the_right_order(byte samples, byte levels, int seed)
    {
        var (scores, truth) = Random(samples, levels, seed);
        var pairs = Enumerable.Range(0, scores.Length).Where(i => truth[i]).SelectMany(i => Enumerable.Range(0, scores.Length).Where(j => !truth[j]).Select(j => (Own: scores[i], Other: scores[j]))).ToArray();
        var expected = pairs.Length == 0
            ? Option<double>.None
            : pairs.Sum(pair => pair.Own > pair.Other ? 2 : pair.Own == pair.Other ? 1 : 0) / (2.0 * pairs.Length);
        Assert.Equal(expected, RocAuc.Of(scores, truth));
    }

    [Property(MaxTest = 200)]
    public void Only_the_order_of_the_scores_counts(byte samples, byte levels, int seed)
    {
        var (scores, truth) = Random(samples, levels, seed);
        var area = RocAuc.Of(scores, truth);
        Assert.Equal(area, RocAuc.Of([.. scores.Select(score => Math.Exp(score) - 5)], truth));
        Assert.Equal(area, RocAuc.Of([.. scores.Reverse()], [.. truth.Reverse()]));
        Assert.Equal(area.Map(value => 1 - value).IfNone(-1), RocAuc.Of([.. scores.Select(score => -score)], truth).IfNone(-1), 1e-15);
        Assert.Equal(area.Map(value => 1 - value).IfNone(-1), RocAuc.Of(scores, [.. truth.Select(positive => !positive)]).IfNone(-1), 1e-15);
    }

    [Fact]
    public void Corner_cases()
    {
        Assert.Equal(1, Value(RocAuc.Of([1, 2, double.PositiveInfinity], [false, true, true])));
        Assert.Equal(0, Value(RocAuc.Of([1, 2, double.NegativeInfinity], [true, false, true])));
        Assert.Equal(0.5, Value(RocAuc.Of([0.0, -0.0, 0.0], [true, false, true])));
        Assert.True(RocAuc.Of([1, 2], [true, true]).IsNone);
        Assert.True(RocAuc.Of([], []).IsNone);
        Assert.Throws<ArgumentException>(() => RocAuc.Of([1], [true, false]));
        Assert.Throws<ArgumentException>(() => RocAuc.Of([double.NaN], [true]));
    }

    [Fact]
    public void A_class_that_never_occurs_leaves_the_mean_undefined()
    {
        Assert.True(RocAuc.Of(GoldenMetrics.Probabilities, GoldenMetrics.Truth).IsNone);
        Assert.True(RocAuc.Of(GoldenMetrics.Probabilities, GoldenMetrics.Truth, Averaging.Weighted).IsNone);
        Assert.True(RocAuc.Of(GoldenMetrics.Probabilities, GoldenMetrics.Truth, Averaging.Micro).IsSome);
        Assert.Equal(1, RocAuc.OfOutputs(GoldenMetrics.Probabilities, GoldenMetrics.Truth).Count(area => area.IsNone));
        Assert.Throws<ArgumentOutOfRangeException>(() => RocAuc.Of(GoldenMetrics.Probabilities, GoldenMetrics.Truth, (Averaging)9));
    }

    [Fact]
    public void Of_one_output_all_averages_are_its_area()
    {
        var scores = Dense.Matrix(1, 4, [0.1, 0.4, 0.35, 0.8]);
        var targets = new ValueTargets<double>(Dense.Matrix(1, 4, [0.0, 0, 1, 1]));
        Assert.All(Enum.GetValues<Averaging>(), averaging => Assert.Equal(0.75, Value(RocAuc.Of(scores, targets, averaging))));
    }

    private static (double[] Scores, bool[] Truth) Random(byte samples, byte levels, int seed)
    {
        var key = RandomKey.FromSeed((ulong)seed);
        var count = samples % 40;
        return (
            [.. Enumerable.Range(0, count).Select(i => (key.Below((levels % 9) + 1, i) - 3) / 4.0)],
            [.. Enumerable.Range(0, count).Select(i => key.For("truth").Below(2, i) == 1)]);
    }

    private static double Value(Option<double> area) => area.IfNone(() => throw new InvalidOperationException("The area is not defined."));
}
