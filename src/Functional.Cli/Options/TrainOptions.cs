namespace Functional.Cli;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Functional.Experiments;
using LanguageExt;
using Command = System.CommandLine.Command;
using FlagOption = System.CommandLine.Option<bool>;
using ParseResult = System.CommandLine.ParseResult;
using TextOption = System.CommandLine.Option<string?>;

/// <summary>The options of <c>train</c>.</summary>
internal sealed class TrainOptions
{
    /// <summary>A limit of time beyond this many seconds, thirty years, is none.</summary>
    private const double MaximumSeconds = 1e9;

    private readonly TextOption data = SharedOptions.Data();
    private readonly TextOption hidden = SharedOptions.Hidden();
    private readonly TextOption activation = SharedOptions.Activation();
    private readonly TextOption loss = SharedOptions.Loss();
    private readonly TextOption optimiser = Reading.Choice(
        "optimizer", "NAME", $"{Names.Optimisers.Alternatives} (default: {Names.Optimisers.NameOf(Experiment.Default.Optimiser).IfNone(string.Empty)}).", Names.Optimisers.Words);

    private readonly TextOption rate = Reading.Text(
        "learning-rate", "RATE", $"How far each step goes (default: {Rates()}; for squared and absolute errors and squared hinges a tenth of that with sgd, momentum and nesterov).");

    private readonly TextOption momentum = Reading.Text(
        "momentum", "DECAY", "How much of its velocity a step keeps, with momentum and nesterov (default: 0.9), rmsprop and centred-rmsprop (default: no velocity).");

    private readonly TextOption weightDecay = Reading.Text(
        "weight-decay", "STRENGTH", "Decoupled decay of the weights, with adamw and lamb (default: 0.01) and lion (default: 0).");

    private readonly TextOption schedule = Reading.Text(
        "schedule", "COURSE", $"How the learning rate goes on, counted in epochs: {RateCourseText.Alternatives} (default: constant; usual numbers: {RateCourseText.Usual}). END is a share of the rate.");

    private readonly TextOption warmUp = Reading.Text("warm-up", "EPOCHS", "Over how many epochs the learning rate rises first, before its schedule begins (default: 0).");
    private readonly TextOption clip = Reading.Text("clip", "NORM", "Scales gradients down to this norm, over all parameters together, where theirs is larger (default: no clipping).");
    private readonly TextOption batch = Reading.Text("batch", "SIZE", $"Samples to a step, or full for all of them (default: {Figures.Batch(Experiment.Default.Sampling)}).");
    private readonly TextOption epochs = Reading.Text("epochs", "NUMBER", $"How often to go through all samples (default: {Experiment.Default.Epochs}).");
    private readonly TextOption lasso = Reading.Text("l1", "STRENGTH", "Adds a penalty to the loss: STRENGTH times the sum of all weights' magnitudes (default: 0).");
    private readonly TextOption ridge = Reading.Text("l2", "STRENGTH", "Adds a penalty to the loss: half STRENGTH times the sum of all weights' squares (default: 0).");
    private readonly TextOption dropout = Reading.Text("dropout", "RATE", "The fraction that training drops at random behind each hidden activation (default: 0).");
    private readonly FlagOption batchNorm = Reading.Flag("batch-norm", "Normalises each batch between every hidden affine layer and its activation.");
    private readonly TextOption maxNorm = Reading.Text("max-norm", "NORM", "Keeps the norm of each unit's incoming weights at or below this (default: no limit).");
    private readonly TextOption smoothing = Reading.Text("label-smoothing", "SHARE", "The share of each target that is spread over all classes (default: 0).");
    private readonly TextOption classWeights = Reading.Choice(
        "class-weights", "NAME", "balanced lets each class count as much as every other, however many samples it has; none (default: none).", Prelude.Seq("balanced", "none"));

    private readonly TextOption validation = Reading.Text(
        "validation", "SHARE", "Holds a share of the samples to train on out to judge by, with the classes in the same proportions (default: none).");

    private readonly TextOption earlyStopping = Reading.Text(
        "early-stopping", "EPOCHS", "Stops after so many epochs in a row without an improvement of the validation loss; the result is the best epoch's network. Needs --validation.");

    private readonly TextOption timeLimit = Reading.Text(
        "time-limit", "SECONDS", "Ends training behind the epoch in which the time is up; how far it gets then depends on the machine (default: no limit).");

    private readonly FlagOption diagnose = SharedOptions.Diagnose();
    private readonly TextOption seed = SharedOptions.Seed();
    private readonly TextOption precision = Reading.Choice(
        "precision", "NAME", $"{Names.Precisions.Alternatives} (default: {Names.Precisions.NameOf(Experiment.Default.Precision).IfNone(string.Empty)}).", Names.Precisions.Words);

    private readonly TextOption threads = SharedOptions.Threads();
    private readonly TextOption save = Reading.Text("save", "FILE", "Where to save the trained network, as a safetensors file.");
    private readonly FlagOption json = SharedOptions.Json();
    private readonly TextOption output = SharedOptions.Output();
    private readonly RecordingOptionsReader recording = new();
    private readonly DocumentChanges changes = new();
    private readonly FlagOption print = SharedOptions.PrintExperiment();

    public TrainOptions() => Command = new GroupedCommand(
        "train",
        "Train a network and show how it does. What is meant where no command is given.",
        new("Data and network", [data, hidden, activation, batchNorm, dropout]),
        new("Loss", [loss, classWeights, smoothing, lasso, ridge]),
        new("Steps", [optimiser, rate, momentum, weightDecay, schedule, warmUp, clip, maxNorm, batch, epochs]),
        new("Judging and stopping", [validation, earlyStopping, timeLimit, diagnose]),
        new("Recording", [output, .. recording.All]),
        new("Options", [seed, precision, changes.Option, print, threads, save, json]));

    public Command Command { get; }

    /// <summary>The settings, or everything that is wrong with the options.</summary>
    public Validation<SettingFault, TrainSettings> Read(ParseResult parsed)
    {
        var start = new TrainDraft
        {
            Json = parsed.GetValue(json),
            Diagnose = parsed.GetValue(diagnose),
            PrintsExperiment = parsed.GetValue(print),
            BatchNormalisation = parsed.GetValue(batchNorm),
        };
        return Reading.Fold(parsed, Reading.OfTokens(parsed), start, Changes())
            .Bind(draft => draft.Experiment().Bind(experiment => changes.Apply(parsed, experiment)).Map(draft.Settings));
    }

    private IEnumerable<Change<TrainDraft>> Changes() =>
    [
        Change<TrainDraft>.By(data, SharedOptions.SourceOf, (draft, value) => draft with { Data = value }),
        Change<TrainDraft>.By(hidden, Reading.Hidden, (draft, value) => draft with { Hidden = value }),
        Change<TrainDraft>.By(activation, ActivationText.Parse, (draft, value) => draft with { Activation = value }),
        Change<TrainDraft>.By(loss, Names.Losses.Parse, (draft, value) => draft with { Loss = value }),
        Change<TrainDraft>.By(precision, Names.Precisions.Parse, (draft, value) => draft with { Precision = value }),
        Change<TrainDraft>.By(optimiser, Names.Optimisers.Parse, (draft, value) => draft with { Optimiser = value }),
        Change<TrainDraft>.By(rate, Reading.Rate, (draft, value) => draft with { Rate = value }),
        Change<TrainDraft>.By(batch, Reading.Batch, (draft, value) => draft with { Sampling = value }),
        Change<TrainDraft>.By(epochs, text => Reading.Whole("epochs", text, 1, Experiment.MaximumEpochs), (draft, value) => draft with { Epochs = value }),
        Change<TrainDraft>.By(seed, Reading.Seed, (draft, value) => draft with { Seed = value }),
        Change<TrainDraft>.By(momentum, text => Reading.Number("momentum", text, SettingRanges.Fraction), (draft, value) => draft with { Momentum = value }),
        Change<TrainDraft>.By(weightDecay, text => Reading.Number("weight-decay", text, SettingRanges.Strength), (draft, value) => draft with { WeightDecay = value }),
        Change<TrainDraft>.By(schedule, RateCourseText.Parse, (draft, value) => draft with { Course = value }),
        Change<TrainDraft>.By(warmUp, text => Reading.Whole("warm-up", text, 0, Experiment.MaximumEpochs), (draft, value) => draft with { WarmUp = value }),
        Change<TrainDraft>.By(lasso, text => Reading.Number("l1", text, SettingRanges.Strength), (draft, value) => draft with { L1 = value }),
        Change<TrainDraft>.By(ridge, text => Reading.Number("l2", text, SettingRanges.Strength), (draft, value) => draft with { L2 = value }),
        Change<TrainDraft>.By(maxNorm, text => Reading.Number("max-norm", text, SettingRanges.Limit), (draft, value) => draft with { MaximumNorm = value }),
        Change<TrainDraft>.By(clip, text => Reading.Number("clip", text, SettingRanges.Limit), (draft, value) => draft with { ClippingNorm = value }),
        Change<TrainDraft>.By(classWeights, Names.ClassWeights.Parse, (draft, value) => draft with { BalancesClasses = value }),
        Change<TrainDraft>.By(smoothing, text => Reading.Number("label-smoothing", text, SettingRanges.Fraction), (draft, value) => draft with { LabelSmoothing = value }),
        Change<TrainDraft>.By(dropout, text => Reading.Number("dropout", text, SettingRanges.Fraction), (draft, value) => draft with { Dropout = value }),
        Change<TrainDraft>.By(validation, text => Reading.Number("validation", text, SettingRanges.Share), (draft, value) => draft with { ValidationShare = value }),
        Change<TrainDraft>.By(earlyStopping, text => Reading.Whole("early-stopping", text, 1, Experiment.MaximumEpochs), (draft, value) => draft with { Patience = value }),
        Change<TrainDraft>.By(timeLimit, text => Reading.Number("time-limit", text, SettingRanges.Limit), (draft, value) => draft with { TimeLimit = TimeSpan.FromSeconds(Math.Min(value, MaximumSeconds)) }),
        Change<TrainDraft>.By(threads, Reading.Threads, (draft, value) => draft with { Threads = value }),
        Change<TrainDraft>.By(save, text => Reading.Path("save", text, "a file name"), (draft, value) => draft with { Save = value }),
        Change<TrainDraft>.By(output, SharedOptions.OutputOf, (draft, value) => draft with { Output = value }),
        .. recording.Changes().Select(change => change.Within<TrainDraft>(draft => draft.Recording, (draft, value) => draft with { Recording = value })),
    ];

    /// <summary>The rates with the optimisers that have them: "0.5 for sgd, 0.05 for momentum and nesterov, …".</summary>
    private static string Rates() => string.Join(", ", Names.Optimisers.Entries
        .GroupBy(entry => Experiment.DefaultRate(entry.Value, Experiment.Default.Loss))
        .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key} for {Listed([.. group.Select(entry => entry.Name)])}")));

    private static string Listed(string[] names) => names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
}
