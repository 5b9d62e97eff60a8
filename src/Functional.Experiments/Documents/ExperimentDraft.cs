namespace Functional.Experiments;

using Functional.Networks;
using LanguageExt;

/// <summary>What a document says of an experiment, before it is known whether it fits together.</summary>
internal sealed record ExperimentDraft
{
    public DataSource Data { get; init; } = Experiment.Default.Data;

    public Option<Seq<int>> Hidden { get; init; }

    public Activation Activation { get; init; } = Experiment.Default.Activation;

    public Option<Seq<Architecture>> Layers { get; init; }

    public Option<Initialiser> Initialiser { get; init; }

    public Loss Loss { get; init; } = Experiment.Default.Loss;

    public Optimiser Optimiser { get; init; } = Experiment.Default.Optimiser;

    public Option<double> Rate { get; init; }

    public Option<double> Momentum { get; init; }

    public Option<double> WeightDecay { get; init; }

    public Option<double> FirstDecay { get; init; }

    public Option<double> SecondDecay { get; init; }

    public Option<double> Epsilon { get; init; }

    public RateCourse Course { get; init; } = Experiment.Default.Course;

    public int WarmUp { get; init; }

    public Sampling Sampling { get; init; } = Experiment.Default.Sampling;

    public int Epochs { get; init; } = Experiment.Default.Epochs;

    public ulong Seed { get; init; }

    public Precision Precision { get; init; }

    public Regularisation Regularisation { get; init; } = Regularisation.None;

    public Option<double> ValidationShare { get; init; }

    public Option<int> Patience { get; init; }

    /// <summary>What a document says of an experiment that there is.</summary>
    /// <param name="experiment">The experiment.</param>
    public static ExperimentDraft Of(Experiment experiment) => new()
    {
        Data = experiment.Data,
        Hidden = experiment.Layers.IsSome ? Option<Seq<int>>.None : experiment.Hidden,
        Activation = experiment.Activation,
        Layers = experiment.Layers,
        Initialiser = experiment.Initialiser,
        Loss = experiment.Loss,
        Optimiser = experiment.Optimiser,
        Rate = experiment.LearningRate,
        Momentum = experiment.Momentum,
        WeightDecay = experiment.WeightDecay,
        FirstDecay = experiment.FirstDecay,
        SecondDecay = experiment.SecondDecay,
        Epsilon = experiment.Epsilon,
        Course = experiment.Course,
        WarmUp = experiment.WarmUp,
        Sampling = experiment.Sampling,
        Epochs = experiment.Epochs,
        Seed = experiment.Seed,
        Precision = experiment.Precision,
        Regularisation = experiment.Regularisation,
        ValidationShare = experiment.ValidationShare,
        Patience = experiment.Patience,
    };

    /// <summary>The experiment, or what does not go together in it.</summary>
    public Validation<SettingFault, Experiment> Create() => Experiment.Create(
        Data,
        Hidden.ToNullable(),
        Activation,
        Loss,
        Optimiser,
        Rate.ToNullable(),
        Sampling,
        Epochs,
        Seed,
        Precision,
        Momentum.ToNullable(),
        WeightDecay.ToNullable(),
        Course,
        WarmUp,
        Regularisation,
        ValidationShare.ToNullable(),
        Patience.ToNullable(),
        Layers.ToNullable(),
        Initialiser.MatchUnsafe<Initialiser?>(Some: own => own, None: () => null),
        FirstDecay.ToNullable(),
        SecondDecay.ToNullable(),
        Epsilon.ToNullable());
}
