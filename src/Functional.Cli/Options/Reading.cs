namespace Functional.Cli;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Functional.Experiments;
using Functional.Networks;
using LanguageExt;
using ArgumentArity = System.CommandLine.ArgumentArity;
using CompletionItem = System.CommandLine.Completions.CompletionItem;
using FlagOption = System.CommandLine.Option<bool>;
using OptionResult = System.CommandLine.Parsing.OptionResult;
using ParseResult = System.CommandLine.ParseResult;
using TextOption = System.CommandLine.Option<string?>;

/// <summary>From the text of options to values, or faults that name the option, what was found and what would be right.</summary>
internal static class Reading
{
    /// <summary>An option that takes a text.</summary>
    public static TextOption Text(string name, string value, string description) =>
        new($"--{name}") { HelpName = value, Description = description, Arity = ArgumentArity.ExactlyOne };

    /// <summary>An option that takes one of a few words, which a shell can complete.</summary>
    public static TextOption Choice(string name, string value, string description, Seq<string> words)
    {
        var option = Text(name, value, description);
        option.CompletionSources.Add(_ => words.Map(word => new CompletionItem(word)));
        return option;
    }

    /// <summary>An option that is there or not.</summary>
    public static FlagOption Flag(string name, string description) => new($"--{name}") { Description = description, Arity = ArgumentArity.Zero };

    /// <summary>What is wrong with the words themselves: unknown options, values that are missing or too many.</summary>
    public static Seq<SettingFault> OfTokens(ParseResult parsed)
    {
        var options = parsed.CommandResult.Command.Options.Select(option => option.Name).ToArray();
        if (parsed.CommandResult.Command is System.CommandLine.RootCommand root)
        {
            var commands = root.Subcommands.Select(command => command.Name).ToArray();
            return parsed.UnmatchedTokens.Take(1)
                .Select(token => new SettingFault($"'{token}'", "a command that there is not", Suggested(token, commands)))
                .ToArray().ToSeq().Strict();
        }

        var odd = parsed.UnmatchedTokens.Where(token => token.StartsWith('-') && token.Length > 1).ToArray();
        var unknown = (odd.Length > 0 ? odd : [.. parsed.UnmatchedTokens]).Select(token => new SettingFault(
            token.StartsWith('-') ? token.Split('=')[0] : $"'{token}'",
            token.StartsWith('-') ? "an option that there is not" : "a word that belongs to no option",
            token.StartsWith('-') ? Suggested(token.Split('=')[0], options) : "options, each beginning with --"));
        var counts = parsed.Errors
            .Select(error => error.SymbolResult)
            .OfType<OptionResult>()
            .DistinctBy(result => result.Option.Name, StringComparer.Ordinal)
            .Select(result => new SettingFault(
                result.Option.Name,
                result.IdentifierTokenCount > 1 && result.Option.Arity.MaximumNumberOfValues > 0 ? $"{result.IdentifierTokenCount} times" : "no value",
                result.Option.Arity.MaximumNumberOfValues == 0 ? "it without a value" : $"it once, with a value, {result.Option.HelpName}"));
        return unknown.Concat(counts).ToArray().ToSeq().Strict();
    }

    /// <summary>The value of an option; nothing where it was not given.</summary>
    public static Validation<SettingFault, Option<T>> Optional<T>(ParseResult parsed, TextOption option, Func<string, Validation<SettingFault, T>> read) =>
        parsed.GetResult(option) is { Implicit: false, Tokens: [{ Value: var text }] }
            ? read(text).Map(Prelude.Some)
            : Prelude.Success<SettingFault, Option<T>>(Prelude.None);

    /// <summary>What all options that are given make of a start, or everything that is wrong with their texts, behind the faults that are known already.</summary>
    public static Validation<SettingFault, TDraft> Fold<TDraft>(ParseResult parsed, Seq<SettingFault> known, TDraft start, IEnumerable<Change<TDraft>> changes)
        where TDraft : class
    {
        var faults = known;
        var draft = start;
        foreach (var change in changes)
        {
            if (parsed.GetResult(change.Option) is { Implicit: false, Tokens: [{ Value: var text }] })
            {
                (draft, faults) = change.Apply(text, draft).Match(Succ: next => (next, faults), Fail: wrong => (draft, faults + wrong));
            }
        }

        return faults.IsEmpty ? Prelude.Success<SettingFault, TDraft>(draft) : Validation<SettingFault, TDraft>.Fail(faults.Strict());
    }

    /// <summary>The value of an option that must be given; where it was given wrongly, which is told already, the stand-in.</summary>
    public static Validation<SettingFault, T> Required<T>(
        ParseResult parsed, Seq<SettingFault> told, TextOption option, T standIn, string expected, Func<string, Validation<SettingFault, T>> read) =>
        Optional(parsed, option, read).Bind(value => value.Match(
            Some: Prelude.Success<SettingFault, T>,
            None: () => told.Exists(fault => string.Equals(fault.Setting, option.Name, StringComparison.Ordinal))
                ? Prelude.Success<SettingFault, T>(standIn)
                : Prelude.Fail<SettingFault, T>(new SettingFault(option.Name[2..], "nothing", expected))));

    /// <summary>The value, or null.</summary>
    public static T? OrNull<T>(this Option<T> option)
        where T : class => option.MatchUnsafe<T?>(value => value, () => null);

    /// <summary>A whole number in a range.</summary>
    public static Validation<SettingFault, int> Whole(string setting, string text, int minimum, int maximum) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum
            ? Prelude.Success<SettingFault, int>(value)
            : Fault<int>(setting, text, maximum == int.MaxValue
                ? $"a whole number, at least {minimum}"
                : string.Create(CultureInfo.InvariantCulture, $"a whole number from {minimum} to {maximum:N0}"));

    /// <summary>A seed.</summary>
    public static Validation<SettingFault, ulong> Seed(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? Prelude.Success<SettingFault, ulong>(value)
            : Fault<ulong>("seed", text, $"a whole number from 0 to {ulong.MaxValue}");

    /// <summary>A learning rate.</summary>
    public static Validation<SettingFault, double> Rate(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && value > 0
            ? Prelude.Success<SettingFault, double>(value)
            : Fault<double>("learning-rate", text, "a finite number above 0, such as 0.1");

    /// <summary>A number in a range; what is no number is told with the same range.</summary>
    public static Validation<SettingFault, double> Number(string setting, string text, Func<string, double, Validation<SettingFault, double>> check) =>
        check(setting, double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN)
            .MapFail(fault => fault with { Found = $"'{text}'" });

    /// <summary>A batch size, or "full".</summary>
    public static Validation<SettingFault, Sampling> Batch(string text) => string.Equals(text, "full", StringComparison.OrdinalIgnoreCase)
        ? Prelude.Success<SettingFault, Sampling>(new FullBatch())
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size >= 1
        ? Prelude.Success<SettingFault, Sampling>(new MiniBatch(size))
        : Fault<Sampling>("batch", text, "a whole number, at least 1, or full");

    /// <summary>Sizes of hidden layers, or "none".</summary>
    public static Validation<SettingFault, Seq<int>> Hidden(string text)
    {
        if (string.Equals(text, "none", StringComparison.OrdinalIgnoreCase))
        {
            return Prelude.Success<SettingFault, Seq<int>>(Seq<int>.Empty);
        }

        var sizes = text.Split(',').Select(part => int.TryParse(part.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : -1).ToArray();
        return sizes.Length <= Experiment.MaximumLayers && sizes.All(size => size is >= 1 and <= Experiment.MaximumLayerSize)
            ? Prelude.Success<SettingFault, Seq<int>>(sizes.ToSeq().Strict())
            : Fault<Seq<int>>("hidden", text, string.Create(
                CultureInfo.InvariantCulture,
                $"sizes from 1 to {Experiment.MaximumLayerSize:N0} with commas, such as 512,256 (at most {Experiment.MaximumLayers}), or none"));
    }

    /// <summary>A number of threads.</summary>
    public static Validation<SettingFault, int> Threads(string text) => Whole("threads", text, 1, Numerics.Execution.MaximumThreads);

    /// <summary>A path that is not empty.</summary>
    public static Validation<SettingFault, string> Path(string setting, string text, string expected) => string.IsNullOrWhiteSpace(text)
        ? Fault<string>(setting, text, expected)
        : Prelude.Success<SettingFault, string>(text);

    /// <summary>An argument that must be there and is not empty.</summary>
    public static Validation<SettingFault, string> Required(string? text, string name, string expected) => string.IsNullOrWhiteSpace(text)
        ? Prelude.Fail<SettingFault, string>(new SettingFault($"'{name}'", text is null ? "nothing" : $"'{text}'", expected))
        : Prelude.Success<SettingFault, string>(text);

    /// <summary>A fault about a text.</summary>
    public static Validation<SettingFault, T> Fault<T>(string setting, string text, string expected) =>
        Prelude.Fail<SettingFault, T>(new SettingFault(setting, $"'{text}'", expected));

    /// <summary>The known option that a word is nearest to, or all of them.</summary>
    private static string Suggested(string word, string[] known) => NearestName.Or(word, known, $"one of {string.Join(", ", known)}");
}
