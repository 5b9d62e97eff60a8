namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
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

    private Experiment()
    {
    }

    /// <summary>The embedded digits, one hidden layer of 128 rectified linear units, gradient descent at a rate of 0.5 on batches of 32, 40 epochs, seed 0, single precision.</summary>
    public static Experiment Default { get; } = new();

    /// <summary>Where the samples come from.</summary>
    public DataSource Data { get; init => field = Given.NotNull(value); } = new DataSource.EmbeddedDigits();

    /// <summary>The sizes of the hidden layers, the first next to the inputs; empty for none.</summary>
    public Seq<int> Hidden { get; private init; } = Prelude.Seq1(128);

    /// <summary>What follows each hidden affine layer.</summary>
    public Activation Activation { get; init => field = Given.NotNull(value); } = new Relu();

    /// <summary>
    /// What stands in front of the outputs' affine layer, part by part, in place of hidden sizes and activation; none where these say it.
    /// </summary>
    public Option<Seq<Architecture>> Layers { get; private init; }

    /// <summary>How all weights begin; by what follows them where none is given.</summary>
    public Option<Initialiser> Initialiser { get; private init; }

    /// <summary>What is made small. Where it compares numbers, a class is a column with 1 at the class and 0 elsewhere.</summary>
    public Loss Loss { get; init => field = Given.NotNull(value); } = new SoftmaxCrossEntropy();

    /// <summary>How gradients become updates.</summary>
    public Optimiser Optimiser { get; private init; } = Optimiser.Sgd;

    /// <summary>How much of its velocity the optimiser keeps; its usual one where none is given.</summary>
    public Option<double> Momentum { get; private init; }

    /// <summary>λ of decoupled weight decay; the optimiser's usual one where none is given.</summary>
    public Option<double> WeightDecay { get; private init; }

    /// <summary>β₁, how much of the mean gradient the optimiser keeps; its usual one where none is given.</summary>
    public Option<double> FirstDecay { get; private init; }

    /// <summary>β₂, how much of the mean square the optimiser keeps; its usual one where none is given.</summary>
    public Option<double> SecondDecay { get; private init; }

    /// <summary>ε, what keeps the optimiser's quotients finite; its usual one where none is given.</summary>
    public Option<double> Epsilon { get; private init; }

    /// <summary>The learning rate that the <see cref="Course"/> begins with, or the highest one where it rises first.</summary>
    public double LearningRate { get; private init; } = DefaultRate(Optimiser.Sgd, new SoftmaxCrossEntropy());

    /// <summary>How the learning rate goes on.</summary>
    public RateCourse Course { get; init => field = Given.NotNull(value); } = new RateCourse.Constant();

    /// <summary>Over how many epochs the learning rate rises before its course begins; 0 for none.</summary>
    public int WarmUp { get; private init; }

    /// <summary>Which samples each step sees.</summary>
    public Sampling Sampling { get; init => field = Given.NotNull(value); } = new MiniBatch(32);

    /// <summary>How often training goes through all samples.</summary>
    public int Epochs { get; private init; } = 40;

    /// <summary>What everything random is derived from.</summary>
    public ulong Seed { get; private init; }

    /// <summary>The numbers that the network is made of.</summary>
    public Precision Precision { get; private init; }

    /// <summary>What keeps the training in bounds.</summary>
    public Regularisation Regularisation { get; init => field = Given.NotNull(value); } = Regularisation.None;

    /// <summary>The share of the samples to train on that is held out to judge by; none where nothing judges.</summary>
    public Option<double> ValidationShare { get; private init; }

    /// <summary>
    /// Early stopping: how many epochs in a row may pass without an improvement of the validation loss until training ends. The result is then the network
    /// of the epoch with the smallest one. None for no early stopping.
    /// </summary>
    public Option<int> Patience { get; private init; }

    /// <summary>Whether the learning rate is not the same at every step.</summary>
    public bool RateChanges => Course is not RateCourse.Constant || WarmUp > 0;

    /// <summary>What the initial parameters are drawn from.</summary>
    public RandomKey InitialKey => RandomKey.FromSeed(Seed).For("initial parameters");

    /// <summary>What the order of the batches and the layers' randomness in training are derived from.</summary>
    public RandomKey TrainingKey => RandomKey.FromSeed(Seed).For("training");

    /// <summary>What decides which samples are held out.</summary>
    public RandomKey ValidationKey => RandomKey.FromSeed(Seed).For("validation");

    /// <summary>When training ends: behind the last epoch, or by early stopping. What it counts are epochs.</summary>
    public StopRule StopRule => Patience.Match(
        Some: patience => new StopAfter(Epochs).Or(new StopWithoutImprovement(patience)),
        None: () => new StopAfter(Epochs));

    /// <summary>
    /// The learning rate unless another one is given: 0.5, with momentum 0.05, both a tenth of that for squared and absolute errors
    /// and squared hinges, whose gradients grow with the error; for the others, whose steps do not grow with the gradient, one that does not
    /// depend on the loss: for Adam 0.002.
    /// </summary>
    /// <param name="optimiser">The optimiser.</param>
    /// <param name="loss">The loss.</param>
    public static double DefaultRate(Optimiser optimiser, Loss loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        var growing = loss is SquaredError or AbsoluteError or Hinge { Squared: true } or MulticlassHinge { Squared: true };
        return optimiser switch
        {
            Optimiser.Momentum or Optimiser.Nesterov => growing ? 0.005 : 0.05,
            Optimiser.Adam or Optimiser.AmsGrad or Optimiser.AdamW or Optimiser.NAdam => 0.002,
            Optimiser.AdaMax => 0.004,
            Optimiser.RmsProp or Optimiser.CentredRmsProp => 0.001,
            Optimiser.AdaGrad or Optimiser.Lamb => 0.02,
            Optimiser.Lion => 0.0005,
            _ => growing ? 0.05 : 0.5,
        };
    }

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
    /// <param name="momentum">How much of its velocity an optimiser that has one keeps, at least 0 and below 1; the usual one where left out.</param>
    /// <param name="weightDecay">λ of an optimiser with decoupled weight decay, finite and not negative; the usual one where left out.</param>
    /// <param name="course">How the learning rate goes on.</param>
    /// <param name="warmUp">Over how many epochs the learning rate rises first, fewer than there are.</param>
    /// <param name="regularisation">What keeps the training in bounds.</param>
    /// <param name="validationShare">The share of the samples to train on that is held out to judge by, above 0 and below 1; none where left out.</param>
    /// <param name="patience">How many epochs may pass without an improvement of the validation loss, at least 1; no early stopping where left out.</param>
    /// <param name="layers">What stands in front of the outputs' affine layer, in place of <paramref name="hidden"/>, activation, batch normalisation and dropout.</param>
    /// <param name="initialiser">How all weights begin; by what follows them where left out.</param>
    /// <param name="firstDecay">β₁ of an optimiser that has one, at least 0 and below 1; the usual one where left out.</param>
    /// <param name="secondDecay">β₂ of an optimiser that has one, RMSProp's α, at least 0 and below 1; the usual one where left out.</param>
    /// <param name="epsilon">ε of an optimiser that divides, finite and above 0; the usual one where left out.</param>
    /// <returns>The experiment, or everything that is wrong with the settings, by themselves and beside each other.</returns>
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
        Precision? precision = null,
        double? momentum = null,
        double? weightDecay = null,
        RateCourse? course = null,
        int? warmUp = null,
        Regularisation? regularisation = null,
        double? validationShare = null,
        int? patience = null,
        Seq<Architecture>? layers = null,
        Initialiser? initialiser = null,
        double? firstDecay = null,
        double? secondDecay = null,
        double? epsilon = null)
    {
        var wanted = new Experiment
        {
            Data = data ?? Default.Data,
            Hidden = (hidden ?? (layers is null ? Default.Hidden : Seq<int>.Empty)).Strict(),
            Activation = activation ?? Default.Activation,
            Loss = loss ?? Default.Loss,
            Optimiser = optimiser ?? Default.Optimiser,
            Momentum = momentum is { } velocity ? velocity : Option<double>.None,
            WeightDecay = weightDecay is { } decay ? decay : Option<double>.None,
            LearningRate = learningRate ?? DefaultRate(optimiser ?? Default.Optimiser, loss ?? Default.Loss),
            Course = course ?? Default.Course,
            WarmUp = warmUp ?? Default.WarmUp,
            Sampling = sampling ?? Default.Sampling,
            Epochs = epochs ?? Default.Epochs,
            Seed = seed ?? Default.Seed,
            Precision = precision ?? Default.Precision,
            Regularisation = regularisation ?? Default.Regularisation,
            ValidationShare = validationShare is { } share ? share : Option<double>.None,
            Patience = patience is { } times ? times : Option<int>.None,
            Layers = layers is { } parts ? parts.Strict() : Option<Seq<Architecture>>.None,
            Initialiser = initialiser is null ? Option<Initialiser>.None : initialiser,
            FirstDecay = firstDecay is { } first ? first : Option<double>.None,
            SecondDecay = secondDecay is { } second ? second : Option<double>.None,
            Epsilon = epsilon is { } quotient ? quotient : Option<double>.None,
        };
        var faults = wanted.Faults().ToArray().ToSeq().Strict();
        return faults.IsEmpty ? Prelude.Success<SettingFault, Experiment>(wanted) : Validation<SettingFault, Experiment>.Fail(faults);
    }

    /// <summary>
    /// The network's parts: for each hidden layer an affine one, where wanted batch normalisation, the activation, and where wanted dropout; then an
    /// affine layer for the outputs. Weights before a rectifier or its relatives begin as K. He's normal, all others as X. Glorot's uniform, unless an
    /// initialiser is given; biases at 0. Where the parts are given one by one, these and the affine layer for the outputs.
    /// </summary>
    /// <param name="outputs">The number of outputs: of classes, or of values to a sample.</param>
    public Chain Architecture(int outputs) => new(Layers.IfNone(() => Hidden.Bind(HiddenParts))
        .Add(new Affine(outputs, Initialiser.IfNone(() => new GlorotUniform())))
        .Strict());

    /// <summary>Whether a layer normalises over batches.</summary>
    public bool NormalisesBatches => Regularisation.BatchNormalisation || Layers.Exists(parts => parts.Exists(NormalisesBatch));

    /// <summary>The way to train on samples: the schedule counts their steps, and balanced weights count their classes.</summary>
    /// <param name="train">The samples to train on, without those that are held out; <see cref="For"/> has found that they can be trained on.</param>
    public Training TrainingOn(DataSet train) => new(Objective(train), Transformation(Schedule(train)));

    /// <summary>The learning rate at every step on samples.</summary>
    /// <param name="train">The samples to train on, without those that are held out.</param>
    public Schedule Schedule(DataSet train)
    {
        ArgumentNullException.ThrowIfNull(train);
        var stepsPerEpoch = (long)Sampling.StepsPerEpoch(train.Count);
        var course = Course.Of(LearningRate, stepsPerEpoch, Epochs - WarmUp);
        return WarmUp > 0 ? course.WarmedUp(WarmUp * stepsPerEpoch) : course;
    }

    /// <summary>
    /// What training makes small: the loss, its targets smoothed and its classes weighed where that is wanted, and the penalties. Its loss is what
    /// figures are told of, too.
    /// </summary>
    /// <param name="train">The samples to train on, without those that are held out.</param>
    public Objective Objective(DataSet train)
    {
        ArgumentNullException.ThrowIfNull(train);
        var smoothed = Regularisation.LabelSmoothing > 0 ? Loss.Smoothed(Regularisation.LabelSmoothing) : Loss;
        var weighed = Regularisation.BalancesClasses && train.Labels is ClassLabels labels
            ? smoothed.WithClassWeights(BalancedWeights.Of(labels.CountByClass().AsSpan()))
            : smoothed;
        var penalties = Regularisation.L1 > 0 ? Prelude.Seq1<Penalty>(new L1(Regularisation.L1)) : Seq<Penalty>.Empty;
        return new(weighed, Regularisation.L2 > 0 ? penalties.Add(new L2(Regularisation.L2)) : penalties);
    }

    /// <summary>The samples in parts: those that judge are held out of those to train on, with the classes in the same proportions.</summary>
    /// <param name="split">The samples; <see cref="For"/> has found that they can be parted.</param>
    public DataParts Parts(DataSplit split)
    {
        ArgumentNullException.ThrowIfNull(split);
        return ValidationShare.Match(
        Some: share =>
        {
            var (train, validation) = split.Train.Labels is ClassLabels
                ? split.Train.HoldOutStratified(share, ValidationKey)
                : split.Train.HoldOut(share, ValidationKey);
            return new DataParts(train.Named(split.Train.Name), validation, split.Test);
        },
        None: () => new DataParts(split.Train, Option<DataSet>.None, split.Test));
    }

    /// <summary>Says whether the experiment can be carried out on samples.</summary>
    /// <param name="split">The samples.</param>
    /// <returns>The same experiment, or everything in it that does not fit them.</returns>
    public Validation<SettingFault, Experiment> For(DataSplit split)
    {
        ArgumentNullException.ThrowIfNull(split);
        IEnumerable<SettingFault> parted = Held(split.Train) is { } share ? [share] : PartFaults(Parts(split).Train);
        var faults = parted.Concat(SizeFaults(split.Train)).ToArray().ToSeq().Strict();
        return faults.IsEmpty ? Prelude.Success<SettingFault, Experiment>(this) : Validation<SettingFault, Experiment>.Fail(faults);
    }

    private Initialiser HiddenWeights => Initialiser.IfNone(() => Activation is Relu or LeakyRelu or Elu or Gelu or Silu or Softplus ? new HeNormal() : new GlorotUniform());

    private Seq<Architecture> HiddenParts(int size)
    {
        var affine = Prelude.Seq1<Architecture>(new Affine(size, HiddenWeights));
        var active = (Regularisation.BatchNormalisation ? affine.Add(new BatchNormalisation()) : affine).Add(Activation);
        return Regularisation.Dropout > 0 ? active.Add(new Dropout(Regularisation.Dropout)) : active;
    }

    /// <summary>Clipping sees the whole gradient, with the penalties; the limit of the norms stands last, where the update is what is added.</summary>
    private GradientTransformation Transformation(Schedule rate)
    {
        var optimiser = Chosen(rate);
        var clipped = Regularisation.ClippingNorm.Match(Some: norm => new ClipByGlobalNorm(norm).Then(optimiser), None: () => optimiser);
        return Regularisation.MaximumNorm.Match(Some: norm => clipped.Then(new MaxNorm(norm)), None: () => clipped);
    }

    private GradientTransformation Chosen(Schedule rate)
    {
        const double UsualMomentum = 0.9;
        const double UsualDecay = 0.01;
        const double UsualEpsilon = 1e-8;
        var (first, second) = (FirstDecay.IfNone(0.9), SecondDecay.IfNone(0.999));
        return Optimiser switch
        {
            Optimiser.Momentum => Optimisers.Momentum(rate, Momentum.IfNone(UsualMomentum)),
            Optimiser.Nesterov => Optimisers.Nesterov(rate, Momentum.IfNone(UsualMomentum)),
            Optimiser.AdaGrad => Optimisers.AdaGrad(rate, Epsilon.IfNone(1e-10)),
            Optimiser.RmsProp => WithMomentum(new ScaleByRmsProp(SecondDecay.IfNone(0.99), Epsilon.IfNone(UsualEpsilon)), rate),
            Optimiser.CentredRmsProp => WithMomentum(new ScaleByCentredRmsProp(SecondDecay.IfNone(0.99), Epsilon.IfNone(UsualEpsilon)), rate),
            Optimiser.Adam => Optimisers.Adam(rate, first, second, Epsilon.IfNone(UsualEpsilon)),
            Optimiser.AmsGrad => Optimisers.AmsGrad(rate, first, second, Epsilon.IfNone(UsualEpsilon)),
            Optimiser.AdamW => Optimisers.AdamW(rate, WeightDecay.IfNone(UsualDecay), first, second, Epsilon.IfNone(UsualEpsilon)),
            Optimiser.NAdam => Optimisers.NAdam(rate, first, second, Epsilon.IfNone(UsualEpsilon)),
            Optimiser.AdaMax => Optimisers.AdaMax(rate, first, second, Epsilon.IfNone(UsualEpsilon)),
            Optimiser.Lion => Optimisers.Lion(rate, WeightDecay.IfNone(0), first, SecondDecay.IfNone(0.99)),
            Optimiser.Lamb => Optimisers.Lamb(rate, WeightDecay.IfNone(UsualDecay), first, second, Epsilon.IfNone(1e-6)),
            _ => Optimisers.Sgd(rate),
        };
    }

    private GradientTransformation WithMomentum(GradientTransformation scaling, Schedule rate) =>
        Momentum.Match(Some: decay => scaling.Then(new Momentum(decay)), None: () => scaling).Then(new ScaleByRate(rate));

    /// <summary>What is wrong with the settings whatever the samples: first each by itself, then beside each other.</summary>
    private IEnumerable<SettingFault> Faults()
    {
        var wrong = Hidden.Filter(size => size is < 1 or > MaximumLayerSize);
        if (Hidden.Count > MaximumLayers || !wrong.IsEmpty)
        {
            yield return new(
                "hidden",
                wrong.IsEmpty ? $"{Number(Hidden.Count)} layers" : string.Join(", ", wrong.Map(size => size.ToString(CultureInfo.InvariantCulture))),
                $"sizes from 1 to {Number(MaximumLayerSize)}, at most {Number(MaximumLayers)} of them");
        }

        if (!(double.IsFinite(LearningRate) && LearningRate > 0))
        {
            yield return new("learning-rate", LearningRate.ToString("R", CultureInfo.InvariantCulture), "a finite number above 0");
        }

        if (Epochs is < 1 or > MaximumEpochs)
        {
            yield return new("epochs", Epochs.ToString(CultureInfo.InvariantCulture), $"a whole number from 1 to {Number(MaximumEpochs)}");
        }

        foreach (var fault in Undefined("optimizer", Optimiser).Concat(Undefined("precision", Precision)).Concat(OutOfRange()).Concat(Conflicts()))
        {
            yield return fault;
        }
    }

    private IEnumerable<SettingFault> OutOfRange()
    {
        var bounds = Regularisation;
        Seq<SettingFault>[] found =
        [
            Of(Momentum, number => SettingRanges.Fraction("momentum", number)),
            Of(WeightDecay, number => SettingRanges.Strength("weight-decay", number)),
            FaultsOf(RateCourseText.Check(Course)),
            Of(FirstDecay, number => SettingRanges.Fraction("first-decay", number)),
            Of(SecondDecay, number => SettingRanges.Fraction("second-decay", number)),
            Of(Epsilon, number => SettingRanges.Limit("epsilon", number)),
            WarmUp >= 0 ? Seq<SettingFault>.Empty : Prelude.Seq1(new SettingFault("warm-up", $"{WarmUp}", "a number of epochs that is not negative")),
            FaultsOf(SettingRanges.Strength("l1", bounds.L1)),
            FaultsOf(SettingRanges.Strength("l2", bounds.L2)),
            FaultsOf(SettingRanges.Fraction("dropout", bounds.Dropout)),
            Of(bounds.MaximumNorm, number => SettingRanges.Limit("max-norm", number)),
            Of(bounds.ClippingNorm, number => SettingRanges.Limit("clip", number)),
            FaultsOf(SettingRanges.Fraction("label-smoothing", bounds.LabelSmoothing)),
            Of(ValidationShare, number => SettingRanges.Share("validation", number)),
            Patience.Filter(patience => patience < 1).Map(patience => new SettingFault("early-stopping", $"{patience}", "a whole number of epochs, at least 1")).ToSeq(),
        ];
        return found.SelectMany(faults => faults);

        static Seq<SettingFault> Of(Option<double> number, Func<double, Validation<SettingFault, double>> check) => number.Map(value => FaultsOf(check(value))).IfNone(Seq<SettingFault>.Empty);

        static Seq<SettingFault> FaultsOf<TValue>(Validation<SettingFault, TValue> validation) => validation.Match(Succ: _ => Seq<SettingFault>.Empty, Fail: faults => faults);
    }

    private IEnumerable<SettingFault> Conflicts()
    {
        var bounds = Regularisation;
        var name = Names.Optimisers.NameOf(Optimiser).IfNone($"{Optimiser}");
        if (Momentum.IsSome && Optimiser is not (Optimiser.Momentum or Optimiser.Nesterov or Optimiser.RmsProp or Optimiser.CentredRmsProp))
        {
            yield return new("momentum", $"{name} as optimizer, which has none to set", "momentum, nesterov, rmsprop or centred-rmsprop as optimizer");
        }

        if (WeightDecay.IsSome && Optimiser is not (Optimiser.AdamW or Optimiser.Lion or Optimiser.Lamb))
        {
            yield return new("weight-decay", $"{name} as optimizer, which has none", "adamw, lion or lamb as optimizer, or an L2 penalty in its place");
        }

        foreach (var fault in WithoutDecays(name).Concat(BesideLayers()))
        {
            yield return fault;
        }

        if (WarmUp > 0 && Course is RateCourse.OneCycle)
        {
            yield return new("warm-up", "one-cycle as schedule, which rises by itself", "another schedule, or none of the two");
        }

        if (WarmUp > 0 && WarmUp >= Epochs && Epochs >= 1)
        {
            yield return new("warm-up", $"{Number(WarmUp)} of {Number(Epochs)} epochs", "fewer than there are epochs");
        }

        if (Hidden.IsEmpty && Layers.IsNone && bounds.Dropout > 0)
        {
            yield return new("dropout", "no hidden layers", "hidden layers, whose activations are dropped");
        }

        if (Hidden.IsEmpty && Layers.IsNone && bounds.BatchNormalisation)
        {
            yield return new("batch-norm", "no hidden layers", "hidden layers, which are normalised");
        }

        if (bounds.BatchNormalisation && Sampling is MiniBatch { Size: 1 })
        {
            yield return new("batch-norm", "batches of 1 sample, which have no variance", "batches of at least 2 samples");
        }

        if (Layers.IsSome && NormalisesBatches && Sampling is MiniBatch { Size: 1 } or MiniBatchWithReplacement { Size: 1 })
        {
            yield return new("layers", "batch normalisation with batches of 1 sample, which have no variance", "batches of at least 2 samples");
        }

        if (bounds.LabelSmoothing > 0 && Loss is Hinge or MulticlassHinge)
        {
            yield return new("label-smoothing", $"{Names.Losses.NameOf(Loss).IfNone(Loss.Title)} as loss, which knows right and wrong classes only", "a loss that compares with probabilities, such as softmax-cross-entropy");
        }

        if (Patience.IsSome && ValidationShare.IsNone)
        {
            yield return new("early-stopping", "no validation samples to judge by", "validation too, with a share of the samples such as 0.1");
        }
    }

    /// <summary>Numbers of an optimiser that has none of them.</summary>
    private IEnumerable<SettingFault> WithoutDecays(string name)
    {
        var isAdam = Optimiser is Optimiser.Adam or Optimiser.AmsGrad or Optimiser.AdamW or Optimiser.NAdam or Optimiser.AdaMax or Optimiser.Lamb;
        var isRoot = Optimiser is Optimiser.RmsProp or Optimiser.CentredRmsProp;
        if (FirstDecay.IsSome && !isAdam && Optimiser is not Optimiser.Lion)
        {
            yield return new("first-decay", $"{name} as optimizer, which has none", "adam or one of its relatives, lion or lamb as optimizer");
        }

        if (SecondDecay.IsSome && !isAdam && !isRoot && Optimiser is not Optimiser.Lion)
        {
            yield return new("second-decay", $"{name} as optimizer, which has none", "adam or one of its relatives, rmsprop, centred-rmsprop, lion or lamb as optimizer");
        }

        if (Epsilon.IsSome && !isAdam && !isRoot && Optimiser is not Optimiser.AdaGrad)
        {
            yield return new("epsilon", $"{name} as optimizer, which has none", "adagrad, rmsprop, centred-rmsprop, adam or one of its relatives or lamb as optimizer");
        }
    }

    /// <summary>What would say of layers again what their parts say.</summary>
    private IEnumerable<SettingFault> BesideLayers()
    {
        if (Layers.IsNone)
        {
            yield break;
        }

        const string None = "only one of the two";
        if (!Hidden.IsEmpty)
        {
            yield return new("hidden", "layers besides", None);
        }

        if (Regularisation.Dropout > 0)
        {
            yield return new("dropout", "layers besides", "dropout as one of the layers");
        }

        if (Regularisation.BatchNormalisation)
        {
            yield return new("batch-norm", "layers besides", "batch normalisation as one of the layers");
        }
    }

    private static bool NormalisesBatch(Architecture part) => part switch
    {
        BatchNormalisation => true,
        Chain chain => chain.Parts.Exists(NormalisesBatch),
        Residual residual => NormalisesBatch(residual.Inner),
        _ => false,
    };

    /// <summary>What is wrong with the share that is held out.</summary>
    private SettingFault? Held(DataSet train) => ValidationShare.MatchUnsafe(
        Some: share =>
        {
            var count = (long)Math.Floor((share * train.Count) + 0.5);
            return count >= 1 && count < train.Count
                ? null
                : new SettingFault(
                    "validation",
                    string.Create(CultureInfo.InvariantCulture, $"{share}, which is {count:N0} of {train.Count:N0} samples"),
                    "a share that leaves at least 1 sample on both sides");
        },
        None: SettingFault? () => null);

    /// <summary>What does not fit the samples to train on, without those that are held out.</summary>
    private IEnumerable<SettingFault> PartFaults(DataSet train)
    {
        if (Sampling is MiniBatch batch && batch.Size > train.Count)
        {
            yield return new(
                "batch",
                Number(batch.Size),
                $"at most {Number(train.Count)}, the number of samples in {train.Name}{(ValidationShare.IsSome ? " without those held out" : string.Empty)}, or full");
        }

        if (Course is RateCourse.OneCycle && (long)Sampling.StepsPerEpoch(train.Count) * Epochs < 2)
        {
            yield return new("schedule", "one-cycle for a single step", "at least 2 steps in all");
        }

        if (Regularisation.BalancesClasses)
        {
            var missing = train.Labels is ClassLabels labels ? labels.CountByClass().IndexOf(0) : 0;
            if (train.Labels is not ClassLabels)
            {
                yield return new("class-weights", $"values to predict in {train.Name}", "classes");
            }
            else if (missing >= 0)
            {
                yield return new("class-weights", $"no samples of class {missing} to train on in {train.Name}", "samples of every class");
            }
        }
    }

    private IEnumerable<SettingFault> SizeFaults(DataSet train)
    {
        var setting = Layers.IsSome ? "layers" : "hidden";
        return Outline.Of(Architecture(train.OutputCount), train.FeatureCount).Match(
            Left: fault => [new SettingFault(setting, $"{fault.Source}: {fault.Found}", fault.Expected)],
            Right: outline => outline.ParameterCount > MaximumParameters
                ? [new SettingFault(setting, $"layers of {Number(outline.ParameterCount)} parameters in all", $"sizes that make at most {Number(MaximumParameters)} parameters")]
                : Enumerable.Empty<SettingFault>());
    }

    private static IEnumerable<SettingFault> Undefined<TChoice>(string setting, TChoice choice)
        where TChoice : struct, Enum
    {
        if (!Enum.IsDefined(choice))
        {
            yield return new(setting, choice.ToString(), $"one of {string.Join(", ", Enum.GetNames<TChoice>())}");
        }
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
