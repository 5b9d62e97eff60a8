namespace Functional.Networks.Tests.Control;

using System.Linq;
using Xunit;

public sealed class EpochsTests
{
    [Fact]
    public void Epochs_are_the_steps_of_the_trajectory_at_their_ends()
    {
        var steps = Runs.Trajectory.Take(15).Select(Runs.Right).ToArray();
        var epochs = Epochs.Of(Runs.Training, Runs.Start, Runs.Source, Runs.Sampling, Runs.Validation).Take(3).Select(Runs.Right).ToArray();
        Assert.Equal([1L, 2, 3], epochs.Select(epoch => epoch.Number));
        Assert.Equal([steps[4].State, steps[9].State, steps[14].State], epochs.Select(epoch => epoch.State));
        for (var number = 0; number < 3; number++)
        {
            var own = steps.Skip(5 * number).Take(5).Select(step => step.Measurement).ToArray();
            Assert.Equal(own.Sum(step => step.Loss * step.Samples) / 30, epochs[number].TrainingLoss, 1e-12);
            Assert.Equal(own.Sum(step => step.Correct) / 30.0, epochs[number].TrainingAccuracy);
            Assert.Equal(Evaluation<double>.Of(epochs[number].State.Network, new SoftmaxCrossEntropy(), Runs.Validation), epochs[number].Validation);
        }
    }

    [Fact]
    public void A_resumed_run_counts_on_and_has_the_same_ends()
    {
        var whole = Epochs.Of(Runs.Training, Runs.Start, Runs.Source, Runs.Sampling, Runs.Validation).Take(4).Select(Runs.Right).ToArray();
        var resumed = Epochs.Of(Runs.Training, whole[1].State, Runs.Source, Runs.Sampling, Runs.Validation).Take(2).Select(Runs.Right);
        Assert.Equal(whole.Skip(2), resumed);
    }

    [Fact]
    public void Rules_judge_by_the_validation_samples_where_there_are_any()
    {
        var judged = Epochs.Of(Runs.Training, Runs.Start, Runs.Source, Runs.Sampling, Runs.Validation);
        var early = judged.Until(new StopWithoutImprovement(3).Or(new StopAfter(200))).Conclude();
        Assert.IsType<Ending.NotImproved>(early.Ending);
        var losses = judged.Take((int)early.Count).Select(epoch => Runs.Right(epoch).Validation!.Loss).ToArray();
        Assert.Equal(losses.Min(), early.Best.Select(best => best.Validation!.Loss).Single());
        Assert.Equal(losses.Length - 4, losses.ToList().IndexOf(losses.Min()));
        var unjudged = Epochs.Of(Runs.Training, Runs.Start, Runs.Source, Runs.Sampling).Until(new StopAfter(2)).Conclude();
        Assert.Equal(Progress.Of(Runs.Right(judged.ElementAt(1))).Steps, unjudged.Best.Select(best => best.State.Step).Single());
        Assert.True(unjudged.Best.ForAll(best => best.Validation is null));
    }

    [Fact]
    public void Every_so_many_moments_are_those_of_the_trajectory()
    {
        var steps = Runs.Trajectory.Take(12).Select(Runs.Right).ToArray();
        var moments = Runs.Training.Moments(Runs.Start, Runs.Source, Runs.Sampling);
        Assert.Equal(steps, moments.Advances().Take(12).Select(Runs.Right));
        Assert.Equal([steps[3], steps[7], steps[11]], moments.Advances(4).Take(3).Select(Runs.Right));
    }

    [Fact]
    public void An_observer_sees_everything_in_order_and_changes_nothing()
    {
        var seen = new System.Collections.Generic.List<Watched<Advance<double>>>();
        var plain = Runs.Trajectory.Until(new StopAfter(6)).ToArray();
        Assert.Equal(plain, Runs.Trajectory.Until(new StopAfter(6)).Observed(seen.Add).ToArray());
        Assert.Equal(plain, seen);
        var few = new System.Collections.Generic.List<Watched<Advance<double>>>();
        Assert.Equal(plain[2], Runs.Trajectory.Until(new StopAfter(6)).Observed(few.Add).ElementAt(2));
        Assert.Equal(plain.Take(3), few);
    }
}
