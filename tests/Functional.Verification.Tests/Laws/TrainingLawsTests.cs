namespace Functional.Verification.Tests.Laws;

using System.Linq;
using System.Numerics;
using FsCheck;
using FsCheck.Xunit;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using Xunit;

public sealed class TrainingLawsTests
{
    private static readonly int[] ThreadCounts = [1, 2, 3, 5, 8, 64];
    private static readonly VectorWidth[] Widths = [VectorWidth.Widest, VectorWidth.Scalar, VectorWidth.Bits128, VectorWidth.Bits256, VectorWidth.Bits512];

    [Property(MaxTest = 150, Arbitrary = [typeof(Generators)])]
    public Property Training_is_the_fold_of_a_pure_step(NetworkCase network, GradientTransformation optimiser, byte steps) =>
        TrainingLaws.Of(network, optimiser, steps % 5).ToProperty();

    [Property(MaxTest = 300, Arbitrary = [typeof(Generators)])]
    public Property Recycled_memory_changes_no_bit(NetworkCase network, GradientTransformation optimiser, ushort samples, ushort choice)
    {
        var own = network with { Samples = (samples % 300) + 1 };
        return LawResult.All([FoldsAlike<float>(own, optimiser, choice), FoldsAlike<double>(own, optimiser, choice)]).ToProperty();
    }

    [Property(MaxTest = 150, Arbitrary = [typeof(Generators)])]
    public Property The_moments_of_a_run_are_the_pure_steps(NetworkCase network, GradientTransformation optimiser, Sampling sampling, ushort samples, ushort choice)
    {
        var own = network with { Samples = (samples % 300) + (sampling is MiniBatch batch ? batch.Size : 1) };
        var source = new BatchSource<float>(own.Batch<float>());
        var training = new Training(own.Objective, optimiser);
        var start = training.Start(own.Network<float>(), RandomKey.FromSeed(own.Seed).For("training"));
        return TrainingLaws.MomentsAreSteps(training, start, source, sampling, 9, 1 + (choice % 3), Crowded(choice)).ToProperty();
    }

    [Fact]
    public void States_that_are_held_stay_as_they_were()
    {
        var network = new NetworkCase(
            new Chain(new Affine(20), new Relu(), new Affine(10)), 30, new SoftmaxCrossEntropy(), LanguageExt.Seq<Penalty>.Empty, 500, TargetKind.Classes, 3);
        var training = new Training(network.Objective, Optimisers.Adam(0.01));
        var start = training.Start(network.Network<float>(), RandomKey.FromSeed(1));
        TrainingLaws.MomentsAreSteps(training, start, new BatchSource<float>(network.Batch<float>()), new MiniBatch(32), 100, 7, Crowded(7)).Require();
    }

    [Fact]
    public void A_training_that_diverges_diverges_alike_however_it_is_run()
    {
        var network = new NetworkCase(new Chain(new Affine(3), new Affine(2)), 2, new SquaredError(Reduction.Sum), LanguageExt.Seq<Penalty>.Empty, 3, TargetKind.Values, 7);
        Assert.True(new Training(network.Objective, Optimisers.Sgd(1e300))
            .Fold(new Training(network.Objective, Optimisers.Sgd(1e300)).Start(network.Network<double>(), RandomKey.FromSeed(1)), [network.Batch<double>(0), network.Batch<double>(1)])
            .IsLeft);
        TrainingLaws.Of(network, Optimisers.Sgd(1e300), 4).Require();
    }

    [Fact]
    public void A_step_that_is_left_out_leaves_the_statistics()
    {
        var network = new Chain(new Affine(3), new BatchNormalisation(), new Affine(2)).Initialise<float>(1, RandomKey.FromSeed(1));
        var training = new Training(new SoftmaxCrossEntropy(), new SkipNonFinite(Optimisers.Sgd(0.1f)));
        var start = training.Start(network, RandomKey.FromSeed(1));
        var bad = new Batch<float>(Dense.Matrix(1, 2, [1f, float.NaN]), new ClassTargets<float>([0, 1]));
        var one = new Batch<float>(Dense.Matrix(1, 1, [2f]), new ClassTargets<float>([1]));
        var good = new Batch<float>(Dense.Matrix(1, 3, [1f, 2f, 4f]), new ClassTargets<float>([0, 1, 0]));
        var left = training.Step(start, bad).Match(Right: advance => advance.State, Left: _ => null!);
        Assert.Equal(network.Statistics, left.Network.Statistics);
        Assert.Equal(1, SkipNonFinite.CountIn(training.Optimiser, left.Optimiser));
        TrainingLaws.FoldIsRepeatedStep(training, start, [bad, one, good, bad, one, good]).Require();
        Assert.True(training.Fold(start, [bad, one, good, bad, one, good]).IsRight);
    }

    [Fact]
    public void Batches_may_grow()
    {
        var network = new NetworkCase(
            new Chain(new Affine(40), new LayerNormalisation(), new BatchNormalisation(), new Dropout(0.2), new Affine(3)),
            16, new SoftmaxCrossEntropy(), LanguageExt.Seq<Penalty>.Empty, 1, TargetKind.Classes, 5);
        var training = new Training(network.Objective, Optimisers.Sgd(0.1));
        var start = training.Start(network.Network<float>(), RandomKey.FromSeed(1));
        var sizes = new[] { 1, 100, 120, 37, 128, 129, 2 };
        TrainingLaws.FoldIsRepeatedStep(training, start, [.. sizes.Select((size, step) => (network with { Samples = size }).Batch<float>(step))]).Require();
    }

    [Fact]
    public void A_large_network_with_dropout_takes_its_chunks_in_turn()
    {
        // More than a million parameters, so that the threads share the chunks, and more samples than one chunk has.
        var network = new NetworkCase(
            new Chain(new Affine(1000), new ParametricRelu(), new Dropout(0.3), new LayerNormalisation(), new Affine(3)),
            1100, new SoftmaxCrossEntropy(), LanguageExt.Seq<Penalty>.Empty, 300, TargetKind.Classes, 5);
        FoldsAlike<float>(network, Optimisers.Adam(0.01), 2).Require();
    }

    [Fact]
    public void A_batch_larger_than_a_chunk_is_normalised_as_a_whole()
    {
        var network = new NetworkCase(
            new Chain(new Affine(70), new BatchNormalisation(), new Relu(), new Residual(new Chain(new BatchNormalisation(), new Dropout(0.2))), new Affine(3)),
            9, new SoftmaxCrossEntropy(), LanguageExt.Seq<Penalty>.Empty, 1500, TargetKind.Classes, 5);
        LawResult.All(Enumerable.Range(0, 12).Select(choice => FoldsAlike<float>(network, Optimisers.Adam(0.01), (ushort)choice))).Require();
    }

    [Fact]
    public void Statistics_that_overflow_are_a_divergence_that_names_them()
    {
        // The squares overflow, their inverse root is 0, and all that is trained stays finite.
        var batch = new Batch<float>(Dense.Matrix(1, 2, [1e30f, -1e30f]), new ClassTargets<float>([0, 1]));
        var training = new Training(new SoftmaxCrossEntropy(), Optimisers.Sgd(0.1f));
        var start = training.Start(new Chain(new BatchNormalisation(), new Affine(2)).Initialise<float>(1, RandomKey.FromSeed(1)), RandomKey.FromSeed(1));
        var expected = new Divergence(0, "'0.variance'", "updated values");
        Assert.Equal(expected, training.Step(start, batch).Match(Right: _ => null!, Left: fault => fault));
        Assert.Equal(expected, training.Fold(start, [batch, batch]).Match(Right: _ => null!, Left: fault => fault));
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(Generators)])]
    public Property Streams_of_samples_are_tails_of_one_another(Sampling sampling, byte more, byte from, int seed) =>
        SamplingLaws.StreamsAreTails(sampling, Count(sampling, more), RandomKey.FromSeed((ulong)seed), from % 50, 20).ToProperty();

    [Property(MaxTest = 200, Arbitrary = [typeof(Generators)])]
    public Property Samples_are_chosen_from_those_that_there_are(Sampling sampling, byte more, int seed) =>
        SamplingLaws.IndicesAreInRange(sampling, Count(sampling, more), RandomKey.FromSeed((ulong)seed), 30).ToProperty();

    [Property(MaxTest = 200, Arbitrary = [typeof(Generators)])]
    public Property Without_replacement_every_epoch_visits_every_sample_once(Sampling sampling, byte more, int seed) =>
        SamplingLaws.EpochsVisitEverySampleOnce(sampling, Count(sampling, more), RandomKey.FromSeed((ulong)seed), 3).ToProperty();

    [Fact]
    public void Sampling_with_replacement_says_nothing_about_epochs() =>
        Assert.Equal(Verdict.SaysNothing, SamplingLaws.EpochsVisitEverySampleOnce(new MiniBatchWithReplacement(2), 4, RandomKey.FromSeed(1), 2).Verdict);

    /// <summary>At least as many samples as a batch needs.</summary>
    private static int Count(Sampling sampling, byte more) => (more % 40) + (sampling is MiniBatch batch ? batch.Size : 1);

    /// <summary>One to 64 threads, all widths, batches that are cut or not, and parameters that are made anew part by part or all at once: as if every network were large.</summary>
    private static Execution Crowded(ushort choice) => new()
    {
        Threads = ThreadCounts[choice % ThreadCounts.Length],
        Width = Widths[choice / 7 % Widths.Length],
        WorkPerThread = 1,
        ChunkSamples = (choice & 1) == 0 ? 256 : 1024,
        SettledNumbers = choice % 3 == 0 ? 1 << 14 : 0,
    };

    private static LawResult FoldsAlike<T>(NetworkCase network, GradientTransformation optimiser, ushort choice)
        where T : struct, IFloatingPointIeee754<T>
    {
        var training = new Training(network.Objective, optimiser);
        var start = training.Start(network.Network<T>(), RandomKey.FromSeed(network.Seed).For("training"));
        return TrainingLaws.FoldIsRepeatedStep(training, start, [network.Batch<T>(0), (network with { Samples = (network.Samples / 2) + 1 }).Batch<T>(1), network.Batch<T>(2)], Crowded(choice));
    }
}
