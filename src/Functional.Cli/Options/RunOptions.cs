namespace Functional.Cli;

using System;
using Functional.Experiments;
using LanguageExt;
using Argument = System.CommandLine.Argument<string?>;
using ArgumentArity = System.CommandLine.ArgumentArity;
using Command = System.CommandLine.Command;
using FlagOption = System.CommandLine.Option<bool>;
using ParseResult = System.CommandLine.ParseResult;
using TextOption = System.CommandLine.Option<string?>;

/// <summary>The options of <c>run</c>.</summary>
internal sealed class RunOptions
{
    private readonly Argument file = new("FILE") { Arity = ArgumentArity.ZeroOrOne };
    private readonly DocumentChanges changes = new();
    private readonly TextOption output = SharedOptions.Output();
    private readonly RecordingOptionsReader recording = new();
    private readonly FlagOption diagnose = SharedOptions.Diagnose();
    private readonly FlagOption print = SharedOptions.PrintExperiment();
    private readonly TextOption threads = SharedOptions.Threads();
    private readonly FlagOption json = SharedOptions.Json();

    public RunOptions() => Command = new GroupedCommand(
        "run",
        "Train what a file describes; init writes such a file.",
        new("Experiment", [changes.Option, print]),
        new("Recording", [output, .. recording.All]),
        new("Options", [diagnose, threads, json]))
    {
        file,
    };

    public Command Command { get; }

    /// <summary>The file's name and what is wanted of it, or everything that is wrong with the options.</summary>
    public Validation<SettingFault, (string File, RunSettings Settings)> Read(ParseResult parsed)
    {
        var tokens = Reading.OfTokens(parsed);
        var words = tokens.IsEmpty ? Prelude.Success<SettingFault, Unit>(Unit.Default) : Validation<SettingFault, Unit>.Fail(tokens);
        return (words,
                Reading.Required(parsed.GetValue(file), "FILE", "the file of an experiment, as init writes it"),
                SharedOptions.ReadOutput(parsed, output),
                recording.Read(parsed),
                SharedOptions.ReadThreads(parsed, threads))
            .Apply((_, path, folder, way, cores) => (path, new RunSettings(
                experiment => changes.Apply(parsed, experiment).Map(own => new TrainSettings(own, cores, Option<string>.None, parsed.GetValue(json), Option<TimeSpan>.None, parsed.GetValue(diagnose))
                {
                    Output = folder,
                    Recording = way,
                    PrintsExperiment = parsed.GetValue(print),
                }))));
    }
}
