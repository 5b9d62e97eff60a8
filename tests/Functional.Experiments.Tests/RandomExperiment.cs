namespace Functional.Experiments.Tests;

using System;
using System.Linq;
using Functional.Networks;
using LanguageExt;

/// <summary>Experiments drawn at random: every kind of everything, with numbers that need all their digits.</summary>
internal sealed class RandomExperiment
{
    private readonly Random random;

    private RandomExperiment(int seed) => random = new Random(seed);

    /// <summary>An experiment; the same for the same seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="isSmall">Whether it is trained in a moment on a few digits.</param>
    public static Experiment Of(int seed, bool isSmall = false)
    {
        var drawn = new RandomExperiment(seed);
        while (true)
        {
            var experiment = isSmall ? drawn.Small() : drawn.Any();
            if (experiment.IsSuccess)
            {
                return experiment.Success();
            }
        }
    }

    private Validation<SettingFault, Experiment> Any() => Create(
        Maybe(1 + random.Next(Experiment.MaximumLayerSize)),
        Course(Experiment.MaximumEpochs),
        Pick<Sampling>(() => new MiniBatch(1 + random.Next(1000)), () => new MiniBatchWithReplacement(1 + random.Next(1000)), () => new FullBatch()),
        1 + random.Next(Experiment.MaximumEpochs),
        unchecked((ulong)random.NextInt64(long.MinValue, long.MaxValue)));

    private Validation<SettingFault, Experiment> Small() => Create(
        Maybe(1 + random.Next(9)),
        Course(3),
        Pick<Sampling>(() => new MiniBatch(2 + random.Next(30)), () => new MiniBatchWithReplacement(2 + random.Next(30))),
        1 + random.Next(4),
        (ulong)random.Next(1000));

    private Validation<SettingFault, Experiment> Create(int? size, RateCourse course, Sampling sampling, int epochs, ulong seed)
    {
        var layers = size is null ? Layers(2, epochs > 10) : (Seq<Architecture>?)null;
        var optimiser = Pick(Enum.GetValues<Optimiser>());
        var share = Maybe(Share());
        return Experiment.Create(
            Pick<DataSource>(() => new DataSource.EmbeddedDigits(), () => epochs > 10 ? new DataSource.NpzFile($"some/{random.Next()}.npz") : new DataSource.EmbeddedDigits(), () => epochs > 10 ? new DataSource.MnistDirectory($"some/where \"{random.Next()}\" ä") : new DataSource.EmbeddedDigits()),
            size is { } first ? Enumerable.Range(0, random.Next(3)).Select(_ => 1 + random.Next(9)).Prepend(first).ToArray().ToSeq().Strict() : null,
            layers is null ? Activation() : null,
            Loss(epochs > 10),
            optimiser,
            Maybe(epochs > 10 ? Real() : 0.001 + (0.01 * random.NextDouble())),
            sampling,
            epochs,
            seed,
            Pick(Precision.Single, Precision.Double),
            Rarely(Share()),
            Rarely(Share()),
            course,
            Pick(0, 0, 1),
            new Regularisation(
                Pick(0, Real() * 1e-4),
                Pick(0, Real() * 1e-4),
                layers is null ? Pick(0, 0.5 * Share()) : 0,
                layers is null && random.Next(2) == 0,
                random.Next(3) == 0 ? Real() : Option<double>.None,
                random.Next(3) == 0 ? Real() : Option<double>.None,
                random.Next(3) == 0,
                Pick(0, Share())),
            epochs > 10 ? share : share is null ? null : 0.3,
            share is null ? null : Maybe(1 + random.Next(3)),
            layers,
            Maybe(1) is null ? null : Initialiser(),
            Rarely(Share()),
            Rarely(Share()),
            Rarely(Real() * 1e-6));
    }

    private Seq<Architecture> Layers(int depth, bool anything) =>
        Enumerable.Range(0, random.Next(4)).Select(_ => Layer(depth, anything)).ToArray().ToSeq().Strict();

    private Architecture Layer(int depth, bool anything) => random.Next(anything ? 12 : 9) switch
    {
        0 => new Affine(1 + random.Next(9), Initialiser(), new Constant(Share())),
        1 => new BatchNormalisation(Share(), Real(), new Constant(1), Initialiser()),
        2 => new LayerNormalisation(Real(), Initialiser(), new Zeros()),
        3 => new RmsNormalisation(Real(), Initialiser()),
        4 => new Dropout(0.5 * Share()),
        5 => new ParametricRelu(new Constant(Share())),
        6 => depth > 0 ? new Chain(Layers(depth - 1, anything)) : new Identity(),
        7 => new Residual(anything && depth > 0 ? Layer(depth - 1, anything) : Activation()),
        8 => Activation(),
        9 => new Maxout(1 + random.Next(4)),
        10 => new Softmax(),
        _ => new Chain(Seq<Architecture>.Empty),
    };

    private Activation Activation() => Pick<Activation>(
        () => new Relu(),
        () => new LeakyRelu(Pick(0.01, Share())),
        () => new Elu(Pick(1, Real())),
        () => new Gelu(),
        () => new Silu(),
        () => new Softplus(),
        () => new Tanh(),
        () => new Sigmoid(),
        () => new Identity());

    private Initialiser Initialiser() => Pick<Initialiser>(
        () => new Zeros(),
        () => new HeNormal(),
        () => new HeUniform(),
        () => new GlorotNormal(),
        () => new GlorotUniform(),
        () => new LeCunNormal(),
        () => new Constant(0.1 * Share()),
        () => new Normal(0.1 * Share()),
        () => new Uniform(0.1 * Share()));

    private Loss Loss(bool anything)
    {
        var reduction = anything ? Pick(Enum.GetValues<Reduction>()) : Reduction.MeanOverSamples;
        return Pick<Loss>(
            () => new SoftmaxCrossEntropy(reduction),
            () => new SigmoidCrossEntropy(reduction),
            () => new SquaredError(reduction, half: random.Next(2) == 0),
            () => new AbsoluteError(reduction),
            () => new Huber(Real(), reduction),
            () => new SoftmaxFocal(Share(), reduction),
            () => new SigmoidFocal(Share(), Maybe(Share()), reduction),
            () => new Hinge(Real(), random.Next(2) == 0, reduction),
            () => new MulticlassHinge(Real(), random.Next(2) == 0, reduction));
    }

    private RateCourse Course(int epochs) => Pick<RateCourse>(
        () => new RateCourse.Constant(),
        () => new RateCourse.InverseTime(Real()),
        () => new RateCourse.Step(1 + random.Next(epochs), Share()),
        () => new RateCourse.Exponential(Share()),
        () => new RateCourse.Linear(Share()),
        () => new RateCourse.Cosine(Pick(0, Share())),
        () => new RateCourse.CosineRestarts(1 + random.Next(epochs), 1 + random.Next(3)),
        () => new RateCourse.OneCycle(Share()));

    private double Share() => 1 - random.NextDouble() is var share and < 1 ? share : 0.5;

    /// <summary>A positive number of any magnitude that is used.</summary>
    private double Real() => Pick(1e-3, 0.1, 1, 3) * (1 + random.NextDouble());

    private T? Maybe<T>(T value)
        where T : struct => random.Next(2) == 0 ? value : null;

    private T? Rarely<T>(T value)
        where T : struct => random.Next(6) == 0 ? value : null;

    private T Pick<T>(params T[] values) => values[random.Next(values.Length)];

    private T Pick<T>(params Func<T>[] makers) => makers[random.Next(makers.Length)]();
}
