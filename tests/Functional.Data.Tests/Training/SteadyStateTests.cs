namespace Functional.Data.Tests.Training;

using System;
using System.Linq;
using System.Numerics;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using LanguageExt;
using Xunit;

/// <summary>
/// Training in the steady state allocates nothing, whatever the network's size. These tests run alone, since they count the process's collections.
/// With FUNCTIONAL_FULL=1 they take 1,000 steps each, but for the two largest networks.
/// </summary>
[Collection(nameof(Alone))]
public sealed class SteadyStateTests
{
    private static readonly Architecture Small = Build.Chain(Build.Affine(50), Build.Relu(), Build.Affine(10));
    private static readonly Architecture Wide = Build.Chain(Build.Affine(512), Build.Relu(), Build.Affine(512), Build.Relu(), Build.Affine(10));

    private static readonly GradientTransformation[] Optimisations =
    [
        Optimisers.Nesterov(new CosineDecay(0.1, 100)),
        Optimisers.AdaGrad(new ExponentialDecay(0.01, 0.9, 7)),
        Optimisers.RmsProp(new PolynomialDecay(0.001, 0.0001, 1000, 1.5)),
        new ScaleByCentredRmsProp().Then(new Momentum()).Then(new ScaleByRate(new OneCycle(0.001, 200))),
        Optimisers.AmsGrad(new CosineRestarts(0.001, 10, 2)),
        Optimisers.AdamW(new ConstantRate(0.001).WarmedUp(20)),
        Optimisers.NAdam(new LinearRate(0.001, 0, 400)),
        Optimisers.AdaMax(new StepDecay(0.001, 0.5, 50)),
        Optimisers.Lion(new Piecewise(0.001, (50, 0.0005)), 0.01),
        Optimisers.Lamb(new ConstantRate(0.001).FollowedAfter(100, 0.0005)),
        new ClipByGlobalNorm(1).Then(Optimisers.Momentum(0.1)).Then(new MaxNorm(3)).Then(new AverageParameters()),
        new Accumulate(4, new ClipByLayerNorm(1).Then(new ClipByValue(0.1)).Then(Optimisers.Adam(0.001))),
        new SkipNonFinite(Optimisers.Sgd(0.01).Then(new ReduceOnPlateau(period: 3)).Then(new AdaptRate(5))),
        new ForParameters(ParameterChoice.Named("0.*"), new Scale(0.1)).Then(new AddPenalty(new L1(0.001))).Then(Optimisers.Sgd(0.01)).Then(new Freeze(ParameterChoice.Named("*.bias"))),
        new ScaleBySchedule(0.5).Then(Optimisers.Sgd(0.01)),
    ];

    public static TheoryData<int> Optimisation => [.. Enumerable.Range(0, Optimisations.Length)];

    [Theory]
    [MemberData(nameof(Optimisation))]
    public void With_every_transformation(int optimisation) =>
        AllocatesNothing(Pictures(1000, 64), Small, new SoftmaxCrossEntropy(), Optimisations[optimisation], new MiniBatch(50), 150);

    [Fact]
    public void Of_784_50_10_in_batches_of_100() => AllocatesNothing(Pictures(12_000, 784), Small, new SoftmaxCrossEntropy(), Optimisers.Sgd(0.1), new MiniBatch(100), 1000);

    [Fact]
    public void Of_784_128_10_sigmoid_in_one_batch_of_60_000() =>
        AllocatesNothing(Pictures(60_000, 784), Build.Chain(Build.Affine(128), Build.Sigmoid(), Build.Affine(10)), new SoftmaxCrossEntropy(), Optimisers.Sgd(0.1), new FullBatch(), 3);

    [Fact]
    public void Of_784_25_10_sigmoid_outputs_in_batches_of_5_000() =>
        AllocatesNothing(Pictures(10_000, 784), Build.Chain(Build.Affine(25), Build.Sigmoid(), Build.Affine(10)), new SigmoidCrossEntropy(), Optimisers.Sgd(0.1), new MiniBatch(5000), 30);

    [Fact]
    public void Of_a_deep_network_in_batches_of_2() => AllocatesNothing(
        Numbers(1000, 8, 3),
        Build.Chain(Build.Affine(16), Build.Relu(), Build.Affine(16), Build.Relu(), Build.Affine(16), Build.Relu(), Build.Affine(16), Build.Relu(), Build.Affine(3)),
        new SquaredError(),
        Optimisers.Sgd(0.01),
        new MiniBatch(2),
        1000);

    [Fact]
    public void Of_2_2_2_sigmoid_sample_by_sample() =>
        AllocatesNothing(Numbers(1, 2, 2), Build.Chain(Build.Affine(2), Build.Sigmoid(), Build.Affine(2), Build.Sigmoid()), new SquaredError(half: true), Optimisers.Sgd(0.5), new FullBatch(), 1000);

    [Fact]
    public void With_an_activation_and_a_loss_of_expressions() => AllocatesNothing(
        Numbers(1000, 8, 3),
        Build.Chain(Build.Affine(16), Build.Expressed("0.5 * x * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3)))"), Build.Affine(3)),
        new ExpressionLoss("where(abs(output - target) < 1, 0.5 * (output - target)^2, abs(output - target) - 0.5)"),
        Optimisers.Sgd(0.01),
        new MiniBatch(50),
        1000);

    [Fact]
    public void Of_784_512_512_10_in_batches_of_128() => AllocatesNothing(Pictures(12_800, 784), Wide, new SoftmaxCrossEntropy(), Optimisers.Sgd(0.1), new MiniBatch(128), 60);

    [Fact]
    public void Of_1024_4096_4096_10_in_batches_of_1_024() => AllocatesNothing(
        Pictures(2048, 1024),
        Build.Chain(Build.Affine(4096), Build.Relu(), Build.Affine(4096), Build.Relu(), Build.Affine(10)),
        new SoftmaxCrossEntropy(),
        Optimisers.Sgd(0.01),
        new MiniBatch(1024),
        2);

    [Fact]
    public void Of_784_512_512_10_with_Adam_in_batches_of_128() => AllocatesNothing(Pictures(12_800, 784), Wide, new SoftmaxCrossEntropy(), Optimisers.Adam(0.001), new MiniBatch(128), 60);

    [Fact]
    public void Of_784_512_512_10_with_batch_normalisation_and_dropout_in_batches_of_128() => AllocatesNothing(
        Pictures(12_800, 784),
        Build.Chain(
            Build.Affine(512), Build.BatchNormalisation(), Build.Relu(), Build.Dropout(0.2), Build.Residual(Build.BatchNormalisation()), Build.Affine(512), Build.Dropout(0.5), Build.Affine(10)),
        new SoftmaxCrossEntropy(),
        Optimisers.Adam(0.001),
        new MiniBatch(128),
        60);

    [Fact]
    public void Of_maxout_parametric_relu_and_normalisations_of_features_in_batches_of_100() => AllocatesNothing(
        Pictures(12_000, 784),
        Build.Chain(Build.LayerNormalisation(), Build.Maxout(30, 3), Build.LayerNormalisation(), Build.ParametricRelu(), Build.RmsNormalisation(), Build.Affine(10)),
        new SoftmaxCrossEntropy(),
        Optimisers.Sgd(0.1),
        new MiniBatch(100),
        300);

    [Fact]
    public void With_dropout_in_chunks_of_batches_of_5_000() => AllocatesNothing(
        Pictures(10_000, 784), Build.Chain(Build.Dropout(0.2), Build.Affine(25), Build.ParametricRelu(), Build.Dropout(0.5), Build.Affine(10)), new SoftmaxCrossEntropy(), Optimisers.Sgd(0.1), new MiniBatch(5000), 30);

    [Fact]
    public void With_batch_normalisation_of_whole_batches_of_5_000() => AllocatesNothing(
        Pictures(10_000, 64), Build.Chain(Build.BatchNormalisation(), Build.Affine(25), Build.BatchNormalisation(), Build.Relu(), Build.Affine(10)), new SoftmaxCrossEntropy(), Optimisers.Sgd(0.1), new MiniBatch(5000), 30);

    [Fact]
    public void Where_the_last_batch_of_an_epoch_is_smaller() => AllocatesNothing(Pictures(1000, 784), Small, new SoftmaxCrossEntropy(), Optimisers.Sgd(0.1), new MiniBatch(300), 300);

    [Fact]
    public void With_penalties_and_momentum_in_double_precision() => AllocatesNothing<double>(
        Pictures(1000, 64), Small, new Objective(new SoftmaxCrossEntropy(), new L2(0.01), new L1(0.001)), Optimisers.Momentum(0.1), new MiniBatchWithReplacement(300), 300);

    [Fact]
    public void With_weights_of_classes_and_samples_smoothed_labels_and_a_focal_loss() => AllocatesNothing(
        Pictures(1000, 64).Weighted(new([.. Enumerable.Range(0, 1000).Select(i => 0.5 + (i % 3))])),
        Small,
        new SoftmaxFocal().Smoothed(0.1).WithClassWeights(Enumerable.Range(1, 10).Select(i => i / 5.0).ToArray().ToSeq().Strict()),
        Optimisers.Adam(0.001),
        new MiniBatch(250),
        300);

    [Fact]
    public void With_a_hinge() => AllocatesNothing(Pictures(1000, 64), Small, new MulticlassHinge(squared: true), Optimisers.Sgd(0.001), new MiniBatch(50), 300);

    private static void AllocatesNothing(DataSet set, Architecture architecture, Objective objective, GradientTransformation optimiser, Sampling sampling, int steps) =>
        AllocatesNothing<float>(set, architecture, objective, optimiser, sampling, steps);

    private static void AllocatesNothing<T>(DataSet set, Architecture architecture, Objective objective, GradientTransformation optimiser, Sampling sampling, int steps)
        where T : struct, IFloatingPointIeee754<T>
    {
        var isFull = string.Equals(Environment.GetEnvironmentVariable("FUNCTIONAL_FULL"), "1", StringComparison.Ordinal);
        var measured = isFull && steps > 3 ? Math.Max(steps, 1000) : steps;
        var warmUp = measured < 100 ? 3 : 150;
        var key = RandomKey.FromSeed(1);
        var training = new Networks.Training(objective, optimiser);
        var state = training.Start(architecture.Initialise<T>(set.FeatureCount, key), key);
        var (allocated, collections, done) = (0L, 0, 0);
        var isFinite = true;
        foreach (var moment in training.Moments(state, set.As<T>(), sampling, new Execution { Threads = 2 }))
        {
            isFinite &= moment.Divergence is null && T.IsFinite(moment.Measurement.Loss);
            if (++done == warmUp)
            {
                (allocated, collections) = (GC.GetAllocatedBytesForCurrentThread(), GC.CollectionCount(2));
            }
            else if (done == warmUp + measured)
            {
                (allocated, collections) = (GC.GetAllocatedBytesForCurrentThread() - allocated, GC.CollectionCount(2) - collections);
                break;
            }
        }

        Assert.True(isFinite);
        Assert.Equal(0, allocated);
        Assert.Equal(0, collections);
    }

    private static DataSet Pictures(int samples, int features)
    {
        var key = RandomKey.FromSeed(2);
        var bytes = new byte[samples * features];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)((i * 2654435761u) >> 24);
        }

        return Created(DataSet.Create("pictures", new ByteFeatures([.. bytes], features), new ClassLabels(key.ChoiceWithReplacement(10, samples), 10))).Scaled(new Scaling.UnitInterval(255));
    }

    private static DataSet Numbers(int samples, int features, int values) => Created(DataSet.Create(
        "numbers",
        new RealFeatures([.. Enumerable.Range(0, samples * features).Select(i => i * 0.37 % 1)], features),
        new ValueLabels([.. Enumerable.Range(0, samples * values).Select(i => i * 0.59 % 1)], values)));

    private static DataSet Created(Validation<DataFault, DataSet> set) => set.Match(Succ: created => created, Fail: faults => throw new InvalidOperationException(faults.First().Message));
}
