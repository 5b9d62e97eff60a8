namespace Functional.Cli;

using System.CommandLine;
using System.CommandLine.Help;

/// <summary>The grammar: commands and options, without any meaning yet.</summary>
internal sealed class CommandLine
{
    /// <summary>The command that is meant where none is given.</summary>
    public const string Default = "train";

    public CommandLine()
    {
        Root = new RootCommand("Feed-forward neural networks as pure functions, reproducible to the bit.")
        {
            Train.Command, Init.Command, Run.Command, Resume.Command, Verify.Command, Compare.Command, Report.Command, Sweep.Command, Check.Command, Predict.Command, Export.Command, Import.Command, Example.Command, Completion.Command,
        };
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

    public TrainOptions Train { get; } = new();

    public InitOptions Init { get; } = new();

    public RunOptions Run { get; } = new();

    public ResumeOptions Resume { get; } = new();

    public VerifyOptions Verify { get; } = new();

    public CompareOptions Compare { get; } = new();

    public ReportOptions Report { get; } = new();

    public SweepOptions Sweep { get; } = new();

    public CheckOptions Check { get; } = new();

    public PredictOptions Predict { get; } = new();

    public ExportOptions Export { get; } = new();

    public ImportOptions Import { get; } = new();

    public ExampleOptions Example { get; } = new();

    public CompletionOptions Completion { get; } = new();

    /// <summary>The arguments with the command in front that is meant where none is given.</summary>
    public static string[] WithDefaultCommand(string[] args) => args switch
    {
        [] => [Default],
        ["-h" or "--help" or "-?" or "/?" or "/h" or "--version", ..] => args,
        [var first, ..] when first.StartsWith('-') => [Default, .. args],
        _ => args,
    };
}
