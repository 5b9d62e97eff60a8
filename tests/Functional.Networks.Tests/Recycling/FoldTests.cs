namespace Functional.Networks.Tests.Recycling;

using System;
using System.Linq;
using System.Numerics;
using Functional.Numerics;
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

    /// <summary>Where each number's update depends on that number alone, parts of the gradient become new parameters before others are summed.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void New_parameters_made_part_by_part_have_the_bits_of_the_pure_steps(string name)
    {
        foreach (var optimiser in new[] { Optimisers.Sgd(0.05), new ClipByValue(0.1).Then(new AddDecayedWeights(0.01)).Then(Optimisers.Sgd(0.05)) })
        {
            foreach (var execution in RecycledNetworks.Executions)
            {
                Holds<double>(RecycledNetworks.Named(name), optimiser, execution);
                Holds<float>(RecycledNetworks.Named(name), optimiser, execution);
            }
        }
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

    [Theory]
    [InlineData("penalised and weighted")]
    [InlineData("normalised by the batch")]
    public void Batches_may_come_in_any_sizes_in_turn(string name)
    {
        int[] sizes = [1, 300, 2, 300, 2, 65, 300, 65, 257, 256, 700, 256, 700, 1, 64];
        var network = RecycledNetworks.Named(name);
        var batches = sizes.Select((samples, step) => (network with { Samples = samples }).Batch<float>(step)).ToArray();
        var training = new Networks.Training(network.Objective, Optimisers.Momentum(0.01));
        var start = training.Start(network.Network<float>(), RandomKey.FromSeed(1));
        foreach (var execution in new Execution[] { new() { ChunkSamples = 256 }, new() { Threads = 3, WorkPerThread = 1 << 15, ChunkSamples = 256 }, new() { Threads = 5, WorkPerThread = 1, ChunkSamples = 256 } })
        {
            TrainingLaws.FoldIsRepeatedStep(training, start, batches, execution).Require();
        }
    }

    /// <summary>A thread that has all of a few samples takes small layers together with what is behind them, and updates them as it sums.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_few_samples_at_a_time_have_the_bits_of_the_pure_steps(string name)
    {
        int[] sizes = [1, 2, 3, 4, 2, 1];
        foreach (var optimiser in new[] { Optimisers.Sgd(0.05), Optimisers.Momentum(0.05), GradientTransformation.None, new ClipByValue(0.1).Then(Optimisers.Sgd(0.05)) })
        {
            foreach (var width in new[] { VectorWidth.Widest, VectorWidth.Bits256, VectorWidth.Bits128 })
            {
                foreach (var settled in new[] { 0, new Execution().SettledNumbers })
                {
                    Few<double>(optimiser, new() { Width = width, SettledNumbers = settled });
                    Few<float>(optimiser, new() { Width = width, SettledNumbers = settled });
                }
            }
        }

        void Few<T>(GradientTransformation optimiser, Execution execution)
            where T : struct, IFloatingPointIeee754<T>
        {
            var network = RecycledNetworks.Named(name);
            var batches = sizes.Select((samples, step) => (network with { Samples = samples }).Batch<T>(step)).ToArray();
            var training = new Networks.Training(network.Objective, optimiser);
            var start = training.Start(network.Network<T>(), RandomKey.FromSeed(1));
            TrainingLaws.FoldIsRepeatedStep(training, start, batches, execution).Require();
            TrainingLaws.MomentsAreSteps(training, start, new BatchColumns<T>((network with { Samples = 11 }).Batch<T>()), new MiniBatch(3), 5, 2, execution).Require();
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(1e200)]
    public void A_few_samples_diverge_as_the_pure_step_does(double scale)
    {
        var network = RecycledNetworks.Named("residual before all parameters") with { Samples = 2, Architecture = Build.Chain(Build.Affine(5), Build.Relu(), Build.Affine(3)) };
        var good = network.Batch<double>();
        var bad = new Batch<double>(good.Inputs * scale, good.Targets);
        var training = new Networks.Training(network.Objective, Optimisers.Sgd(0.1));
        var start = training.Start(network.Network<double>(), RandomKey.FromSeed(1));
        Assert.True(training.Fold(start, [good, bad]).IsLeft);
        TrainingLaws.FoldIsRepeatedStep(training, start, [good, bad, good]).Require();
    }

    /// <summary>
    /// Weights stand in panels as long as batches are large, and where every number is updated by itself in these alone: what was trained in the meantime without must get there, and what the
    /// optimiser keeps goes with them.
    /// </summary>
    [Theory]
    [InlineData("SGD")]
    [InlineData("momentum")]
    [InlineData("averaged AMSGrad")]
    [InlineData("LAMB")]
    public void Weights_in_panels_are_those_of_the_last_step(string optimiser)
    {
        int[] sizes = [1, 24, 23, 24, 120, 119, 1, 120];
        var network = new NetworkCase(
            Build.Chain(Build.Affine(37), Build.Relu(), Build.Affine(50), Build.Tanh(), Build.Affine(3)), 26, new SoftmaxCrossEntropy(), Prelude.Seq1<Penalty>(new L2(0.1)), 1, TargetKind.Classes, 5);
        var training = new Networks.Training(network.Objective, optimiser switch
        {
            "SGD" => Optimisers.Sgd(0.5),
            "momentum" => Optimisers.Momentum(0.5),
            "LAMB" => Optimisers.Lamb(0.05),
            _ => Optimisers.AmsGrad(0.05).Then(new AverageParameters(0.9)),
        });
        foreach (var execution in RecycledNetworks.Executions.Append(new() { Threads = 5, WorkPerThread = 1 }))
        {
            Holds<float>(execution);
            Holds<double>(execution);
        }

        void Holds<T>(Execution execution)
            where T : struct, IFloatingPointIeee754<T>
        {
            var batches = sizes.Select((samples, step) => (network with { Samples = samples }).Batch<T>(step)).ToArray();
            var start = training.Start(network.Network<T>(), RandomKey.FromSeed(1));
            TrainingLaws.FoldIsRepeatedStep(training, start, batches, execution).Require();
            TrainingLaws.MomentsAreSteps(training, start, new BatchColumns<T>((network with { Samples = 200 }).Batch<T>()), new MiniBatch(72), 5, 2, execution).Require();
        }
    }

    /// <summary>Batch normalisation needs a batch whole, however large: more samples than a product takes, and than its packed operands have room for.</summary>
    [Theory]
    [InlineData(1025)]
    [InlineData(1100)]
    [InlineData(9500)]
    [InlineData(23000)]
    public void A_large_batch_that_is_needed_whole_has_the_bits_of_the_pure_step(int samples)
    {
        var network = new NetworkCase(
            Build.Chain(Build.Affine(6), Build.BatchNormalisation(), Build.Relu(), Build.Affine(3)), 26, new SoftmaxCrossEntropy(), Seq<Penalty>.Empty, samples, TargetKind.Classes, 5);
        foreach (var (optimiser, execution) in new (GradientTransformation, Execution)[]
        {
            (Optimisers.Momentum(0.01), new()), (Optimisers.Momentum(0.01), new() { Threads = 3, WorkPerThread = 1 }), (Optimisers.Sgd(0.01), new() { SettledNumbers = 0 }),
        })
        {
            var training = new Networks.Training(network.Objective, optimiser);
            var start = training.Start(network.Network<float>(), RandomKey.FromSeed(1));
            TrainingLaws.FoldIsRepeatedStep(training, start, [network.Batch<float>(0), (network with { Samples = 40 }).Batch<float>(1), network.Batch<float>(2)], execution).Require();
        }
    }

    [Fact]
    public void A_large_update_has_the_bits_of_the_pure_step()
    {
        var network = new NetworkCase(Build.Chain(Build.Affine(512), Build.Relu(), Build.Affine(3)), 600, new SoftmaxCrossEntropy(), Seq<Penalty>.Empty, 3, TargetKind.Classes, 3);
        var training = new Networks.Training(network.Objective, Optimisers.Momentum(0.01));
        var start = training.Start(network.Network<float>(), RandomKey.FromSeed(1));
        foreach (var execution in RecycledNetworks.Executions)
        {
            TrainingLaws.FoldIsRepeatedStep(training, start, [network.Batch<float>(0), network.Batch<float>(1)], execution).Require();
        }
    }

    [Fact]
    public void So_many_parameters_that_threads_share_each_chunk_have_the_bits_of_the_pure_step()
    {
        // From 2²⁰ parameters on. The penalty keeps one thread busy while the other waits for the step's beginning,
        // takes many grains of weights with room between their columns, and is by far the largest part of the objective.
        var network = new NetworkCase(Build.Chain(Build.Affine(700), Build.Relu(), Build.Affine(701)), 800, new SquaredError(), Prelude.Seq1<Penalty>(new L2(100)), 129, TargetKind.Values, 3);
        var training = new Networks.Training(network.Objective, Optimisers.Adam(0.01));
        var start = training.Start(network.Network<float>(), RandomKey.FromSeed(1));
        var source = new BatchColumns<float>(network.Batch<float>());
        TrainingLaws.MomentsAreSteps(training, start, source, new FullBatch(), 1, 1, new Execution { Threads = 2, ChunkSamples = 64 }).Require();
    }

    [Theory]
    [InlineData(20, 0)]
    [InlineData(20, 19)]
    [InlineData(300, 0)]
    [InlineData(300, 299)]
    public void A_thread_that_comes_late_is_waited_for(int samples, int late)
    {
        var network = RecycledNetworks.Named("penalised and weighted") with { Samples = samples };
        var training = new Networks.Training(network.Objective, Optimisers.Momentum(0.05));
        var start = training.Start(network.Network<double>(), RandomKey.FromSeed(2));
        var source = new LateColumns<double>(new(network.Batch<double>()), late);
        TrainingLaws.MomentsAreSteps(training, start, source, new FullBatch(), 3, 1, new Execution { Threads = 2, WorkPerThread = 1, ChunkSamples = 256 }).Require();
    }

    [Fact]
    public void Threads_leave_out_the_same_steps()
    {
        var network = RecycledNetworks.Named("affine") with { Samples = 12 };
        var good = network.Batch<double>();
        var bad = new Batch<double>(good.Inputs * double.NaN, good.Targets);
        var training = new Networks.Training(network.Objective, new SkipNonFinite(Optimisers.Adam(0.01)));
        var start = training.Start(network.Network<double>(), RandomKey.FromSeed(1));
        var batches = Enumerable.Range(0, 100).Select(step => step % 2 == 0 ? good : bad).ToArray();
        TrainingLaws.FoldIsRepeatedStep(training, start, batches, new Execution { Threads = 2, WorkPerThread = 1 }).Require();
    }

    [Fact]
    public void Without_a_transformation_the_gradient_itself_is_added()
    {
        var network = RecycledNetworks.Named("affine") with { Samples = 12 };
        var training = new Networks.Training(network.Objective, GradientTransformation.None);
        var start = training.Start(network.Network<double>(), RandomKey.FromSeed(1));
        TrainingLaws.FoldIsRepeatedStep(training, start, [network.Batch<double>(0), network.Batch<double>(1)]).Require();
    }

    [Fact]
    public void A_residual_around_nothing_has_the_bits_of_the_pure_step()
    {
        var network = RecycledNetworks.Named("affine") with { Samples = 12, Architecture = Build.Chain(Build.Affine(5), Build.Residual(Build.Chain()), Build.Affine(3)) };
        var training = new Networks.Training(network.Objective, Optimisers.Momentum(0.05));
        var start = training.Start(network.Network<double>(), RandomKey.FromSeed(1));
        TrainingLaws.FoldIsRepeatedStep(training, start, [network.Batch<double>(0), network.Batch<double>(1)]).Require();
    }

    [Fact]
    public void Inputs_that_are_not_dense_have_the_bits_of_dense_ones()
    {
        var network = RecycledNetworks.Named("affine") with { Samples = 65 };
        var dense = network.Batch<double>();
        var sparse = new Batch<double>(MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.SparseOfMatrix(dense.Inputs), dense.Targets);
        var training = new Networks.Training(network.Objective, Optimisers.Sgd(0.1));
        var start = training.Start(network.Network<double>(), RandomKey.FromSeed(1));
        Assert.Equal(training.Fold(start, [dense, dense]), training.Fold(start, [sparse, sparse]));
    }

    [Theory]
    [InlineData("without parameters")]
    [InlineData("without a size")]
    [InlineData("with a layer of one's own")]
    [InlineData("with a layer of one's own inside")]
    public void What_recycled_memory_does_not_know_is_trained_with_the_pure_step(string name)
    {
        var own = CustomLayer<double>.Elementwise("cube", x => x * x * x, x => 3 * x * x);
        var affine = Build.Affine(3).Initialise<double>(7, RandomKey.FromSeed(3));
        var network = name switch
        {
            "without parameters" => new Maxout(7).Initialise<double>(7, RandomKey.FromSeed(3)),
            "without a size" => Build.Chain(Build.Tanh()).Initialise<double>(7, RandomKey.FromSeed(3)),
            "with a layer of one's own" => new Chain<double>(affine, own),
            _ => new Chain<double>(affine, new Residual<double>(new Chain<double>(own))),
        };
        var outputs = network.OutputSize(7);
        var batch = new Batch<double>(
            RecycledNetworks.Named("affine").Batch<double>().Inputs, new ValueTargets<double>(Dense.Matrix(outputs, 1, [.. Enumerable.Range(0, outputs).Select(i => 0.1 * i)])));
        var training = new Networks.Training(new SquaredError(), Optimisers.Sgd(0.1));
        var start = training.Start(network, RandomKey.FromSeed(1));
        TrainingLaws.FoldIsRepeatedStep(training, start, [batch, batch]).Require();
    }

    [Fact]
    public void No_batches_give_back_the_state_itself()
    {
        var network = RecycledNetworks.Named("affine");
        var training = new Networks.Training(network.Objective, Optimisers.Adam(0.1));
        var start = training.Start(network.Network<double>(), RandomKey.FromSeed(1));
        Assert.Same(start, training.Fold(start, []).Match(Right: state => state, Left: _ => null!));
    }

    [Fact]
    public void A_state_of_another_optimiser_is_refused_as_by_the_pure_step()
    {
        var network = RecycledNetworks.Named("affine");
        var training = new Networks.Training(network.Objective, Optimisers.Adam(0.1));
        var start = (training with { Optimiser = Optimisers.Sgd(0.1) }).Start(network.Network<double>(), RandomKey.FromSeed(1));
        var batch = (network with { Samples = 3 }).Batch<double>();
        Assert.Equal(Assert.Throws<ArgumentException>(() => training.Step(start, batch)).Message, Assert.Throws<ArgumentException>(() => training.Fold(start, [batch])).Message);
    }

    private static void Holds<T>(NetworkCase network, int way)
        where T : struct, IFloatingPointIeee754<T> => Holds<T>(network, Optimisations[way], RecycledNetworks.Executions[way]);

    private static void Holds<T>(NetworkCase network, GradientTransformation optimiser, Execution execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        var batches = Samples.Select((samples, step) => (network with { Samples = samples }).Batch<T>(step)).ToArray();
        var training = new Networks.Training(network.Objective, optimiser);
        var start = training.Start(network.Network<T>(), RandomKey.FromSeed(1));
        Assert.True(training.Fold(start, batches, execution).IsRight);
        TrainingLaws.FoldIsRepeatedStep(training, start, batches, execution).Require();
    }
}
