namespace Functional.Data.Tests;

using System;
using System.Linq;
using MathNet.Numerics.Statistics;
using Xunit;

public sealed class ScalingTests
{
    [Theory]
    [InlineData(255)]
    [InlineData(16)]
    [InlineData(1)]
    [InlineData(0.1)]
    [InlineData(3)]
    [InlineData(1e-310)]
    [InlineData(1e300)]
    public void Division_by_the_maximum_is_correctly_rounded_for_every_byte(double maximum)
    {
        var set = TestSets.Good(DataSet.Create(
            "all bytes",
            new ByteFeatures([.. Enumerable.Range(0, 256).Select(value => (byte)value)], 256),
            new ClassLabels([0], 2))).Scaled(new Scaling.UnitInterval(maximum));
        var (singles, doubles) = (set.Sample<float>(0), set.Sample<double>(0));
        for (var value = 0; value < 256; value++)
        {
            Assert.Equal(value / (float)maximum, singles[value]);
            Assert.Equal(value / maximum, doubles[value]);
        }
    }

    [Fact]
    public void Bytes_and_the_same_real_numbers_are_scaled_to_the_same_bits()
    {
        var bytes = TestSets.Bytes(50, 9, 3);
        var reals = TestSets.Good(DataSet.Create("set", new RealFeatures([.. Enumerable.Range(0, 450).Select(i => bytes.Features.ValueAt(i / 9, i % 9))], 9), bytes.Labels));
        foreach (var scaling in (Scaling[])[new Scaling.None(), new Scaling.UnitInterval(255), Scaling.Standardised.Fit(bytes)])
        {
            Assert.Equal(bytes.Scaled(scaling).As<float>().All().Inputs, reals.Scaled(scaling).As<float>().All().Inputs);
            Assert.Equal(bytes.Scaled(scaling).As<double>().All().Inputs, reals.Scaled(scaling).As<double>().All().Inputs);
        }

        Assert.Equal(Scaling.Standardised.Fit(bytes), Scaling.Standardised.Fit(reals));
    }

    [Fact]
    public void Without_scaling_features_are_only_rounded()
    {
        var set = TestSets.Reals(7, 3);
        Assert.Equal((float)set.Features.ValueAt(5, 2), set.Sample<float>(5)[2]);
        Assert.Equal(set.Features.ValueAt(5, 2), set.Sample<double>(5)[2]);
        Assert.Equal(200f, TestSets.Good(DataSet.Create("one", new ByteFeatures([200], 1), new ClassLabels([0], 2))).Sample<float>(0)[0]);
    }

    [Fact]
    public void Standardised_features_have_mean_0_and_deviation_1_and_agree_with_the_oracle()
    {
        foreach (var count in (int[])[2, 3, 64, 65, 1001])
        {
            var set = TestSets.Reals(count, 5);
            var fitted = Scaling.Standardised.Fit(set);
            var inputs = set.Scaled(fitted).As<double>().All().Inputs;
            for (var feature = 0; feature < 5; feature++)
            {
                var column = Enumerable.Range(0, count).Select(sample => set.Features.ValueAt(sample, feature)).ToArray();
                var (mean, deviation) = column.MeanStandardDeviation();
                Assert.Equal(mean, fitted.Means[feature], 1e-9 * deviation);
                Assert.Equal(column.PopulationStandardDeviation(), fitted.Deviations[feature], 1e-9 * deviation);
                Assert.Equal(0, inputs.Row(feature).Average(), 1e-9);
                Assert.Equal(1, inputs.Row(feature).PopulationStandardDeviation(), 1e-9);
            }
        }
    }

    [Fact]
    public void A_constant_feature_becomes_0()
    {
        // The mean of three times 0.1, computed naively, is not 0.1.
        var set = TestSets.Good(DataSet.Create("constant", new RealFeatures([0.1, 1, 0.1, 2, 0.1, 3], 2), new ClassLabels([0, 1, 0], 2)));
        var fitted = Scaling.Standardised.Fit(set);
        Assert.Equal((0.1, 1), (fitted.Means[0], fitted.Deviations[0]));
        Assert.All(Enumerable.Range(0, 3), sample => Assert.Equal(0f, set.Scaled(fitted).Sample<float>(sample)[0]));
    }

    [Fact]
    public void Impossible_scalings_are_refused()
    {
        foreach (var maximum in (double[])[0, -1, double.NaN, double.PositiveInfinity])
        {
            Assert.Contains("The maximum must be a finite number above 0.", Assert.Throws<ArgumentOutOfRangeException>(() => new Scaling.UnitInterval(maximum)).Message, StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentException>(() => new Scaling.Standardised([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => new Scaling.Standardised([], []));
        Assert.Contains("Feature 1 has mean 2 and deviation 0;", Assert.Throws<ArgumentException>(() => new Scaling.Standardised([1, 2], [1, 0])).Message, StringComparison.Ordinal);
        Assert.Contains("The scaling is for 2 features; set has 9.", Assert.Throws<ArgumentException>(() => TestSets.Bytes(5, 9, 2).Scaled(new Scaling.Standardised([1, 2], [1, 1]))).Message, StringComparison.Ordinal);
        var vast = TestSets.Good(DataSet.Create("vast", new RealFeatures([1e300, -1e300], 1), new ClassLabels([0, 1], 2)));
        Assert.Contains("Feature 0 has mean 0 and deviation Infinity", Assert.Throws<ArgumentException>(() => Scaling.Standardised.Fit(vast)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scalings_are_values()
    {
        Assert.Equal(new Scaling.None(), new Scaling.None());
        Assert.Equal(new Scaling.UnitInterval(16), new Scaling.UnitInterval(16));
        Assert.NotEqual(new Scaling.UnitInterval(16), new Scaling.UnitInterval(255));
        Assert.Equal(new Scaling.Standardised([1], [2]), new Scaling.Standardised([1], [2]));
        Assert.Equal(new Scaling.Standardised([1], [2]).GetHashCode(), new Scaling.Standardised([1], [2]).GetHashCode());
        Assert.NotEqual(new Scaling.Standardised([1], [2]), new Scaling.Standardised([1], [3]));
        Assert.Equal("divided by 255", new Scaling.UnitInterval(255).ToString());
    }
}
