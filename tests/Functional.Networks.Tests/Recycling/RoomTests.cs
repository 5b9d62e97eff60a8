namespace Functional.Networks.Tests.Recycling;

using System;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using Functional.Verification;
using LanguageExt;
using Xunit;
using static Functional.Networks.Build;

/// <summary>What a run takes it uses again, and gives back in the end. All is counted on the thread that does it, so that other tests do not matter.</summary>
public sealed class RoomTests
{
    /// <summary>Bytes that are less than the room of a signal or of a thread, and more than what a run takes for good.</summary>
    private const long Limit = 1_000_000;

    private static readonly Objective Objective = new SquaredError();

    /// <summary>All layers that take room of their own; its signals are large, its parameters are not.</summary>
    private static readonly Architecture Large = Chain(
        BatchNormalisation(), LayerNormalisation(), Dropout(0.1), Residual(Chain(Relu(), Residual(Dropout(0.1)), RmsNormalisation())), new Maxout(100), Affine(1));

    /// <summary>So few samples that they may be worth one thread only.</summary>
    private static readonly Batch<double> Few = new(Dense.Matrix(1000, 3, [.. Enumerable.Range(0, 3000).Select(i => i * 0.37 % 1)]), new ValueTargets<double>(Dense.Matrix(1, 3, new double[3])));

    private static readonly Batch<double> Batch = new(
        Dense.Matrix(1000, 200, [.. Enumerable.Range(0, 200_000).Select(i => i * 0.37 % 1)]), new ValueTargets<double>(Dense.Matrix(1, 200, new double[200])));

    [Theory]
    [InlineData(1, 256, 1)]
    [InlineData(2, 256, 1)]
    [InlineData(2, 256, 100_000)]
    [InlineData(2, 128, 1)]
    [InlineData(2, 128, 100_000)]
    public void The_room_of_a_run_is_given_back(int threads, int chunk, long work)
    {
        var training = new Networks.Training(Objective, Optimisers.Sgd(0.01));
        foreach (var architecture in new[] { Large, Chain(LayerNormalisation(), new Maxout(100), Affine(1)) })
        {
            var start = training.Start(architecture.Initialise<double>(1000, RandomKey.FromSeed(1)), RandomKey.FromSeed(1));
            TakesLittle(() => Assert.True(training.Fold(start, [Few, Batch], new Execution { Threads = threads, WorkPerThread = work, ChunkSamples = chunk }).IsRight));
        }
    }

    [Fact]
    public void The_room_of_an_evaluation_is_given_back()
    {
        var network = Large.Initialise<double>(1000, RandomKey.FromSeed(1));
        TakesLittle(() => Evaluation<double>.Of(network, Objective.Loss, new BatchColumns<double>(Batch)));
    }

    [Theory]
    [InlineData(60_000, 5, 1)]
    [InlineData(3, 50, 1000)]
    public void An_evaluation_leaves_next_to_nothing_behind_whether_it_needs_room_for_samples_or_for_parameters(int samples, int inputs, int outputs)
    {
        var own = new NetworkCase(Affine(outputs), inputs, Objective.Loss, Seq<Penalty>.Empty, samples, TargetKind.Values, 1);
        var (network, source) = (own.Network<float>(), new BatchColumns<float>(own.Batch<float>()));
        TakesLittle(() => Evaluation<float>.Of(network, own.Loss, source), Limit / 20);
    }

    [Theory]
    [InlineData("affine")]
    [InlineData("penalised and weighted")]
    [InlineData("normalised by the batch")]
    public void From_one_epoch_to_the_next_nothing_is_planned_anew(string name)
    {
        var own = RecycledNetworks.Named(name) with { Samples = 300 };
        var source = new BatchColumns<float>(own.Batch<float>());
        var training = new Networks.Training(own.Objective, Optimisers.Adam(0.01));
        var start = training.Start(own.Network<float>(), RandomKey.FromSeed(1));
        foreach (var (size, execution) in new (int, Execution)[] { (260, new() { ChunkSamples = 256 }), (140, new() { Threads = 2, WorkPerThread = 1 }) })
        {
            var (step, before, least) = (0, 0L, long.MaxValue);
            foreach (var moment in training.Moments(start, source, new MiniBatch(size), execution))
            {
                Assert.Null(moment.Divergence);
                step++;
                if (step % 6 == 0)
                {
                    var now = GC.GetAllocatedBytesForCurrentThread();
                    least = step > 6 ? Math.Min(least, now - before) : least;
                    before = now;
                }

                if (step == 60 || least < 1000)
                {
                    break;
                }
            }

            // What the run time does once, such as a thread's first sleep, falls into one of the epochs, a plan into each of them.
            Assert.InRange(least, 0, 999);
        }
    }

    /// <summary>Room that comes back is there for the next run, unless another test took it, which does not happen every time.</summary>
    private static void TakesLittle(Action run, long limit = Limit)
    {
        run();
        var taken = long.MaxValue;
        for (var attempt = 0; attempt < 6 && taken > limit; attempt++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            run();
            taken = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.InRange(taken, 0, limit);
    }
}
