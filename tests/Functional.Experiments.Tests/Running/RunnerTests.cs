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
        var state = experiment.Training.Start(experiment.Architecture(10).Initialise<float>(64, experiment.InitialKey), experiment.TrainingKey);
        var folded = experiment.Training.Fold(state, experiment.Sampling.Batches(train, state.Key).Take(10)).Right();
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
}
