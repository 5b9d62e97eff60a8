namespace Functional.Networks.Tests.Metrics;

using System;
using System.Linq;
using Functional.Networks.Tests.Golden;
using Functional.Numerics;
using Xunit;

public sealed class TopKTests
{
    [Fact]
    public void Shares_equal_scikit_learn() => Assert.Equal(
        GoldenFile.Numbers(GoldenMetrics.File.GetProperty("top-k")),
        Enumerable.Range(1, 5).Select(k => TopK.Accuracy(GoldenMetrics.Probabilities, GoldenMetrics.Truth, k)));

    [Fact]
    public void The_top_1_is_the_accuracy_whatever_is_equal_or_no_number()
    {
        double[] values = [double.NaN, double.NegativeInfinity, 0, 0, 1, double.PositiveInfinity];
        for (var code = 0; code < 6 * 6 * 6; code++)
        {
            var outputs = Dense.Matrix(3, 1, [values[code % 6], values[code / 6 % 6], values[code / 36]]);
            for (var index = 0; index < 3; index++)
            {
                var targets = new ClassTargets<double>([index]);
                Assert.Equal(Accuracy.CountCorrect(outputs, targets), TopK.CountCorrect(outputs, targets, 1));
                Assert.Equal(1, TopK.CountCorrect(outputs, targets, 3));
            }

            Assert.Equal(2, Enumerable.Range(0, 3).Sum(index => TopK.CountCorrect(outputs, new ClassTargets<double>([index]), 2)));
        }
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        Assert.Contains("from 1 to 5", Assert.Throws<ArgumentOutOfRangeException>(() => TopK.Accuracy(GoldenMetrics.Probabilities, GoldenMetrics.Truth, 6)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => TopK.Accuracy(GoldenMetrics.Probabilities, GoldenMetrics.Truth, 0));
        Assert.Contains("Sample 0 is of class 2", Assert.Throws<ArgumentException>(() => TopK.Accuracy(Dense.Matrix(2, 1, [0.0, 1.0]), new ClassTargets<double>([2]), 1)).Message, StringComparison.Ordinal);
    }
}
