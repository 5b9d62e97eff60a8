namespace Functional.Experiments;

using System;
using Functional.Networks;
using LanguageExt;

/// <summary>How the files of a run folder stand as JSON.</summary>
internal static class RunForms
{
    private static readonly NameTable<RunPhase> Phases = new(
        "phase", ("running", RunPhase.Running), ("stopped", RunPhase.Stopped), ("finished", RunPhase.Finished), ("diverged", RunPhase.Diverged), ("failed", RunPhase.Failed));

    private static readonly WholeForm<int> Count = new(0, int.MaxValue);
    private static readonly WholeForm<long> LongCount = new(0, long.MaxValue);

    /// <summary>status.json.</summary>
    public static MembersForm<RunStatus> Status { get; } = new(
        Version<RunStatus>(),
        One<RunStatus, RunPhase>("phase", new NameForm<RunPhase>(Phases), own => own.Phase, (own, value) => own with { Phase = value }),
        One<RunStatus, long>("step", LongCount, own => own.Step, (own, value) => own with { Step = value }),
        One<RunStatus, int>("epochs", Count, own => own.Epochs, (own, value) => own with { Epochs = value }),
        One<RunStatus, Option<int>>("resultEpoch", new OptionalForm<int>(Count), own => own.ChosenEpoch, (own, value) => own with { ChosenEpoch = value }),
        One<RunStatus, Option<string>>("ending", Text(), own => own.Ending, (own, value) => own with { Ending = value }),
        One<RunStatus, Option<string>>("message", Text(), own => own.Message, (own, value) => own with { Message = value }),
        One<RunStatus, double>("seconds", new NumberForm(NumberRange.Strength), own => own.Seconds, (own, value) => own with { Seconds = value }),
        One<RunStatus, int>("sessions", Count, own => own.Sessions, (own, value) => own with { Sessions = value }));

    /// <summary>fingerprints.json.</summary>
    public static MembersForm<RunFingerprints> Fingerprints { get; } = new(
        Version<RunFingerprints>(),
        One<RunFingerprints, string>("experiment", Digest(), own => own.Experiment, (own, value) => own with { Experiment = value }),
        One<RunFingerprints, string>("data", Digest(), own => own.Data, (own, value) => own with { Data = value }),
        One<RunFingerprints, string>("initial", Digest(), own => own.Initial, (own, value) => own with { Initial = value }),
        One<RunFingerprints, Option<string>>("final", new OptionalForm<string>(Digest()), own => own.Final, (own, value) => own with { Final = value }));

    /// <summary>environment.json: a session after another.</summary>
    public static MembersForm<Seq<RunEnvironment>> Environment { get; } = new(
        Version<Seq<RunEnvironment>>(),
        One<Seq<RunEnvironment>, Seq<RunEnvironment>>("sessions", new ListForm<RunEnvironment>(new ObjectForm<RunEnvironment>(Session(), new("", 0, 0, "", "", "", 0, 0, "", "")), 1 << 16), own => own, (_, value) => value));

    /// <summary>A line of metrics.jsonl.</summary>
    public static MembersForm<EpochFigures> Epoch { get; } = new(
        One<EpochFigures, int>("epoch", Count, own => own.Epoch, (own, value) => own with { Epoch = value }),
        One<EpochFigures, double>("loss", Number(), own => own.Loss, (own, value) => own with { Loss = value }),
        One<EpochFigures, double>("trainAccuracy", Number(), own => own.TrainAccuracy, (own, value) => own with { TrainAccuracy = value }),
        One<EpochFigures, Option<double>>("validationLoss", new OptionalForm<double>(Number()), own => Validated(own, judged => judged.Loss), (own, value) => Judged(own, value, (judged, number) => judged with { Loss = number })),
        One<EpochFigures, Option<double>>("validationAccuracy", new OptionalForm<double>(Number()), own => Validated(own, judged => judged.Accuracy), (own, value) => Judged(own, value, (judged, number) => judged with { Accuracy = number })),
        One<EpochFigures, double>("testLoss", Number(), own => own.TestLoss, (own, value) => own with { TestLoss = value }),
        One<EpochFigures, double>("testAccuracy", Number(), own => own.TestAccuracy, (own, value) => own with { TestAccuracy = value }),
        One<EpochFigures, double>("learningRate", Number(), own => own.LearningRate, (own, value) => own with { LearningRate = value }));

    /// <summary>A line of layers.jsonl.</summary>
    public static MembersForm<NetworkFigures> Layers { get; } = new(
        One<NetworkFigures, long>("step", LongCount, own => own.Step, (own, value) => own with { Step = value }),
        One<NetworkFigures, double>("loss", Number(), own => own.Loss, (own, value) => own with { Loss = value }),
        One<NetworkFigures, Seq<LayerFigures>>(
            "layers", new ListForm<LayerFigures>(new ObjectForm<LayerFigures>(Layer(), new("", "", 0, 0, null, null, null, null, null)), 1 << 16), own => own.Layers, (own, value) => own with { Layers = value }));

    private static MembersForm<LayerFigures> Layer() => new(
        One<LayerFigures, string>("place", Words(), own => own.Place, (own, value) => own with { Place = value }),
        One<LayerFigures, string>("title", Words(), own => own.Title, (own, value) => own with { Title = value }),
        One<LayerFigures, double>("output", Number(), own => own.Output, (own, value) => own with { Output = value }),
        One<LayerFigures, double>("outputGradient", Number(), own => own.OutputGradient, (own, value) => own with { OutputGradient = value }),
        Perhaps("deadShare", own => own.DeadShare, (own, value) => own with { DeadShare = value }),
        Perhaps("saturatedShare", own => own.SaturatedShare, (own, value) => own with { SaturatedShare = value }),
        Perhaps("weights", own => own.Weights, (own, value) => own with { Weights = value }),
        Perhaps("weightGradient", own => own.WeightGradient, (own, value) => own with { WeightGradient = value }),
        Perhaps("update", own => own.Update, (own, value) => own with { Update = value }));

    private static Member<LayerFigures> Perhaps(string name, Func<LayerFigures, double?> get, Func<LayerFigures, double?, LayerFigures> set) => One<LayerFigures, Option<double>>(
        name, new OptionalForm<double>(Number()), own => get(own) is { } value ? value : Option<double>.None, (own, value) => set(own, value.ToNullable()));

    private static MembersForm<RunEnvironment> Session() => new(
        One<RunEnvironment, string>("functional", Words(), own => own.Program, (own, value) => own with { Program = value }),
        One<RunEnvironment, int>("arithmetic", Count, own => own.Arithmetic, (own, value) => own with { Arithmetic = value }),
        One<RunEnvironment, int>("randomStream", Count, own => own.RandomStream, (own, value) => own with { RandomStream = value }),
        One<RunEnvironment, string>("framework", Words(), own => own.Framework, (own, value) => own with { Framework = value }),
        One<RunEnvironment, string>("operatingSystem", Words(), own => own.OperatingSystem, (own, value) => own with { OperatingSystem = value }),
        One<RunEnvironment, string>("processor", Words(), own => own.Processor, (own, value) => own with { Processor = value }),
        One<RunEnvironment, int>("processors", Count, own => own.Processors, (own, value) => own with { Processors = value }),
        One<RunEnvironment, int>("threads", Count, own => own.Threads, (own, value) => own with { Threads = value }),
        One<RunEnvironment, string>("vectors", Words(), own => own.Vectors, (own, value) => own with { Vectors = value }),
        One<RunEnvironment, string>("started", Words(), own => own.Started, (own, value) => own with { Started = value }));

    private static Member<T> Version<T>() => One<T, int>("version", new VersionForm(ExperimentForm.Version, "the only version that this program reads"), _ => ExperimentForm.Version, (own, _) => own);

    private static Member<TOwner> One<TOwner, TValue>(string name, Form<TValue> form, Func<TOwner, TValue> get, Func<TOwner, TValue, TOwner> set) =>
        new Member<TOwner, TValue>(form, get, set) { Name = name, Description = name, IsRequired = true };

    private static TextForm Words() => new("words");

    private static OptionalForm<string> Text() => new(Words());

    private static TextForm Digest() => new("a fingerprint of 64 hexadecimal digits");

    private static NumberForm Number() => new(NumberRange.Finite);

    private static Option<double> Validated(EpochFigures figures, Func<JudgedFigures, double> number) => figures.Validation is { } judged ? number(judged) : Option<double>.None;

    private static EpochFigures Judged(EpochFigures figures, Option<double> number, Func<JudgedFigures, double, JudgedFigures> set) =>
        figures with { Validation = number.MatchUnsafe(Some: value => set(figures.Validation ?? new(0, 0), value), None: () => figures.Validation) };
}
