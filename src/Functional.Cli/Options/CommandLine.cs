namespace Functional.Cli;

using System;
using System.CommandLine;
using System.CommandLine.Help;
using System.Linq;

/// <summary>The grammar, commands and options, and what runs each command.</summary>
internal sealed class CommandLine
{
    /// <summary>The command that is meant where none is given.</summary>
    public const string Default = "train";

    /// <summary>The commands in the order of the help.</summary>
    private static readonly Entry[] Entries =
    [
        new("train", () => Known.Of(new TrainOptions(), options => options.Command, TrainCommand.Run)),
        new("init", () => Known.Of(new InitOptions(), options => options.Command, InitCommand.Run)),
        new("run", () => Known.Of(new RunOptions(), options => options.Command, RunCommand.Run)),
        new("resume", () => Known.Of(new ResumeOptions(), options => options.Command, ResumeCommand.Run)),
        new("verify", () => Known.Of(new VerifyOptions(), options => options.Command, VerifyCommand.Run)),
        new("compare", () => Known.Of(new CompareOptions(), options => options.Command, CompareCommand.Run)),
        new("diff", () => Known.Of(new DiffOptions(), options => options.Command, DiffCommand.Run)),
        new("lab", () => Known.Of(new LabOptions(), options => options.Command, LabCommand.Run)),
        new("report", () => Known.Of(new ReportOptions(), options => options.Command, ReportCommand.Run)),
        new("sweep", () => Known.Of(new SweepOptions(), options => options.Command, SweepCommand.Run)),
        new("check", () => Known.Of(new CheckOptions(), options => options.Command, CheckCommand.Run)),
        new("predict", () => Known.Of(new PredictOptions(), options => options.Command, PredictCommand.Run)),
        new("export", () => Known.Of(new ExportOptions(), options => options.Command, ExportCommand.Run)),
        new("import", () => Known.Of(new ImportOptions(), options => options.Command, ImportCommand.Run)),
        new("example", () => Known.Of(new ExampleOptions(), options => options.Command, ExampleCommand.Run)),
        new("completion", () => Known.Of(new CompletionOptions(), options => options.Command, CompletionCommand.Run)),
    ];

    private readonly Known[] known;

    /// <summary>All commands; or one alone, since making the options of all of them takes a good part of the time that a command needs to start.</summary>
    /// <param name="only">The name of the command that is certain to be meant; all commands where it is null or no command's.</param>
    public CommandLine(string? only = null)
    {
        var entry = Array.Find(Entries, entry => string.Equals(entry.Name, only, StringComparison.Ordinal));
        known = entry is null ? [.. Entries.Select(one => one.Make())] : [entry.Make()];
        Root = new RootCommand("Feed-forward neural networks as pure functions, reproducible to the bit.");
        foreach (var one in known)
        {
            Root.Add(one.Command);
        }

        foreach (var option in Root.Options)
        {
            option.Action = option switch
            {
                HelpOption => new HelpTextAction(),
                VersionOption => new VersionAction(),
                _ => option.Action,
            };
        }
    }

    public RootCommand Root { get; }

    /// <summary>What runs a command; nothing for the root.</summary>
    public Func<ParseResult, Terminal, int>? RunnerOf(Command command) => Array.Find(known, one => one.Command == command)?.Run;

    /// <summary>The arguments with the command in front that is meant where none is given.</summary>
    public static string[] WithDefaultCommand(string[] args) => args switch
    {
        [] => [Default],
        ["-h" or "--help" or "-?" or "/?" or "/h" or "--version", ..] => args,
        [var first, ..] when first.StartsWith('-') => [Default, .. args],
        _ => args,
    };

    /// <summary>A command that is not made yet.</summary>
    private sealed record Entry(string Name, Func<Known> Make);

    /// <summary>A command and what runs it.</summary>
    private sealed record Known(Command Command, Func<ParseResult, Terminal, int> Run)
    {
        public static Known Of<TOptions>(TOptions options, Func<TOptions, Command> command, Func<TOptions, ParseResult, Terminal, int> run) =>
            new(command(options), (parsed, terminal) => run(options, parsed, terminal));
    }
}
