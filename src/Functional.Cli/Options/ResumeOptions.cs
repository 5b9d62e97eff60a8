namespace Functional.Cli;

using Functional.Experiments;
using LanguageExt;
using Argument = System.CommandLine.Argument<string?>;
using ArgumentArity = System.CommandLine.ArgumentArity;
using Command = System.CommandLine.Command;
using FlagOption = System.CommandLine.Option<bool>;
using ParseResult = System.CommandLine.ParseResult;
using TextOption = System.CommandLine.Option<string?>;

/// <summary>The options of <c>resume</c>.</summary>
internal sealed class ResumeOptions
{
    private readonly Argument folder = new("FOLDER") { Arity = ArgumentArity.ZeroOrOne };
    private readonly RecordingOptionsReader recording = new();
    private readonly TextOption threads = SharedOptions.Threads();
    private readonly FlagOption json = SharedOptions.Json();

    public ResumeOptions() => Command = new GroupedCommand(
        "resume",
        "Go on with a run that was interrupted, from its newest good checkpoint, to the same bits.",
        new("Recording", recording.All),
        new("Options", [threads, json]))
    {
        folder,
    };

    public Command Command { get; }

    /// <summary>The settings, or everything that is wrong with the options.</summary>
    public Validation<SettingFault, ResumeSettings> Read(ParseResult parsed)
    {
        var tokens = Reading.OfTokens(parsed);
        var words = tokens.IsEmpty ? Prelude.Success<SettingFault, Unit>(Unit.Default) : Validation<SettingFault, Unit>.Fail(tokens);
        return (words, Reading.Required(parsed.GetValue(folder), "FOLDER", "the folder of a run"), recording.Read(parsed), SharedOptions.ReadThreads(parsed, threads))
            .Apply((_, path, way, cores) => new ResumeSettings(path, way, cores, parsed.GetValue(json)));
    }
}
