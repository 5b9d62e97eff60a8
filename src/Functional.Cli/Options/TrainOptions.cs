namespace Functional.Cli;

using Functional.Experiments;
using LanguageExt;
using Command = System.CommandLine.Command;
using FlagOption = System.CommandLine.Option<bool>;
using ParseResult = System.CommandLine.ParseResult;
using TextOption = System.CommandLine.Option<string?>;

/// <summary>The options of <c>train</c>.</summary>
internal sealed class TrainOptions
{
    private readonly TextOption data = SharedOptions.Data();
    private readonly TextOption hidden = SharedOptions.Hidden();
    private readonly TextOption activation = SharedOptions.Activation();
    private readonly TextOption loss = SharedOptions.Loss();
    private readonly TextOption optimiser = Reading.Text(
        "optimizer", "NAME", $"{Names.Optimisers.Alternatives} (default: {Names.Optimisers.NameOf(Experiment.Default.Optimiser).IfNone(string.Empty)}).");

    private readonly TextOption rate = Reading.Text("learning-rate", "RATE", $"How far each step goes (default: {Rates()}; for squared and absolute errors a tenth of that, but for adam).");
    private readonly TextOption batch = Reading.Text("batch", "SIZE", $"Samples to a step, or full for all of them (default: {Figures.Batch(Experiment.Default.Sampling)}).");
    private readonly TextOption epochs = Reading.Text("epochs", "NUMBER", $"How often to go through all samples (default: {Experiment.Default.Epochs}).");
    private readonly TextOption seed = SharedOptions.Seed();
    private readonly TextOption precision = Reading.Text(
        "precision", "NAME", $"{Names.Precisions.Alternatives} (default: {Names.Precisions.NameOf(Experiment.Default.Precision).IfNone(string.Empty)}).");

    private readonly TextOption threads = SharedOptions.Threads();
    private readonly TextOption save = Reading.Text("save", "FILE", "Where to save the trained network, as a safetensors file.");
    private readonly FlagOption json = SharedOptions.Json();

    public TrainOptions() => Command = new("train", "Train a network and show how it does. What is meant where no command is given.")
    {
        data, hidden, activation, loss, optimiser, rate, batch, epochs, seed, precision, threads, save, json,
    };

    public Command Command { get; }

    /// <summary>The settings, or everything that is wrong with the options.</summary>
    public Validation<SettingFault, TrainSettings> Read(ParseResult parsed)
    {
        var tokens = Reading.OfTokens(parsed);
        var words = tokens.IsEmpty ? Prelude.Success<SettingFault, Unit>(Unit.Default) : Validation<SettingFault, Unit>.Fail(tokens);
        var network = (SharedOptions.ReadData(parsed, data),
                Reading.Optional(parsed, hidden, Reading.Hidden),
                Reading.Optional(parsed, activation, Names.Activations.Parse),
                Reading.Optional(parsed, loss, Names.Losses.Parse),
                Reading.Optional(parsed, precision, Names.Precisions.Parse))
            .Apply((source, sizes, function, objective, numbers) => (source, sizes, function, objective, numbers));
        var way = (Reading.Optional(parsed, optimiser, Names.Optimisers.Parse),
                Reading.Optional(parsed, rate, Reading.Rate),
                Reading.Optional(parsed, batch, Reading.Batch),
                Reading.Optional(parsed, epochs, text => Reading.Whole("epochs", text, 1, Experiment.MaximumEpochs)),
                Reading.Optional(parsed, seed, Reading.Seed))
            .Apply((chosen, step, sampling, times, root) => (chosen, step, sampling, times, root));
        var rest = (words,
                SharedOptions.ReadThreads(parsed, threads),
                Reading.Optional(parsed, save, text => Reading.Path("save", text, "a file name")))
            .Apply((_, count, path) => (count, path));
        return (network, way, rest)
            .Apply((of, by, with) => Experiment.Create(
                    of.source.OrNull(),
                    of.sizes.ToNullable(),
                    of.function.OrNull(),
                    of.objective.OrNull(),
                    by.chosen.ToNullable(),
                    by.step.ToNullable(),
                    by.sampling.OrNull(),
                    by.times.ToNullable(),
                    by.root.ToNullable(),
                    of.numbers.ToNullable())
                .Map(experiment => new TrainSettings(experiment, with.count, with.path, parsed.GetValue(json))))
            .Bind(settings => settings);
    }

    private static string Rates() => string.Join(", ", Names.Optimisers.Entries.Map(entry =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Experiment.DefaultRate(entry.Value, Experiment.Default.Loss)} for {entry.Name}")));
}
