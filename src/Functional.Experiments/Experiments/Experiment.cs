namespace Functional.Experiments;

using System;
using System.Globalization;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics.Randomness;
using LanguageExt;

/// <summary>
/// The description of a training as plain data: everything that its result depends on, and nothing else. Two equal experiments on the
/// same samples give the same bits.
/// </summary>
public sealed record Experiment
{
    /// <summary>The largest accepted size of a layer: 65,536.</summary>
    public const int MaximumLayerSize = 1 << 16;

    /// <summary>The most hidden layers that are accepted: 256.</summary>
    public const int MaximumLayers = 256;

    /// <summary>The most parameters that a network may have: 268,435,456.</summary>
    public const long MaximumParameters = 1L << 28;

    /// <summary>The most epochs that are accepted: 1,000,000.</summary>
    public const int MaximumEpochs = 1_000_000;

    private Experiment(
        DataSource data, Seq<int> hidden, Activation activation, Loss loss, Optimiser optimiser, double learningRate, Sampling sampling, int epochs, ulong seed, Precision precision)
    {
        Data = data;
        Hidden = hidden;
        Activation = activation;
        Loss = loss;
        Optimiser = optimiser;
        LearningRate = learningRate;
        Sampling = sampling;
        Epochs = epochs;
        Seed = seed;
        Precision = precision;
    }

    /// <summary>The embedded digits, one hidden layer of 128 rectified linear units, gradient descent at a rate of 0.5 on batches of 32, 40 epochs, seed 0, single precision.</summary>
    public static Experiment Default { get; } = new(
        new DataSource.EmbeddedDigits(),
        Prelude.Seq1(128),
        new Relu(),
        new SoftmaxCrossEntropy(),
        Optimiser.Sgd,
        DefaultRate(Optimiser.Sgd, new SoftmaxCrossEntropy()),
        new MiniBatch(32),
        epochs: 40,
        seed: 0,
        Precision.Single);

    /// <summary>Where the samples come from.</summary>
    public DataSource Data { get; }

    /// <summary>The sizes of the hidden layers, the first next to the inputs; empty for none.</summary>
    public Seq<int> Hidden { get; }

    /// <summary>What follows each hidden affine layer.</summary>
    public Activation Activation { get; }

    /// <summary>What is made small. Where it compares numbers, a class is a column with 1 at the class and 0 elsewhere.</summary>
    public Loss Loss { get; }

    /// <summary>How gradients become updates.</summary>
    public Optimiser Optimiser { get; }

    /// <summary>The learning rate, the same at every step.</summary>
    public double LearningRate { get; }

    /// <summary>Which samples each step sees.</summary>
    public Sampling Sampling { get; }

    /// <summary>How often training goes through all samples.</summary>
    public int Epochs { get; }

    /// <summary>What everything random is derived from.</summary>
    public ulong Seed { get; }

    /// <summary>The numbers that the network is made of.</summary>
    public Precision Precision { get; }

    /// <summary>What the initial parameters are drawn from.</summary>
    public RandomKey InitialKey => RandomKey.FromSeed(Seed).For("initial parameters");

    /// <summary>What the order of the batches and the layers' randomness in training are derived from.</summary>
    public RandomKey TrainingKey => RandomKey.FromSeed(Seed).For("training");

    /// <summary>The way to train.</summary>
    public Training Training => new(Loss, Optimiser switch
    {
        Optimiser.Momentum => Optimisers.Momentum(LearningRate),
        Optimiser.Adam => Optimisers.Adam(LearningRate),
        _ => Optimisers.Sgd(LearningRate),
    });

    /// <summary>
    /// The learning rate unless another one is given: 0.5, with momentum 0.05, both a tenth of that for squared and absolute errors
    /// and squared hinges, whose gradients grow with the error; for Adam 0.002.
    /// </summary>
    /// <param name="optimiser">The optimiser.</param>
    /// <param name="loss">The loss.</param>
    public static double DefaultRate(Optimiser optimiser, Loss loss) => (optimiser, loss) switch
    {
        (Optimiser.Adam, _) => 0.002,
        (Optimiser.Momentum, SquaredError or AbsoluteError or Hinge { Squared: true } or MulticlassHinge { Squared: true }) => 0.005,
        (Optimiser.Momentum, _) => 0.05,
        (_, SquaredError or AbsoluteError or Hinge { Squared: true } or MulticlassHinge { Squared: true }) => 0.05,
        _ => 0.5,
    };

    /// <summary>An experiment with the given settings; what is left out is as in <see cref="Default"/>.</summary>
    /// <param name="data">Where the samples come from.</param>
    /// <param name="hidden">The sizes of the hidden layers, each from 1 to <see cref="MaximumLayerSize"/>.</param>
    /// <param name="activation">What follows each hidden affine layer.</param>
    /// <param name="loss">What is made small.</param>
    /// <param name="optimiser">How gradients become updates.</param>
    /// <param name="learningRate">The learning rate, finite and above 0; <see cref="DefaultRate"/> where left out.</param>
    /// <param name="sampling">Which samples each step sees.</param>
    /// <param name="epochs">How often training goes through all samples, from 1 to <see cref="MaximumEpochs"/>.</param>
    /// <param name="seed">What everything random is derived from.</param>
    /// <param name="precision">The numbers that the network is made of.</param>
    /// <returns>The experiment, or everything that is wrong with the settings.</returns>
    public static Validation<SettingFault, Experiment> Create(
        DataSource? data = null,
        Seq<int>? hidden = null,
        Activation? activation = null,
        Loss? loss = null,
        Optimiser? optimiser = null,
        double? learningRate = null,
        Sampling? sampling = null,
        int? epochs = null,
        ulong? seed = null,
        Precision? precision = null) =>
        (CheckedHidden(hidden ?? Default.Hidden),
            CheckedRate(learningRate ?? DefaultRate(optimiser ?? Default.Optimiser, loss ?? Default.Loss)),
            CheckedEpochs(epochs ?? Default.Epochs),
            CheckedChoice("optimizer", optimiser ?? Default.Optimiser),
            CheckedChoice("precision", precision ?? Default.Precision))
        .Apply((sizes, rate, times, chosen, numbers) => new Experiment(
            data ?? Default.Data,
            sizes,
            activation ?? Default.Activation,
            loss ?? Default.Loss,
            chosen,
            rate,
            sampling ?? Default.Sampling,
            times,
            seed ?? Default.Seed,
            numbers));

    /// <summary>
    /// The network's parts: for each hidden layer an affine one and the activation, then an affine layer for the outputs. Weights before
    /// a rectifier or its relatives begin as K. He's normal, all others as X. Glorot's uniform; biases at 0.
    /// </summary>
    /// <param name="outputs">The number of outputs: of classes, or of values to a sample.</param>
    public Chain Architecture(int outputs) => new(Hidden
        .Bind(size => Prelude.Seq<Architecture>(new Affine(size, HiddenWeights), Activation))
        .Add(new Affine(outputs, new GlorotUniform()))
        .Strict());

    /// <summary>Says whether the experiment can be carried out on samples.</summary>
    /// <param name="split">The samples.</param>
    /// <returns>The same experiment, or everything in it that does not fit them.</returns>
    public Validation<SettingFault, Experiment> For(DataSplit split) =>
        (CheckedSampling(split.Train), CheckedSize(split.Train)).Apply((_, _) => this);

    private Initialiser HiddenWeights => Activation is Relu or LeakyRelu or Elu or Gelu or Silu or Softplus ? new HeNormal() : new GlorotUniform();

    private Validation<SettingFault, Unit> CheckedSampling(DataSet train)
    {
        var size = Sampling switch
        {
            MiniBatch batch => batch.Size,
            _ => 1,
        };
        return size <= train.Count
            ? Prelude.Success<SettingFault, Unit>(Unit.Default)
            : Fault<Unit>("batch", Number(size), $"at most {Number(train.Count)}, the number of samples in {train.Name}, or full");
    }

    private Validation<SettingFault, Unit> CheckedSize(DataSet train)
    {
        var sizes = Hidden.Add(train.OutputCount);
        var parameters = sizes.Fold((Count: 0L, Inputs: (long)train.FeatureCount), (sum, size) => (sum.Count + ((sum.Inputs + 1) * size), size)).Count;
        return parameters <= MaximumParameters
            ? Prelude.Success<SettingFault, Unit>(Unit.Default)
            : Fault<Unit>("hidden", $"layers of {Number(parameters)} parameters in all", $"sizes that make at most {Number(MaximumParameters)} parameters");
    }

    private static Validation<SettingFault, Seq<int>> CheckedHidden(Seq<int> sizes)
    {
        var wrong = sizes.Filter(size => size is < 1 or > MaximumLayerSize);
        return sizes.Count <= MaximumLayers && wrong.IsEmpty
            ? Prelude.Success<SettingFault, Seq<int>>(sizes.Strict())
            : Fault<Seq<int>>(
                "hidden",
                wrong.IsEmpty ? $"{Number(sizes.Count)} layers" : string.Join(", ", wrong.Map(size => size.ToString(CultureInfo.InvariantCulture))),
                $"sizes from 1 to {Number(MaximumLayerSize)}, at most {Number(MaximumLayers)} of them");
    }

    private static Validation<SettingFault, double> CheckedRate(double rate) => double.IsFinite(rate) && rate > 0
        ? Prelude.Success<SettingFault, double>(rate)
        : Fault<double>("learning-rate", rate.ToString("R", CultureInfo.InvariantCulture), "a finite number above 0");

    private static Validation<SettingFault, int> CheckedEpochs(int epochs) => epochs is >= 1 and <= MaximumEpochs
        ? Prelude.Success<SettingFault, int>(epochs)
        : Fault<int>("epochs", epochs.ToString(CultureInfo.InvariantCulture), $"a whole number from 1 to {Number(MaximumEpochs)}");

    private static Validation<SettingFault, TChoice> CheckedChoice<TChoice>(string setting, TChoice choice)
        where TChoice : struct, Enum => Enum.IsDefined(choice)
        ? Prelude.Success<SettingFault, TChoice>(choice)
        : Fault<TChoice>(setting, choice.ToString(), $"one of {string.Join(", ", Enum.GetNames<TChoice>())}");

    private static Validation<SettingFault, TValue> Fault<TValue>(string setting, string found, string expected) =>
        Prelude.Fail<SettingFault, TValue>(new SettingFault(setting, found, expected));

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
