namespace Functional.Cli;

using System;
using Functional.Experiments;
using Functional.Networks;
using LanguageExt;

/// <summary>What the options of <c>train</c> say, option by option, before it is known whether it fits together. What is null was not said.</summary>
internal sealed record TrainDraft
{
    public DataSource? Data { get; init; }

    public Seq<int>? Hidden { get; init; }

    public Activation? Activation { get; init; }

    public Loss? Loss { get; init; }

    public Precision? Precision { get; init; }

    public Optimiser? Optimiser { get; init; }

    public double? Rate { get; init; }

    public Sampling? Sampling { get; init; }

    public int? Epochs { get; init; }

    public ulong? Seed { get; init; }

    public double? Momentum { get; init; }

    public double? WeightDecay { get; init; }

    public RateCourse? Course { get; init; }

    public int? WarmUp { get; init; }

    public double L1 { get; init; }

    public double L2 { get; init; }

    public double Dropout { get; init; }

    public bool BatchNormalisation { get; init; }

    public Option<double> MaximumNorm { get; init; }

    public Option<double> ClippingNorm { get; init; }

    public bool BalancesClasses { get; init; }

    public double LabelSmoothing { get; init; }

    public double? ValidationShare { get; init; }

    public int? Patience { get; init; }

    public Option<TimeSpan> TimeLimit { get; init; }

    public int Threads { get; init; } = Environment.ProcessorCount;

    public Option<string> Save { get; init; }

    public Option<string> Output { get; init; }

    public RecordingOptions Recording { get; init; } = RecordingOptions.Default;

    public bool Json { get; init; }

    public bool Diagnose { get; init; }

    public bool PrintsExperiment { get; init; }

    /// <summary>The experiment, or what does not go together in it.</summary>
    public Validation<SettingFault, Experiment> Experiment() => Functional.Experiments.Experiment.Create(
        Data,
        Hidden,
        Activation,
        Loss,
        Optimiser,
        Rate,
        Sampling,
        Epochs,
        Seed,
        Precision,
        Momentum,
        WeightDecay,
        Course,
        WarmUp,
        new(L1, L2, Dropout, BatchNormalisation, MaximumNorm, ClippingNorm, BalancesClasses, LabelSmoothing),
        ValidationShare,
        Patience);

    /// <summary>The settings around an experiment.</summary>
    public TrainSettings Settings(Experiment experiment) => new(experiment, Threads, Save, Json, TimeLimit, Diagnose)
    {
        Output = Output,
        Recording = Recording,
        PrintsExperiment = PrintsExperiment,
    };
}
