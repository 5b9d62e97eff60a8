namespace Functional.Experiments.Tests.Laboratory;

using System;
using System.Linq;
using Functional.Experiments.Tests.Runs;
using LanguageExt;
using Xunit;

public class RunPartingTests
{
    private const int StepsPerEpoch = 5;

    private static readonly RecordingOptions EveryStep = new() { CheckpointSteps = 1, CheckpointTime = null, KeptCheckpoints = 100, WritesReport = false };

    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void A_run_parts_nowhere_from_itself(Precision precision)
    {
        var side = Side(Small.Experiment(precision));
        Assert.Equal(2 * StepsPerEpoch, Assert.IsType<Parting.Nowhere>(RunParting.Of(side, side).Right()).Steps);
    }

    [Fact]
    public void Other_seeds_differ_where_they_begin()
    {
        var parting = Assert.IsType<Parting.AtStep>(RunParting.Of(Side(Small.Experiment(seed: 1)), Side(Small.Experiment(seed: 2))).Right());
        Assert.Equal(0, parting.Step);
        Assert.Equal("network.0.weights", parting.Comparison.Discrepancies[0].Name);
    }

    /// <summary>The rate falls behind the first epoch for one of them: they part at the first step of the second one, and nowhere before.</summary>
    [Fact]
    public void The_first_step_that_differs_is_named()
    {
        var falling = Falling(Small.Experiment(), "step:1,0.5");
        var parting = Assert.IsType<Parting.AtStep>(RunParting.Of(Side(Small.Experiment()), Side(falling)).Right());
        Assert.Equal(StepsPerEpoch + 1, parting.Step);
        Assert.StartsWith("layer 0, Affine 64→7, weights, row 1, column", parting.Comparison.Discrepancies[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Checkpoints_of_both_shorten_the_way_to_the_same_step()
    {
        using var directory = new TemporaryDirectory();
        var (one, other) = (Recorded(directory.File("one"), Small.Experiment()), Recorded(directory.File("other"), Falling(Small.Experiment(), "step:1,0.5")));
        var compared = Seq<long>.Empty;
        var parting = Assert.IsType<Parting.AtStep>(RunParting.Of(one, other, progress: step => compared = compared.Add(step)).Right());
        Assert.Equal(StepsPerEpoch + 1, parting.Step);
        Assert.Equal([StepsPerEpoch + 1], compared.Map(step => (int)step).ToArray());
    }

    [Fact]
    public void One_that_is_shorter_ends_first()
    {
        var parting = Assert.IsType<Parting.AtTheEnd>(RunParting.Of(Side(Small.Experiment(epochs: 1)), Side(Small.Experiment(epochs: 2))).Right());
        Assert.Equal((StepsPerEpoch, 2 * StepsPerEpoch, true), (parting.Steps, parting.OtherSteps, parting.IsOneShorter));
    }

    [Fact]
    public void Another_precision_is_a_difference_before_the_first_step()
    {
        var parting = Assert.IsType<Parting.AtStep>(RunParting.Of(Side(Small.Experiment()), Side(Small.Experiment(Precision.Double))).Right());
        Assert.Equal("the precision: single and double", parting.Comparison.Discrepancies[0].Message);
    }

    /// <summary>A record of other bits than the experiment gives here, as one from a machine with another arithmetic would be.</summary>
    [Fact]
    public void A_record_that_is_not_what_its_experiment_gives_is_found_with_tensor_element_and_bit()
    {
        using var directory = new TemporaryDirectory();
        var (one, other) = (Recorded(directory.File("one"), Small.Experiment()), Recorded(directory.File("other"), Small.Experiment()));
        var folder = other.Record.Map(record => record.Folder).IfNone(() => throw new InvalidOperationException());
        var identity = new CheckpointIdentity(ExperimentDocument.Fingerprint(other.Experiment), DataFingerprint.Of(Small.Split));
        var start = Runner.Start<float>(other.Experiment, Small.Split, other.Experiment.Parts(Small.Split));
        foreach (var step in new[] { 7, 8, 9 })
        {
            var state = CheckpointFile.Read(folder.CheckpointOf(step), start, identity).Right();
            var changed = TensorComparisonTests.Changed(state.Training, "network.2.weights", 1, 4, 2);
            CheckpointFile.Write(folder.CheckpointOf(step), new RunState<float>(changed, state.Epochs, state.ChosenEpoch, state.Chosen, state.FirstLoss), identity).Right();
        }

        var parting = Assert.IsType<Parting.InTheRecord>(RunParting.Of(one, other).Right());
        Assert.Equal((directory.File("other"), 7L, 6L), (parting.Run, parting.Step, parting.AgreesUntil));
        var found = Assert.IsType<Discrepancy.Numbers>(Assert.Single(parting.Comparison.Discrepancies));
        Assert.Equal((1, 4), (found.Row, found.Column));
        Assert.Equal([2], found.First.Bits.ToArray());
    }

    [Fact]
    public void A_result_that_is_not_what_its_experiment_gives_is_found_too()
    {
        using var directory = new TemporaryDirectory();
        var side = Recorded(directory.File("one"), Small.Experiment());
        Assert.IsType<Parting.Nowhere>(RunParting.Of(side, side).Right());
        var record = side.Record.IfNone(() => throw new InvalidOperationException());
        var wrong = Small.Result(Small.Experiment(seed: 99)).Model;
        ModelFile.Save(record.Folder.ModelFile, wrong).Right();
        record.Folder.Write(record.Fingerprints.Map(own => own with { Final = wrong.Fingerprint }).IfNone(() => throw new InvalidOperationException())).Right();
        var changed = side with { Record = record.Folder.Read().Success() };
        var parting = Assert.IsType<Parting.InTheRecord>(RunParting.Of(side, changed).Right());
        Assert.Equal((2L * StepsPerEpoch, 9L), (parting.Step, parting.AgreesUntil));
    }

    private static Experiment Falling(Experiment experiment, string schedule) =>
        ExperimentDocument.With(experiment, "schedule", schedule.StartsWith("step", StringComparison.Ordinal) ? "{\"type\": \"step\", \"epochs\": 1, \"factor\": 0.5}" : schedule).Success();

    private static RunSide Side(Experiment experiment) => new($"{experiment.Seed}", experiment, Small.Split, Option<RunRecord>.None);

    private static RunSide Recorded(string folder, Experiment experiment)
    {
        RecordedRuns.Begin(folder, experiment, options: EveryStep);
        return new(folder, experiment, Small.Split, new RunFolder(folder).Read().Success());
    }
}
