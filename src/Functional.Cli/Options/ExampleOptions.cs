namespace Functional.Cli;

using System;
using System.Linq;
using Functional.Cli.Examples;
using Functional.Experiments;
using LanguageExt;
using Argument = System.CommandLine.Argument<string?>;
using ArgumentArity = System.CommandLine.ArgumentArity;
using Command = System.CommandLine.Command;
using CompletionItem = System.CommandLine.Completions.CompletionItem;
using FlagOption = System.CommandLine.Option<bool>;
using ParseResult = System.CommandLine.ParseResult;
using TextOption = System.CommandLine.Option<string?>;

/// <summary>The options of <c>example</c>.</summary>
internal sealed class ExampleOptions
{
    private readonly Argument name = new("NAME") { Arity = ArgumentArity.ZeroOrOne };
    private readonly TextOption data = SharedOptions.Data();
    private readonly TextOption output = Reading.Text("output", "DIR", "Write the pictures that the example draws to this directory (default: none is written).");
    private readonly TextOption seed = Reading.Text("seed", "NUMBER", "What everything random is derived from (default: the seed of the original).");
    private readonly FlagOption quick = Reading.Flag("quick", "A short form that takes a few seconds at most.");
    private readonly TextOption decay = Reading.Text("learning-rate-decay", "DECAY", "The learning rate at iteration t is its first value / (1 + DECAY · t) (default: 0).");
    private readonly TextOption momentum = Reading.Text("momentum", "DECAY", "How much of the velocity a step keeps, at least 0 and below 1 (default: 0).");
    private readonly TextOption l2 = Reading.Text("l2", "STRENGTH", "Add the penalty ½ · STRENGTH · Σ w² to the cost (default: 0).");

    public ExampleOptions()
    {
        name.CompletionSources.Add(_ => ExampleTable.All.Select(example => new CompletionItem(example.Name)));
        Command = new("example", "Run a program that people know from tutorials and courses; without a name, list them all.") { name, data, output, seed, quick, decay, momentum, l2 };
    }

    public Command Command { get; }

    /// <summary>The example and its settings, nothing where all are to be listed, or everything that is wrong with the options.</summary>
    public Validation<SettingFault, Option<(Example Example, ExampleSettings Settings)>> Read(ParseResult parsed)
    {
        var tokens = Reading.OfTokens(parsed);
        var words = tokens.IsEmpty ? Prelude.Success<SettingFault, Unit>(Unit.Default) : Validation<SettingFault, Unit>.Fail(tokens);
        var learning = (Fraction(parsed, decay, double.MaxValue, "a finite number, at least 0"),
                Fraction(parsed, momentum, BelowOne, "a number, at least 0 and below 1"),
                Fraction(parsed, l2, double.MaxValue, "a finite number, at least 0"))
            .Apply((falls, keeps, strength) => (falls, keeps, strength));
        var settings = (words,
                SharedOptions.ReadData(parsed, data),
                Reading.Optional(parsed, output, text => Reading.Path("output", text, "a directory")),
                Reading.Optional(parsed, seed, Reading.Seed),
                learning)
            .Apply((_, source, directory, number, rates) => new ExampleSettings(source.IfNone(() => new DataSource.EmbeddedDigits()), directory, number, parsed.GetValue(quick))
            {
                LearningRateDecay = rates.falls,
                Momentum = rates.keeps,
                L2 = rates.strength,
            });
        return (settings, ReadName(parsed)).Apply((chosen, example) => example.Map(one => (one, chosen)));
    }

    private static double BelowOne => Math.BitDecrement(1.0);

    private static Validation<SettingFault, double> Fraction(ParseResult parsed, TextOption option, double maximum, string expected) =>
        Reading.Optional(parsed, option, text => Reading.Number(option.Name[2..], text, (setting, value) => value >= 0 && value <= maximum
                ? Prelude.Success<SettingFault, double>(value)
                : Prelude.Fail<SettingFault, double>(new SettingFault(setting, $"'{value}'", expected))))
            .Map(value => value.IfNone(0));

    private Validation<SettingFault, Option<Example>> ReadName(ParseResult parsed)
    {
        var given = Command.Options.Where(option => parsed.GetResult(option) is { Implicit: false }).Select(option => option.Name).ToArray();
        if (parsed.GetValue(name) is not { } word)
        {
            return given.Length == 0
                ? Prelude.Success<SettingFault, Option<Example>>(Prelude.None)
                : Prelude.Fail<SettingFault, Option<Example>>(new SettingFault(given[0], "no example that it is for", $"a name before it: {Names()}"));
        }

        if (ExampleTable.Find(word) is not { } example)
        {
            return Prelude.Fail<SettingFault, Option<Example>>(new SettingFault($"'{word}'", "an example that there is not", Suggestion(word)));
        }

        var odd = given.Except(example.Options, StringComparer.Ordinal).Select(option => new SettingFault(
            option, $"it with {example.Name}", example.Options.Count == 0 ? "no option, since this example takes none" : $"one of those that this example takes: {string.Join(", ", example.Options)}"));
        var faults = odd.ToArray().ToSeq().Strict();
        return faults.IsEmpty ? Prelude.Success<SettingFault, Option<Example>>(example) : Validation<SettingFault, Option<Example>>.Fail(faults);
    }

    private static string Suggestion(string word)
    {
        var names = ExampleTable.All.Select(example => example.Name).ToArray();
        return NearestName.Of(word, names) is { } nearest ? $"{nearest}, or another one of {Names()}" : $"one of {Names()}";
    }

    private static string Names() => string.Join(", ", ExampleTable.All.Select(example => example.Name));
}
