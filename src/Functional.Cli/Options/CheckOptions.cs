namespace Functional.Cli;

using Functional.Experiments;
using Functional.Networks;
using LanguageExt;
using Command = System.CommandLine.Command;
using FlagOption = System.CommandLine.Option<bool>;
using ParseResult = System.CommandLine.ParseResult;
using TextOption = System.CommandLine.Option<string?>;

/// <summary>The options of <c>check</c>.</summary>
internal sealed class CheckOptions
{
    private const int DefaultSamples = 3;
    private const int MaximumSamples = 10_000;
    private const int MaximumDirections = 10_000;

    private readonly TextOption data = SharedOptions.Data();
    private readonly TextOption hidden = SharedOptions.Hidden();
    private readonly TextOption activation = SharedOptions.Activation();
    private readonly TextOption loss = SharedOptions.Loss();
    private readonly TextOption samples = Reading.Text("samples", "NUMBER", $"On how many samples (default: {DefaultSamples}).");
    private readonly TextOption directions = Reading.Text(
        "directions", "NUMBER", "Along so many random directions for each tensor; for large networks (default: every single parameter and input).");

    private readonly TextOption seed = SharedOptions.Seed();
    private readonly TextOption threads = SharedOptions.Threads();
    private readonly FlagOption json = SharedOptions.Json();

    public CheckOptions() => Command = new("check", "Prove a network's gradient: compare the backward pass with numeric differentiation, in double precision.")
    {
        data, hidden, activation, loss, samples, directions, seed, threads, json,
    };

    public Command Command { get; }

    /// <summary>The settings, or everything that is wrong with the options.</summary>
    public Validation<SettingFault, CheckSettings> Read(ParseResult parsed)
    {
        var tokens = Reading.OfTokens(parsed);
        var words = tokens.IsEmpty ? Prelude.Success<SettingFault, Unit>(Unit.Default) : Validation<SettingFault, Unit>.Fail(tokens);
        var network = (SharedOptions.ReadData(parsed, data),
                Reading.Optional(parsed, hidden, Reading.Hidden),
                Reading.Optional(parsed, activation, ActivationText.Parse),
                Reading.Optional(parsed, loss, Names.Losses.Parse),
                Reading.Optional(parsed, seed, Reading.Seed))
            .Apply((source, sizes, function, objective, root) => (source, sizes, function, objective, root));
        var way = (words,
                Reading.Optional(parsed, samples, text => Reading.Whole("samples", text, 1, MaximumSamples)),
                Reading.Optional(parsed, directions, text => Reading.Whole("directions", text, 1, MaximumDirections)),
                SharedOptions.ReadThreads(parsed, threads))
            .Apply((_, count, along, cores) => (count, along, cores));
        return (network, way)
            .Apply((of, by) => Experiment.Create(
                    of.source.OrNull(),
                    of.sizes.ToNullable(),
                    of.function.OrNull(),
                    of.objective.OrNull(),
                    sampling: new FullBatch(),
                    seed: of.root.ToNullable(),
                    precision: Precision.Double)
                .Map(experiment => new CheckSettings(experiment, by.count.IfNone(DefaultSamples), by.along, by.cores, parsed.GetValue(json))))
            .Bind(settings => settings);
    }
}
