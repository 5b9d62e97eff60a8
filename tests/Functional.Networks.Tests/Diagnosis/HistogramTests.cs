namespace Functional.Networks.Tests.Diagnosis;

using System;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using LanguageExt;
using Xunit;

public sealed class HistogramTests
{
    [Fact]
    public void Bins_have_their_lower_edge_and_the_last_one_both()
    {
        Assert.Equal(new Histogram(0, 4, Prelude.Seq(1, 2, 0, 3)), Histogram.Of(Dense.Matrix(2, 3, [0f, 1, 1.5f, 3, 4, 3.5f]), 4));
        Assert.Equal(new Histogram(7, 7, Prelude.Seq(2, 0)), Histogram.Of(Dense.Matrix(1, 2, [7.0, 7]), 2));
        Assert.Equal(Prelude.Seq(1, 1), Histogram.Of(Dense.Matrix(1, 2, [-double.MaxValue, double.MaxValue]), 2).Counts);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(97)]
    [InlineData(1000)]
    public void Every_number_is_in_one_bin(int count)
    {
        var numbers = Enumerable.Range(0, count).Select(i => RandomKey.FromSeed(3).Normal(i)).ToArray();
        foreach (var bins in new[] { 1, 7, 20 })
        {
            var histogram = Histogram.Of(Dense.Matrix(count, 1, numbers), bins);
            Assert.Equal((bins, count, numbers.Min(), numbers.Max()), (histogram.Counts.Count, histogram.Counts.Sum(), histogram.Lowest, histogram.Highest));
        }
    }

    [Fact]
    public void Figures_of_parameters_are_their_mean_deviation_and_histogram()
    {
        var parameters = Parameters<double>.Of(
            new Parameter<double>("a", ParameterRole.Weights, Dense.Matrix(2, 2, [1.0, 3, 5, 7])), new Parameter<double>("b", ParameterRole.Bias, Dense.Matrix(1, 1, [-2.0])));
        var figures = ParameterFigures.Of(parameters, 3);
        Assert.Equal(["a", "b"], figures.Select(entry => entry.Name).ToArray());
        Assert.Equal([4.0, -2], figures.Select(entry => entry.Mean).ToArray());
        Assert.Equal(Math.Sqrt(5), figures[0].Deviation, 1e-15);
        Assert.Equal(0, figures[1].Deviation);
        Assert.Equal(Prelude.Seq(1, 1, 2), figures[0].Histogram.Counts);
    }

    [Fact]
    public void Over_a_given_range_what_lies_outside_is_in_the_outermost_bins()
    {
        Assert.Equal(new Histogram(0, 2, Prelude.Seq(2, 3)), Histogram.Within(Dense.Matrix(1, 5, [-7.0, 0.5, 1, 2, double.PositiveInfinity]), 0, 2, 2));
        Assert.Equal(Prelude.Seq(new PlanePoint(0.5, 0.25), new PlanePoint(1.5, 0.75)), new Histogram(0, 2, Prelude.Seq(1, 3)).Outline);
        Assert.Throws<ArgumentException>(() => Histogram.Within(Dense.Matrix(1, 1, [double.NaN]), 0, 1));
        Assert.Throws<ArgumentException>(() => Histogram.Within(Dense.Matrix(1, 1, [1.0]), 1, 1));
    }

    [Fact]
    public void What_has_no_histogram_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Histogram.Of(Dense.Matrix(1, 2, [1.0, double.NaN])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Histogram.Of(Dense.Matrix(1, 1, [1.0]), 0));
    }
}
