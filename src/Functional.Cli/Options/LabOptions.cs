namespace Functional.Cli;

using System;
using Functional.Experiments;
using LanguageExt;
using ArgumentArity = System.CommandLine.ArgumentArity;
using Arguments = System.CommandLine.Argument<string[]>;
using Command = System.CommandLine.Command;
using FlagOption = System.CommandLine.Option<bool>;
using ParseResult = System.CommandLine.ParseResult;
using TextOption = System.CommandLine.Option<string?>;
using TextsOption = System.CommandLine.Option<string[]>;

/// <summary>The options of <c>lab</c>.</summary>
internal sealed class LabOptions
{
    private readonly Arguments files = new("FILES") { Arity = ArgumentArity.ZeroOrMore };
    private readonly DocumentChanges changes = new();
    private readonly TextsOption also = new("--also")
    {
        HelpName = "PATH",
        Description = "Another build of functional that carries a row out: the program, functional.dll, or the folder of either; may come more than once.",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly TextOption sources = Reading.Text("sources", "FOLDER", "A checkout of the sources: this command is built of them for debugging, for release, and published ahead of time, and each build carries a row out.");
    private readonly TextOption only = Reading.Text("only", "WORDS", "Only rows whose names contain one of these words, with commas between them, beside the reference (default: all).");
    private readonly FlagOption json = SharedOptions.Json();
    private readonly FlagOption serve = Reading.Flag(LabServer.Argument[2..], "Be one of the laboratory's processes: carry out what standard input orders. This is how lab starts its rows.");

    public LabOptions() => Command = new GroupedCommand(
        "lab",
        "Carry experiments out with other threads, vectors, compilers, collectors, cultures, time zones, processes and builds, and say whether all come to the same bits.",
        new("Experiments", [changes.Option]),
        new("Rows", [only, also, sources]),
        new("Options", [json, serve]))
    {
        files,
    };

    public Command Command { get; }

    /// <summary>Whether this process is one of the laboratory's.</summary>
    public bool IsServing(ParseResult parsed) => parsed.GetValue(serve);

    /// <summary>What is asked for, or everything that is wrong with the options.</summary>
    public Validation<SettingFault, LabSettings> Read(ParseResult parsed)
    {
        var tokens = Reading.OfTokens(parsed);
        var words = tokens.IsEmpty ? Prelude.Success<SettingFault, Unit>(Unit.Default) : Validation<SettingFault, Unit>.Fail(tokens);
        return (words,
                Reading.Optional(parsed, sources, text => Reading.Path("sources", text, "the folder of a checkout, with Functional.sln")),
                Reading.Optional(parsed, only, ReadWords))
            .Apply((_, folder, names) => new LabSettings(
                (parsed.GetValue(files) ?? []).ToSeq().Strict(),
                experiment => changes.Apply(parsed, experiment),
                names.IfNone(Seq<string>.Empty),
                (parsed.GetValue(also) ?? []).ToSeq().Strict(),
                folder,
                parsed.GetValue(json)));
    }

    private static Validation<SettingFault, Seq<string>> ReadWords(string text)
    {
        var all = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToSeq().Strict();
        var names = LabMatrix.All.Map(setting => setting.Name).Strict();
        var unknown = all.Filter(word => !names.Exists(name => name.Contains(word, StringComparison.OrdinalIgnoreCase)));
        return all.IsEmpty || !unknown.IsEmpty
            ? Reading.Fault<Seq<string>>("only", unknown.HeadOrNone().IfNone(text), $"words in names of rows: {string.Join(", ", names)}")
            : Prelude.Success<SettingFault, Seq<string>>(all);
    }
}
