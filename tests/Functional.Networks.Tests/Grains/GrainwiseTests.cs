namespace Functional.Networks.Tests.Grains;

using System;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using LanguageExt;
using Xunit;
using static Functional.Networks.Build;

public class GrainwiseTests
{
    private const int Features = 7;
    private const int Classes = 5;

    private static readonly Architecture PerSample = Chain(
        Affine(11), new ParametricRelu(), new Dropout(0.3), new Residual(new Chain(new LayerNormalisation(), Affine(11), Gelu())), Affine(6), new RmsNormalisation(), new Maxout(2), Affine(Classes));

    private static readonly Architecture OverBatches = Chain(
        new BatchNormalisation(), Affine(9), new BatchNormalisation(), Tanh(), new Dropout(0.2), new Residual(new Chain(Affine(9), new BatchNormalisation())), new BatchNormalisation(), Affine(Classes));

    public static TheoryData<int, int> Sizes => new()
    {
        { 1, 1 }, { 2, 3 }, { 63, 2 }, { 64, 2 }, { 65, 1 }, { 130, 2 }, { 193, 5 }, { 320, 3 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_step_by_a_team_is_the_step_whatever_the_number_of_workers(int samples, int workers)
    {
        Same<float>(PerSample, samples, workers);
        Same<double>(PerSample, samples, workers);
        if (samples > 1)
        {
            Same<float>(OverBatches, samples, workers);
            Same<double>(OverBatches, samples, workers);
        }
    }

    [Fact]
    public void Inference_is_the_networks_own()
    {
        var network = Network<float>(OverBatches);
        var batch = Batch<float>(40, RandomKey.FromSeed(1));
        Assert.Equal(network.Predict(batch.Inputs), Team(network, OverBatches, 2).Predict(batch.Inputs));
    }

    /// <summary>The law has something to reject: grains that are added one after another, and dropout that begins anew with each grain.</summary>
    [Fact]
    public void A_chain_in_place_of_the_tree_gives_other_bits()
    {
        var network = Network<float>(PerSample);
        var grains = Enumerable.Range(0, 5).Select(grain => Objective().Evaluate(network, Batch<float>(64, RandomKey.FromSeed((ulong)grain)), Pass.Training(RandomKey.FromSeed(9))).Gradient.Parameters).ToArray();
        var chain = grains.Aggregate((sum, next) => sum.Zip(next, (left, right) => left + right));
        Assert.NotEqual(Fingerprint.Of(chain), Fingerprint.Of(GrainTeam<float>.Join(grains)));
    }

    [Fact]
    public void Stretches_part_where_a_layer_needs_a_whole_batch()
    {
        var stretches = Stretch.Of((Chain<float>)Network<float>(OverBatches));
        Assert.Equal(
            [(new Stretch(0, 1), true), (new(1, 2), false), (new(2, 3), true), (new(3, 5), false), (new(5, 6), true), (new(6, 7), true), (new(7, 8), false)],
            stretches);
        Assert.Equal([(new Stretch(0, 8), false)], Stretch.Of((Chain<float>)Network<float>(PerSample)));
    }

    [Fact]
    public void A_grain_that_was_not_carried_forward_cannot_be_carried_back() =>
        Assert.Throws<InvalidOperationException>(() => new GrainWorker<float>((Chain<float>)Network<float>(PerSample), Execution.Sequential).Backward(new(0, 1), [0], [Dense.Matrix(1, 1, new float[1])]));

    [Fact]
    public void A_team_has_a_worker() => Assert.Throws<ArgumentException>(() => new GrainTeam<float>([]));

    private static void Same<T>(Architecture architecture, int samples, int workers)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        var training = new Networks.Training(Objective(), Optimisers.AdamW(0.01, 0.02));
        var network = Network<T>(architecture);
        var key = RandomKey.FromSeed(17);
        var (alone, shared) = (training.Start(network, key), training.Start((Layer<T>)Team(network, architecture, workers), key));
        for (var step = 0; step < 2; step++)
        {
            var batch = Batch<T>(samples, key.At(step));
            var (mine, its) = (Advanced(training, alone, batch), Advanced(training, shared, batch));
            (alone, shared) = (mine.State, its.State);
            Assert.Equal(mine.Measurement, its.Measurement);
            Assert.Equal(Fingerprint.Of(alone.Network), Fingerprint.Of(shared.Network));
            Assert.Equal(
                alone.Optimiser.Parts.Bind(part => part.Moments).Map(Fingerprint.Of).ToArray(),
                shared.Optimiser.Parts.Bind(part => part.Moments).Map(Fingerprint.Of).ToArray());
        }
    }

    private static Objective Objective() => new(new SoftmaxCrossEntropy(), new L2(0.001));

    private static Advance<T> Advanced<T>(Networks.Training training, TrainingState<T> state, Batch<T> batch)
        where T : struct, System.Numerics.IFloatingPointIeee754<T> =>
        training.Step(state, batch).IfLeft(divergence => throw new InvalidOperationException(divergence.Message));

    private static Layer<T> Network<T>(Architecture architecture)
        where T : struct, System.Numerics.IFloatingPointIeee754<T> => architecture.Initialise<T>(Features, RandomKey.FromSeed(3));

    private static Grainwise<T> Team<T>(Layer<T> network, Architecture architecture, int workers)
        where T : struct, System.Numerics.IFloatingPointIeee754<T> => new(
            (Chain<T>)network,
            new([.. Enumerable.Range(0, workers).Select(_ => new GrainWorker<T>((Chain<T>)architecture.Initialise<T>(Features, RandomKey.FromSeed(99)), Execution.Sequential))]));

    private static Batch<T> Batch<T>(int samples, RandomKey key)
        where T : struct, System.Numerics.IFloatingPointIeee754<T> => new(
            Dense.Matrix(Features, samples, [.. Enumerable.Range(0, Features * samples).Select(i => T.CreateChecked(((double)key.Bits32(i) / uint.MaxValue) - 0.5))]),
            new ClassTargets<T>([.. Enumerable.Range(0, samples).Select(i => (int)(key.Bits32(i) % Classes))]));
}
