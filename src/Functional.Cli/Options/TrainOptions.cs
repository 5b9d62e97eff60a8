namespace Functional.Cli;

using System;
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
        var tokens = Reading.OfTokens(parsed);
        var words = tokens.IsEmpty ? Prelude.Success<SettingFault, Unit>(Unit.Default) : Validation<SettingFault, Unit>.Fail(tokens);
        var network = (SharedOptions.ReadData(parsed, data),
                Reading.Optional(parsed, hidden, Reading.Hidden),
                Reading.Optional(parsed, activation, ActivationText.Parse),
                Reading.Optional(parsed, loss, Names.Losses.Parse),
                Reading.Optional(parsed, precision, Names.Precisions.Parse))
            .Apply((source, sizes, function, objective, numbers) => (source, sizes, function, objective, numbers));
        var way = (Reading.Optional(parsed, optimiser, Names.Optimisers.Parse),
                Reading.Optional(parsed, rate, Reading.Rate),
                Reading.Optional(parsed, batch, Reading.Batch),
                Reading.Optional(parsed, epochs, text => Reading.Whole("epochs", text, 1, Experiment.MaximumEpochs)),
                Reading.Optional(parsed, seed, Reading.Seed))
            .Apply((chosen, step, sampling, times, root) => (chosen, step, sampling, times, root));
        var course = (Number(parsed, momentum, "momentum", SettingRanges.Fraction),
                Number(parsed, weightDecay, "weight-decay", SettingRanges.Strength),
                Reading.Optional(parsed, schedule, RateCourseText.Parse),
                Reading.Optional(parsed, warmUp, text => Reading.Whole("warm-up", text, 0, Experiment.MaximumEpochs)))
            .Apply((velocity, decay, path, rise) => (velocity, decay, path, rise));
        var judging = (Number(parsed, validation, "validation", SettingRanges.Share),
                Reading.Optional(parsed, earlyStopping, text => Reading.Whole("early-stopping", text, 1, Experiment.MaximumEpochs)),
                Number(parsed, timeLimit, "time-limit", SettingRanges.Limit))
            .Apply((share, patience, seconds) => (share, patience, seconds));
        var rest = (words,
                SharedOptions.ReadThreads(parsed, threads),
                Reading.Optional(parsed, save, text => Reading.Path("save", text, "a file name")),
                SharedOptions.ReadOutput(parsed, output),
                recording.Read(parsed))
            .Apply((_, count, path, folder, recorded) => (count, path, folder, recorded));
        return ((network, way).Apply((of, by) => (of, by)), (course, judging).Apply((along, until) => (along, until)), ReadRegularisation(parsed), rest)
            .Apply((basics, control, bounds, with) => Experiment.Create(
                    basics.of.source.OrNull(),
                    basics.of.sizes.ToNullable(),
                    basics.of.function.OrNull(),
                    basics.of.objective.OrNull(),
                    basics.by.chosen.ToNullable(),
                    basics.by.step.ToNullable(),
                    basics.by.sampling.OrNull(),
                    basics.by.times.ToNullable(),
                    basics.by.root.ToNullable(),
                    basics.of.numbers.ToNullable(),
                    control.along.velocity.ToNullable(),
                    control.along.decay.ToNullable(),
                    control.along.path.OrNull(),
                    control.along.rise.ToNullable(),
                    bounds,
                    control.until.share.ToNullable(),
                    control.until.patience.ToNullable())
                .Bind(experiment => changes.Apply(parsed, experiment))
                .Map(experiment => new TrainSettings(
                    experiment,
                    with.count,
                    with.path,
                    parsed.GetValue(json),
                    control.until.seconds.Map(seconds => TimeSpan.FromSeconds(Math.Min(seconds, MaximumSeconds))),
                    parsed.GetValue(diagnose))
                {
                    Output = with.folder,
                    Recording = with.recorded,
                    PrintsExperiment = parsed.GetValue(print),
                }))
            .Bind(settings => settings);
    }

    private Validation<SettingFault, Regularisation> ReadRegularisation(ParseResult parsed)
    {
        var penalties = (Number(parsed, lasso, "l1", SettingRanges.Strength), Number(parsed, ridge, "l2", SettingRanges.Strength))
            .Apply((one, two) => (one, two));
        var limits = (Number(parsed, maxNorm, "max-norm", SettingRanges.Limit), Number(parsed, clip, "clip", SettingRanges.Limit))
            .Apply((weights, gradient) => (weights, gradient));
        var targets = (Reading.Optional(parsed, classWeights, Names.ClassWeights.Parse), Number(parsed, smoothing, "label-smoothing", SettingRanges.Fraction))
            .Apply((balances, share) => (balances, share));
        return (penalties, limits, targets, Number(parsed, dropout, "dropout", SettingRanges.Fraction))
            .Apply((price, limit, target, dropped) => new Regularisation(
                price.one.IfNone(0),
                price.two.IfNone(0),
                dropped.IfNone(0),
                parsed.GetValue(batchNorm),
                limit.weights,
                limit.gradient,
                target.balances.IfNone(false),
                target.share.IfNone(0)));
    }

    private static Validation<SettingFault, Option<double>> Number(
        ParseResult parsed, TextOption option, string setting, Func<string, double, Validation<SettingFault, double>> check) =>
        Reading.Optional(parsed, option, text => Reading.Number(setting, text, check));

    /// <summary>The rates with the optimisers that have them: "0.5 for sgd, 0.05 for momentum and nesterov, …".</summary>
    private static string Rates() => string.Join(", ", Names.Optimisers.Entries
        .GroupBy(entry => Experiment.DefaultRate(entry.Value, Experiment.Default.Loss))
        .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key} for {Listed([.. group.Select(entry => entry.Name)])}")));

    private static string Listed(string[] names) => names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
}
