namespace Functional.Networks.Tests.Recycling;

using System.Linq;
using System.Numerics;
using Functional.Numerics.Randomness;
using Functional.Verification;
using LanguageExt;
using Xunit;

public sealed class FoldTests
{
    private static readonly int[] Samples = [2, 1, 65, 300, 37, 2];

    private static readonly GradientTransformation[] Optimisations =
    [
        Optimisers.Adam(0.01),
        new SkipNonFinite(new ClipByGlobalNorm(0.5).Then(Optimisers.Momentum(0.01))),
        new ClipByLayerNorm(0.1).Then(Optimisers.Lamb(0.01)).Then(new MaxNorm(1)).Then(new AverageParameters(0.9)),
    ];

    public static TheoryData<string> Names => RecycledNetworks.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void The_fold_in_recycled_memory_has_the_bits_of_the_pure_steps(string name)
    {
        Holds<double>(RecycledNetworks.Named(name), 0);
        Holds<double>(RecycledNetworks.Named(name), 1);
        Holds<float>(RecycledNetworks.Named(name), 2);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_moments_of_a_run_are_the_pure_steps(string name)
    {
        var network = RecycledNetworks.Named(name) with { Samples = 20 };
        var training = new Networks.Training(network.Objective, Optimisers.Momentum(0.05));
        var start = training.Start(network.Network<double>(), RandomKey.FromSeed(2));
        TrainingLaws.MomentsAreSteps(training, start, new BatchColumns<double>(network.Batch<double>()), new MiniBatch(6), 8, 3).Require();
    }

    private static void Holds<T>(NetworkCase network, int way)
        where T : struct, IFloatingPointIeee754<T>
    {
        var batches = Samples.Select((samples, step) => (network with { Samples = samples }).Batch<T>(step)).ToArray();
        var training = new Networks.Training(network.Objective, Optimisations[way]);
        var start = training.Start(network.Network<T>(), RandomKey.FromSeed(1));
        Assert.True(training.Fold(start, batches, RecycledNetworks.Executions[way]).IsRight);
        TrainingLaws.FoldIsRepeatedStep(training, start, batches, RecycledNetworks.Executions[way]).Require();
    }
}
