namespace Functional.Experiments.Tests.Runs;

using System;
using System.IO;
using System.Linq;
using Functional.Data;
using Functional.Experiments.Tests.Mutation;
using Functional.Networks;
using LanguageExt;
using Xunit;

public class CheckpointFileTests
{
    private static readonly CheckpointIdentity Identity = new("experiment", "data");

    private static readonly Experiment Tiny = Experiment.Create(
        hidden: Prelude.Seq1(2), optimiser: Optimiser.Adam, sampling: new MiniBatch(20), epochs: 3, regularisation: new(BatchNormalisation: true), validationShare: 0.2, patience: 2).Success();

    private static readonly DataSplit Few = Narrow(Small.Split);

    [Fact]
    public void A_state_is_read_as_it_was_written()
    {
        var (state, start) = State(Tiny);
        var read = CheckpointFile.Read(new MemoryStream(Octets(state)), "memory", start, Identity).Right();
        Assert.Equal(Octets(state), Octets(read));
        Assert.Equal((state.Step, state.ChosenEpoch, state.FirstLoss, state.Training.Key), (read.Step, read.ChosenEpoch, read.FirstLoss, read.Training.Key));
        Assert.Equal(state.Epochs, read.Epochs);
        Assert.Equal(Fingerprint.Of(state.Training.Network), Fingerprint.Of(read.Training.Network));
        Assert.True(read.Chosen.IsSome);
    }

    [Fact]
    public void Equal_states_give_equal_bytes() => Assert.Equal(Octets(State(Tiny).State), Octets(State(Tiny).State));

    /// <summary>Every octet, changed in its lowest and its highest bit and to another letter's case (with FUNCTIONAL_FULL=1 in all 255 ways), and every length.</summary>
    [Fact]
    public void Every_change_of_an_octet_and_every_truncation_is_refused()
    {
        var (state, start) = State(Tiny);
        var octets = Octets(state);
        Assert.InRange(octets.Length, 1_000, 20_000);
        for (var place = 0; place < octets.Length; place++)
        {
            foreach (var change in ByteChanges.All)
            {
                octets[place] ^= change;
                Assert.True(Refused(octets, start), $"octet {place}");
                octets[place] ^= change;
            }
        }

        for (var length = 0; length < octets.Length; length++)
        {
            Assert.True(Refused(octets[..length], start), $"length {length}");
        }

        Assert.True(Refused([.. octets, 0], start));
        Assert.False(Refused(octets, start));
    }

    [Fact]
    public void A_state_of_another_experiment_or_of_other_samples_or_precision_is_refused()
    {
        var (state, start) = State(Tiny);
        var octets = Octets(state);
        Assert.Contains("another run", Read(octets, start, Identity with { Experiment = "x" }), StringComparison.Ordinal);
        Assert.Contains("another run", Read(octets, start, Identity with { Data = "x" }), StringComparison.Ordinal);
        var dual = Runner.Start<double>(Tiny, Few, Tiny.Parts(Few));
        Assert.Contains("precision is 'single'", CheckpointFile.Read(new MemoryStream(octets), "memory", dual, Identity).Fault().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_of_another_network_or_optimiser_is_refused()
    {
        var octets = Octets(State(Tiny).State);
        var wider = Experiment.Create(hidden: Prelude.Seq1(3), optimiser: Optimiser.Adam, regularisation: new(BatchNormalisation: true)).Success();
        Assert.Contains("has the shape", Read(octets, Start(wider), Identity), StringComparison.Ordinal);
        var plain = Experiment.Create(hidden: Prelude.Seq1(2), optimiser: Optimiser.Adam).Success();
        Assert.NotEmpty(Read(octets, Start(plain), Identity));
        var other = Experiment.Create(hidden: Prelude.Seq1(2), optimiser: Optimiser.Momentum, regularisation: new(BatchNormalisation: true)).Success();
        Assert.NotEmpty(Read(octets, Start(other), Identity));
    }

    private static string Read(byte[] octets, TrainingState<float> start, CheckpointIdentity identity) =>
        CheckpointFile.Read(new MemoryStream(octets), "memory", start, identity).Fault().Message;

    private static bool Refused(byte[] octets, TrainingState<float> start) => CheckpointFile.Read(new MemoryStream(octets), "memory", start, Identity).IsLeft;

    private static (RunState<float> State, TrainingState<float> Start) State(Experiment experiment)
    {
        var reached = Runner.Run(experiment, Few, wantsState: steps => steps == 9).OfType<RunEvent.StateReached>().First();
        return (Assert.IsType<RunState<float>>(reached.State), Start(experiment));
    }

    private static TrainingState<float> Start(Experiment experiment) => Runner.Start<float>(experiment, Few, experiment.Parts(Few));

    private static byte[] Octets(RunState state)
    {
        using var stream = new MemoryStream();
        CheckpointFile.Write(stream, state, Identity);
        return stream.ToArray();
    }

    /// <summary>The same samples with four features, so that a checkpoint is small.</summary>
    private static DataSplit Narrow(DataSplit split) => new(Narrow(split.Train), Narrow(split.Test));

    private static DataSet Narrow(DataSet set)
    {
        var features = Enumerable.Range(0, set.Count).SelectMany(sample => new[] { 20, 28, 36, 44 }.Select(feature => (byte)set.Features.ValueAt(sample, feature)));
        return DataSet.Create("narrow", new ByteFeatures([.. features], 4), set.Labels).Success();
    }
}
