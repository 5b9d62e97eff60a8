namespace Functional.Cli;

using System;
using System.Collections.Generic;
using Functional.Experiments;
using LanguageExt;
using Argument = System.CommandLine.Argument<string?>;
using ArgumentArity = System.CommandLine.ArgumentArity;
using Command = System.CommandLine.Command;
using CompletionItem = System.CommandLine.Completions.CompletionItem;
using ParseResult = System.CommandLine.ParseResult;

/// <summary>The options of <c>completion</c>.</summary>
internal sealed class CompletionOptions
{
    private readonly Argument shell = new("SHELL") { Arity = ArgumentArity.ZeroOrOne };

    public CompletionOptions()
    {
        shell.CompletionSources.Add(_ => Shells.Words.Map(name => new CompletionItem(name)));
        Command = new("completion", "Write a script with which a shell completes commands, options and their values: bash, zsh or fish.") { shell };
    }

    public Command Command { get; }

    private static NameTable<Func<IReadOnlyList<CompletedCommand>, string, string>> Shells { get; } =
        new("shell", ("bash", BashCompletion.Of), ("zsh", ZshCompletion.Of), ("fish", FishCompletion.Of));

    /// <summary>What writes the script, or everything that is wrong with the words.</summary>
    public Validation<SettingFault, Func<IReadOnlyList<CompletedCommand>, string, string>> Read(ParseResult parsed)
    {
        var tokens = Reading.OfTokens(parsed);
        var words = tokens.IsEmpty ? Prelude.Success<SettingFault, Unit>(Unit.Default) : Validation<SettingFault, Unit>.Fail(tokens);
        var chosen = parsed.GetValue(shell) is { } name
            ? Shells.Parse(name).MapFail(fault => fault with { Setting = "'SHELL'" })
            : Prelude.Fail<SettingFault, Func<IReadOnlyList<CompletedCommand>, string, string>>(new SettingFault("'SHELL'", "nothing", Shells.Alternatives));
        return (words, chosen).Apply((_, script) => script);
    }
}
