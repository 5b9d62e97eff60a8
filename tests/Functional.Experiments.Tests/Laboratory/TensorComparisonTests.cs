namespace Functional.Experiments.Tests.Laboratory;

using System;
using System.IO;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using LanguageExt;
using Xunit;

public class TensorComparisonTests
{
    private static readonly Experiment Adam = Experiment.Create(hidden: Prelude.Seq(7, 5), optimiser: Optimiser.Adam, sampling: new MiniBatch(20), epochs: 1, regularisation: new(BatchNormalisation: true)).Success();

    [Fact]
    public void A_state_is_equal_to_itself_and_has_one_fingerprint()
    {
        var state = State<float>();
        var comparison = TensorComparison.Of(state, State<float>());
        Assert.True(comparison.AreEqual);
        Assert.Equal(0, comparison.DifferingNumbers);
        Assert.Equal(StateFingerprint.Of(state), StateFingerprint.Of(State<float>()));
    }

    /// <summary>One bit of one number, anywhere in the state: found with its tensor, place and bit, and in the fingerprint.</summary>
    [Theory]
    [InlineData("network.0.weights", 5, 63, 0, "layer 0, Affine 64→7, weights, row 5, column 63: ")]
    [InlineData("network.6.bias", 3, 0, 31, "layer 6, Affine 5→10, bias, row 3, column 0: ")]
    [InlineData("network.1.mean", 6, 0, 11, "layer 1, Batch normalisation of 7, mean, row 6, column 0: ")]
    [InlineData("optimiser.part0.moment1.3.weights", 4, 6, 1, "the optimiser's moment 1 in part 0 of layer 3, Affine 7→5, weights, row 4, column 6: ")]
    public void A_single_bit_is_found(string tensor, int row, int column, int bit, string words)
    {
        var state = State<float>();
        var changed = Changed(state, tensor, row, column, bit);
        var comparison = TensorComparison.Of(state, changed);
        var found = Assert.IsType<Discrepancy.Numbers>(Assert.Single(comparison.Discrepancies));
        Assert.Equal((tensor, row, column, 1L, 1L), (found.Name, found.Row, found.Column, found.Differing, comparison.DifferingNumbers));
        Assert.Equal([bit], found.First.Bits.ToArray());
        Assert.StartsWith(words, found.Message, StringComparison.Ordinal);
        Assert.NotEqual(StateFingerprint.Of(state), StateFingerprint.Of(changed));
    }

    [Fact]
    public void Key_step_and_what_an_optimiser_counts_differ_too()
    {
        var state = State<double>();
        Assert.Equal("key", Single(state, state with { Key = state.Key.At(1) }));
        Assert.Equal("step", Single(state, state with { Step = 4 }));
        Assert.Equal("optimiser.steps", Single(state, state with { Optimiser = state.Optimiser with { Steps = 99 } }));
        Assert.Equal("optimiser.number0", Single(state, state with { Optimiser = state.Optimiser with { Numbers = Prelude.Seq1(0.5) } }));

        static string Single(TrainingState<double> one, TrainingState<double> other)
        {
            Assert.NotEqual(StateFingerprint.Of(one), StateFingerprint.Of(other));
            return Assert.IsType<Discrepancy.Value>(Assert.Single(TensorComparison.Of(one, other).Discrepancies)).Name;
        }
    }

    [Fact]
    public void Tensors_of_another_shape_or_on_one_side_only_are_told()
    {
        var wide = Runner.Start<float>(Small.Experiment(), Small.Split, Small.Experiment().Parts(Small.Split));
        var narrow = Experiment.Create(hidden: Prelude.Seq1(7)).Success();
        var comparison = TensorComparison.Of(wide, Runner.Start<float>(narrow, Small.Split, narrow.Parts(Small.Split)));
        Assert.Contains(comparison.Discrepancies, own => own is Discrepancy.Form { Name: "network.2.weights", One: "single 5 × 7", Other: "single 10 × 7" });
        Assert.Contains(comparison.Discrepancies, own => own is Discrepancy.Form { Name: "network.4.weights", Other: "nothing" });
        Assert.Contains(TensorComparison.Of(Runner.Start<float>(narrow, Small.Split, narrow.Parts(Small.Split)), wide).Discrepancies, own => own is Discrepancy.Form { Name: "network.4.bias", One: "nothing" });
    }

    [Fact]
    public void Models_and_checkpoints_are_compared_as_files_by_row_and_column()
    {
        using var directory = new TemporaryDirectory();
        var (state, identity) = (State<float>(), new CheckpointIdentity("experiment", "data"));
        var changed = Changed(state, "network.0.weights", 2, 9, 3);
        var description = ModelDescription.Of(Adam, Small.Split.Train);
        foreach (var (name, own) in new[] { ("one", state), ("other", changed) })
        {
            CheckpointFile.Write(directory.File($"{name}.checkpoint"), new RunState<float>(own, Seq<EpochFigures>.Empty, 0, Option<Layer<float>>.None, 1), identity).Right();
            ModelFile.Save(directory.File($"{name}.model"), new Model<float>(description, own.Network)).Right();
        }

        foreach (var kind in new[] { "checkpoint", "model" })
        {
            var comparison = TensorDifferences.Of(directory.File($"one.{kind}"), directory.File($"other.{kind}")).Right();
            var found = comparison.Discrepancies.OfType<Discrepancy.Numbers>().Single();
            Assert.Equal((2, 9, 1L), (found.Row, found.Column, found.Differing));
            Assert.Equal([3], found.First.Bits.ToArray());
            Assert.True(TensorDifferences.Of(directory.File($"one.{kind}"), directory.File($"one.{kind}")).Right().AreEqual);
        }

        var octets = File.ReadAllBytes(directory.File("one.checkpoint"));
        octets[^1] ^= 1;
        File.WriteAllBytes(directory.File("damaged"), octets);
        Assert.Contains("damaged", TensorDifferences.Of(directory.File("one.checkpoint"), directory.File("damaged")).Fault().Message, StringComparison.Ordinal);
        Assert.Contains("no such file", TensorDifferences.Of(directory.File("none"), directory.File("one.model")).Fault().Message, StringComparison.Ordinal);
    }

    /// <summary>The state with one bit of one number turned over.</summary>
    internal static TrainingState<float> Changed(TrainingState<float> state, string tensor, int row, int column, int bit)
    {
        var isOptimiser = tensor.StartsWith("optimiser.", StringComparison.Ordinal);
        var name = isOptimiser ? tensor["optimiser.part0.moment1.".Length..] : tensor["network.".Length..];
        Parameters<float> Turned(Parameters<float> all) => all.Map((entry, values) =>
        {
            if (!string.Equals(entry.Name, name, StringComparison.Ordinal))
            {
                return values;
            }

            var numbers = values.Numbers.ToArray();
            var place = (column * values.RowCount) + row;
            numbers[place] = BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(numbers[place]) ^ (1u << bit));
            return Dense.Matrix(values.RowCount, values.ColumnCount, numbers);
        });

        if (!isOptimiser)
        {
            return state with { Network = state.Network.With(Turned(state.Network.Parameters)).WithStatistics(Turned(state.Network.Statistics)) };
        }

        var part = state.Optimiser.Parts[0];
        var moments = Prelude.Seq(part.Moments[0], Turned(part.Moments[1]));
        return state with { Optimiser = state.Optimiser with { Parts = (Prelude.Seq1(part with { Moments = moments }) + state.Optimiser.Parts.Skip(1)).Strict() } };
    }

    private static TrainingState<T> State<T>()
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        var parts = Adam.Parts(Small.Split);
        return Adam.TrainingOn(parts.Train).Fold(Runner.Start<T>(Adam, Small.Split, parts), parts.Train.As<T>(), Adam.Sampling, 3).IfLeft(divergence => throw new InvalidOperationException(divergence.Message));
    }
}
