namespace Functional.Verification.Tests.Laws;

using FsCheck;
using FsCheck.Xunit;
using Functional.Networks;
using Functional.Numerics.Randomness;
using Xunit;

public sealed class TrainingLawsTests
{
    [Property(MaxTest = 150, Arbitrary = [typeof(Generators)])]
    public Property Training_is_the_fold_of_a_pure_step(NetworkCase network, GradientTransformation optimiser, byte steps) =>
        TrainingLaws.Of(network, optimiser, steps % 5).ToProperty();

    [Fact]
    public void A_training_that_diverges_diverges_alike_however_it_is_run()
    {
        var network = new NetworkCase(new Chain(new Affine(3), new Affine(2)), 2, new SquaredError(Reduction.Sum), LanguageExt.Seq<Penalty>.Empty, 3, TargetKind.Values, 7);
        Assert.True(new Training(network.Objective, Optimisers.Sgd(1e300))
            .Fold(new Training(network.Objective, Optimisers.Sgd(1e300)).Start(network.Network<double>(), RandomKey.FromSeed(1)), [network.Batch<double>(0), network.Batch<double>(1)])
            .IsLeft);
        TrainingLaws.Of(network, Optimisers.Sgd(1e300), 4).Require();
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
}
