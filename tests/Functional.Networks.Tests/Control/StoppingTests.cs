namespace Functional.Networks.Tests.Control;

using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

public sealed class StoppingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(11)]
    public void A_stopped_run_is_the_beginning_of_the_run(int count)
    {
        var watched = Runs.Trajectory.Until(new StopAfter(count)).ToArray();
        Assert.Equal(Runs.Trajectory.Take(count).Select(Runs.Right), watched.SkipLast(1).Select(stage => Assert.IsType<Watched<Advance<double>>.Going>(stage).Item));
        Assert.Equal(new Ending.CountReached(count), Assert.IsType<Watched<Advance<double>>.Ended>(watched[^1]).Ending);
        var conclusion = Runs.Trajectory.Until(new StopAfter(count)).Conclude();
        Assert.Equal(Runs.Right(Runs.Trajectory.ElementAt(count - 1)), conclusion.Last);
        Assert.Equal(count, conclusion.Count);
    }

    [Fact]
    public void No_step_is_computed_behind_the_one_that_ends_a_run()
    {
        var computed = 0;
        Runs.Trajectory.Observed(_ => computed++).Until(new StopAfter(4)).Conclude();
        Assert.Equal(4, computed);
    }

    [Fact]
    public void Targets_end_a_run_where_they_are_reached()
    {
        var losses = new[] { 0.9, 0.5, double.NaN, 0.4, 0.3, 0.1 };
        var byLoss = Runs.Of(losses).Until(new StopAtLoss(0.4)).Conclude();
        Assert.Equal((4, new Ending.LossReached(0.4, 0.4)), (byLoss.Count, byLoss.Ending));
        var byAccuracy = Runs.Of(losses).Until(new StopAtAccuracy(0.7)).Conclude(Monitor.Accuracy);
        Assert.Equal((5, new Ending.AccuracyReached(0.7, 0.7)), (byAccuracy.Count, byAccuracy.Ending));
        Assert.Equal(new Ending.Finished(), Runs.Of(losses).Until(new StopAtLoss(0.05)).Conclude().Ending);
    }

    [Fact]
    public void Early_stopping_waits_as_long_as_its_patience_and_keeps_the_best_state()
    {
        double[] losses = [0.9, 0.6, 0.7, double.NaN, 0.5, 0.55, 0.5, 0.52, 0.1];
        var conclusion = Runs.Of(losses).Until(new StopWithoutImprovement(3)).Conclude();
        Assert.Equal(new Ending.NotImproved(Monitor.Loss, 0.5, 5, 3), conclusion.Ending);
        Assert.Equal(8, conclusion.Count);
        Assert.Equal(5, conclusion.Best.IfNone(() => throw new InvalidOperationException()).State.Step);
        Assert.Equal(8, conclusion.Last.IfNone(() => throw new InvalidOperationException()).State.Step);
        Assert.Equal(4, Runs.Of(losses).Until(new StopWithoutImprovement(2)).Conclude().Count);
        Assert.Equal(9, Runs.Of(losses).Until(new StopWithoutImprovement(4)).Conclude().Count);
    }

    [Fact]
    public void An_improvement_must_be_larger_than_the_smallest_that_counts_and_many_small_ones_add_up()
    {
        double[] losses = [1.0, 0.96, 0.92, 0.88, 0.84, 0.80];
        Assert.IsType<Ending.Finished>(Runs.Of(losses).Until(new StopWithoutImprovement(3, 0.1)).Conclude().Ending);
        Assert.Equal(3, Runs.Of(losses).Until(new StopWithoutImprovement(2, 0.1)).Conclude().Count);
        Assert.Equal(new Ending.NotImproved(Monitor.Loss, 1, 1, 5), Runs.Of(losses).Until(new StopWithoutImprovement(5, 0.3)).Conclude().Ending);
    }

    [Fact]
    public void The_accuracy_improves_upwards()
    {
        double[] losses = [0.5, 0.4, 0.45, 0.41];
        var ending = Runs.Of(losses).Until(new StopWithoutImprovement(2, monitor: Monitor.Accuracy)).Conclude(Monitor.Accuracy);
        Assert.Equal(new Ending.NotImproved(Monitor.Accuracy, 0.6, 2, 2), ending.Ending);
        Assert.Equal(2, ending.Best.IfNone(() => throw new InvalidOperationException()).State.Step);
    }

    [Fact]
    public void Of_several_rules_the_first_to_stop_gives_the_reason()
    {
        double[] losses = [0.9, 0.5, 0.4, 0.3];
        StopRule loss = new StopAtLoss(0.4), count = new StopAfter(3), late = new StopAfter(9);
        Assert.Equal(new Ending.LossReached(0.4, 0.4), Runs.Of(losses).Until(loss.Or(count)).Conclude().Ending);
        Assert.Equal(new Ending.CountReached(3), Runs.Of(losses).Until(count.Or(loss)).Conclude().Ending);
        Assert.Equal(Runs.Of(losses).Until(late.Or(loss).Or(count)).Conclude(), Runs.Of(losses).Until(late.Or(loss.Or(count))).Conclude());
        Assert.Equal(new Ending.Finished(), Runs.Of(losses).Until(new StopAtFirst()).Conclude().Ending);
    }

    [Fact]
    public void A_rule_begins_anew_with_every_run()
    {
        StopRule rule = new StopWithoutImprovement(2).Or(new StopAfter(4));
        double[] losses = [0.5, 0.6, 0.4, 0.6, 0.7];
        Assert.Equal(Runs.Of(losses).Until(rule).Conclude(), Runs.Of(losses).Until(rule).Conclude());
        var run = Runs.Of(losses).Until(rule);
        Assert.Equal(run.ToArray(), run.ToArray());
    }

    [Fact]
    public void The_clock_is_the_callers_and_is_read_behind_every_step()
    {
        var hours = new Queue<int>([1, 2, 5, 6]);
        var ending = Runs.Trajectory.Until(new StopAfterTime(TimeSpan.FromHours(4), () => TimeSpan.FromHours(hours.Dequeue()))).Conclude();
        Assert.Equal(new Ending.TimedOut(TimeSpan.FromHours(5), TimeSpan.FromHours(4)), ending.Ending);
        Assert.Equal(3, ending.Count);
        Assert.Single(hours);
    }

    [Fact]
    public void A_divergence_ends_a_run_as_a_value()
    {
        var wild = new Networks.Training(new SoftmaxCrossEntropy(), Optimisers.Sgd(1e200));
        var start = wild.Start(Build.Chain(Build.Affine(6), Build.Relu(), Build.Affine(6), Build.Relu(), Build.Affine(3)).Initialise<double>(4, Runs.Key), Runs.Key);
        var trajectory = wild.Trajectory(start, Runs.Sampling.Batches(Runs.Source, Runs.Key));
        var conclusion = trajectory.Until(new StopAfter(50)).Conclude();
        var divergence = Assert.IsType<Ending.Diverged>(conclusion.Ending).Divergence;
        Assert.Equal(divergence.Step, conclusion.Count);
        Assert.Equal(divergence.Message, conclusion.Ending.Message);
        Assert.Equal(conclusion, wild.Moments(start, Runs.Source, Runs.Sampling).Advances().Until(new StopAfter(50)).Conclude());
    }

    [Fact]
    public void A_run_that_is_cut_off_has_no_conclusion() =>
        Assert.Throws<InvalidOperationException>(() => Runs.Trajectory.Until(new StopAfter(5)).Take(3).Conclude());

    [Fact]
    public void Arguments_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new StopAfter(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StopAtLoss(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StopAtAccuracy(1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StopAtAccuracy(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StopWithoutImprovement(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StopWithoutImprovement(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StopWithoutImprovement(1, 0, (Monitor)7));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StopAfterTime(TimeSpan.FromSeconds(-1), () => TimeSpan.Zero));
    }
}
