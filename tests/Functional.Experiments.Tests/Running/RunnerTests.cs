namespace Functional.Experiments.Tests.Running;

using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using LanguageExt;
using Xunit;

public class RunnerTests
{
    [Fact]
    public void An_epoch_is_its_steps_and_its_end_and_the_last_event_is_the_result()
    {
        var events = Runner.Run(Small.Experiment(epochs: 3), Small.Split).ToArray();
        Assert.Equal((3 * (5 + 1)) + 1, events.Length);
        Assert.All(new[] { 5, 11, 17 }, place => Assert.IsType<RunEvent.EpochDone>(events[place]));
        Assert.Equal(Enumerable.Range(0, 15).Select(step => (long)step), events.OfType<RunEvent.StepDone>().Select(step => step.Step));
        Assert.Equal(96 * 3, events.OfType<RunEvent.StepDone>().Sum(step => step.Samples));
        var result = Assert.IsType<RunEvent.Finished>(events[^1]).Result;
        Assert.Equal(events.OfType<RunEvent.EpochDone>().Select(done => done.Figures), result.Epochs);
    }

    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void Running_again_gives_the_same_bits_on_any_number_of_threads(Precision precision)
    {
        var experiment = Small.Experiment(precision);
        var again = Runner.Run(experiment, Small.Split, new Execution { Threads = 3 }).OfType<RunEvent.Finished>().Single().Result;
        Assert.Equal(Small.Result(experiment).Fingerprint, again.Fingerprint);
        Assert.Equal(Small.Result(experiment).Epochs, again.Epochs);
    }

    [Fact]
    public void Who_looks_on_changes_nothing()
    {
        var experiment = Small.Experiment();
        var run = Runner.Run(experiment, Small.Split);
        Assert.Equal(2, run.Take(2).Count());
        using var interleaved = run.GetEnumerator();
        interleaved.MoveNext();
        _ = run.ToList();
        while (interleaved.MoveNext() && interleaved.Current is not RunEvent.Finished)
        {
        }

        Assert.Equal(Small.Result(experiment).Fingerprint, Assert.IsType<RunEvent.Finished>(interleaved.Current).Result.Fingerprint);
    }

    [Fact]
    public void The_result_is_the_fold_of_the_training_step()
    {
        var experiment = Small.Experiment(epochs: 2);
        var train = Small.Split.Train.As<float>();
        var training = experiment.TrainingOn(Small.Split.Train);
        var state = training.Start(experiment.Architecture(10).Initialise<float>(64, experiment.InitialKey), experiment.TrainingKey);
        var folded = training.Fold(state, experiment.Sampling.Batches(train, state.Key).Take(10)).Right();
        Assert.Equal(Fingerprint.Of(folded.Network.Parameters), Small.Result(experiment).Fingerprint);
    }

    [Fact]
    public void A_run_is_lazy() => Assert.Single(Runner.Run(Small.Experiment(epochs: Experiment.MaximumEpochs), Small.Split).Take(1));

    [Fact]
    public void Another_seed_gives_other_parameters() =>
        Assert.NotEqual(Small.Result(Small.Experiment(seed: 1)).Fingerprint, Small.Result(Small.Experiment(seed: 2)).Fingerprint);

    [Fact]
    public void A_number_that_is_not_finite_ends_the_run_with_its_step_and_layer()
    {
        var experiment = Experiment.Create(hidden: Prelude.Seq(7, 5), loss: new SquaredError(), sampling: new MiniBatch(20), learningRate: 1e30, activation: new Identity()).Success();
        var diverged = Assert.IsType<RunEvent.Diverged>(Runner.Run(experiment, Small.Split).Last());
        Assert.Matches("step [0-9]+: .*(layer|squared error)", diverged.Divergence.Message);
    }

    [Fact]
    public void A_last_step_after_which_nothing_can_be_evaluated_is_a_divergence_too()
    {
        var experiment = Experiment.Create(hidden: Prelude.Seq1(7), sampling: new FullBatch(), epochs: 1, learningRate: 1e30, activation: new Identity()).Success();
        var diverged = Assert.IsType<RunEvent.Diverged>(Runner.Run(experiment, Small.Split).Last());
        Assert.Matches("step 1: .*layer [0-9], Affine", diverged.Divergence.Message);
    }

    [Fact]
    public void A_loss_that_runs_away_ends_the_run_with_its_step_and_layer()
    {
        var lost = Assert.IsType<RunEvent.RanAway>(Runner.Run(Small.Experiment(rate: 1e5), Small.Split).Last());
        Assert.Contains("layer 4, Affine 5→10", lost.Message, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void With_everything_switched_on_threads_and_observation_change_no_bit(Precision precision)
    {
        var experiment = Everything.Experiment(precision: precision);
        var one = Small.Result(experiment);
        var events = Runner.Run(experiment, Small.Split, new Execution { Threads = 3 }, measuresLayers: true).ToArray();
        var other = Assert.IsType<RunEvent.Finished>(events[^1]).Result;
        Assert.Equal(one.Fingerprint, other.Fingerprint);
        Assert.Equal(one.Epochs, other.Epochs);
        Assert.Equal(one.Ending, other.Ending);
        Assert.Equal(one.Epochs.Count + 1, events.OfType<RunEvent.LayersMeasured>().Count());
        Assert.NotEqual(one.Fingerprint, Small.Result(Everything.Experiment(dropout: 0.3, precision)).Fingerprint);
    }

    [Fact]
    public void Early_stopping_ends_when_patience_is_over_and_keeps_the_best_network()
    {
        // A rate so high that the validation loss does not go on falling.
        var experiment = Experiment.Create(
            hidden: Prelude.Seq1(16), sampling: new MiniBatch(10), epochs: 60, learningRate: 1.5, seed: 2, validationShare: 0.3, patience: 3).Success();
        var result = Small.Result(experiment);
        var stopped = Assert.IsType<Ending.NotImproved>(result.Ending);
        var losses = result.Epochs.Select(epoch => epoch.Validation!.Loss).ToArray();
        Assert.Equal(losses.Length - 3, result.ChosenEpoch);
        Assert.Equal(losses.Min(), losses[result.ChosenEpoch - 1]);
        Assert.Equal(losses.Min(), stopped.Best);
        Assert.True(losses.Length < 60);

        // The network is that epoch's: a run that ends there has the same one, and it does what the figures say.
        var short1 = Experiment.Create(
            hidden: Prelude.Seq1(16), sampling: new MiniBatch(10), epochs: result.ChosenEpoch, learningRate: 1.5, seed: 2, validationShare: 0.3).Success();
        Assert.Equal(Small.Result(short1).Fingerprint, result.Fingerprint);
        Assert.Equal(result.Final.TestAccuracy, result.Model.Judge(Small.Split.Test).Accuracy);
    }

    [Fact]
    public void Without_early_stopping_the_last_network_is_the_result()
    {
        var experiment = Experiment.Create(hidden: Prelude.Seq1(16), sampling: new MiniBatch(10), epochs: 5, learningRate: 1.5, validationShare: 0.3).Success();
        var result = Small.Result(experiment);
        Assert.Equal((5, new Ending.CountReached(5)), (result.ChosenEpoch, result.Ending));
        Assert.All(result.Epochs, epoch => Assert.NotNull(epoch.Validation));
    }

    [Fact]
    public void Another_rule_may_end_a_run_sooner_with_what_it_had_computed_by_then()
    {
        var result = Runner.Run(Small.Experiment(epochs: 9), Small.Split, until: new StopAfter(2)).OfType<RunEvent.Finished>().Single().Result;
        Assert.Equal(2, result.Epochs.Count);
        Assert.Equal(Small.Result(Small.Experiment(epochs: 2)).Fingerprint, result.Fingerprint);
    }

    [Fact]
    public void An_epoch_tells_the_rate_of_its_last_step()
    {
        var experiment = Experiment.Create(hidden: Seq<int>.Empty, sampling: new MiniBatch(20), epochs: 4, learningRate: 0.1, course: new RateCourse.Step(2, 0.5)).Success();
        Assert.Equal([0.1, 0.1, 0.05, 0.05], Small.Result(experiment).Epochs.Select(epoch => epoch.LearningRate).ToArray());
    }

    [Fact]
    public void Losses_are_told_of_what_is_made_small()
    {
        var experiment = Experiment.Create(hidden: Prelude.Seq1(8), sampling: new MiniBatch(20), epochs: 1, regularisation: new(LabelSmoothing: 0.2, BalancesClasses: true)).Success();
        var result = Small.Result(experiment);
        var network = Assert.IsType<Model<float>>(result.Model).Network;
        Assert.Equal(Evaluation<float>.Of(network, experiment.Objective(Small.Split.Train).Loss, Small.Split.Test.As<float>()).Loss, (float)result.Final.TestLoss);
    }
}
