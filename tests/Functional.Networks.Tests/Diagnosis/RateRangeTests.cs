namespace Functional.Networks.Tests.Diagnosis;

using System;
using System.Linq;
using Xunit;
using static Functional.Networks.Build;

public sealed class RateRangeTests
{
    private static readonly Architecture Network = Chain(Affine(16), Tanh(), Affine(3));

    [Fact]
    public void Rates_grow_by_one_factor_from_the_lowest_to_the_highest()
    {
        var range = Test(1e-5, 1e-2, 7);
        Assert.Equal(7, range.Points.Count);
        Assert.Equal((1e-5, 1e-2), (range.Points[0].Rate, range.Points[6].Rate));
        Assert.All(range.Points.Zip(range.Points.Tail), pair => Assert.Equal(Math.Sqrt(10), pair.Item2.Rate / pair.Item1.Rate, 1e-12));
        Assert.Null(range.Divergence);
    }

    [Fact]
    public void Its_steps_are_steps_of_training_at_these_rates()
    {
        var range = Test(1e-3, 1, 5);
        var state = new Networks.Training(new SoftmaxCrossEntropy(), Optimisers.Momentum(1)).Start(Network.Initialise<double>(8, Patient.Key), Patient.Key);
        var batches = new MiniBatch(20).Batches(new Patient.Source(Patient.Clouds(300)), Patient.Key);
        var mean = 0.0;
        foreach (var (point, batch) in range.Points.Zip(batches))
        {
            var advance = new Networks.Training(new SoftmaxCrossEntropy(), Optimisers.Momentum(point.Rate)).Step(state, batch).IfLeft(() => throw new InvalidOperationException());
            Assert.Equal(advance.Measurement.Loss, point.Loss);
            mean = (0.9 * mean) + (0.1 * point.Loss);
            Assert.Equal(mean / (1 - Math.Pow(0.9, advance.State.Step)), point.Smoothed, 1e-12);
            state = advance.State;
        }
    }

    [Fact]
    public void It_ends_where_the_loss_runs_away_and_suggests_a_rate_that_trains()
    {
        var range = Test(1e-4, 1e4, 100);
        Assert.InRange(range.Points.Count, 20, 99);
        Assert.InRange(range.Suggested, 1e-3, 1);
        Assert.True(range.Best > range.Points[0].Rate && range.Best < range.Points[range.Points.Count - 1].Rate);
        var patient = new Patient(Network, Optimisers.Momentum(range.Suggested), Patient.Clouds(300), Patient.Clouds(300, "validation"), 8);
        Assert.Empty(Examination.Of(patient.Record));
    }

    [Fact]
    public void Arguments_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Test(0, 1, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => Test(1, 1, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => Test(1, double.PositiveInfinity, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => Test(1, 2, 1));
    }

    private static RateRange Test(double lowest, double highest, int steps) => RateRange.Test(
        rate => Optimisers.Momentum(rate), new SoftmaxCrossEntropy(), Network.Initialise<double>(8, Patient.Key), Patient.Key, new Patient.Source(Patient.Clouds(300)), new MiniBatch(20), lowest, highest, steps);
}
