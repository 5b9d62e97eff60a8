namespace Functional.Cli;

using Functional.Experiments;
using LanguageExt;
using Argument = System.CommandLine.Argument<string?>;
using ArgumentArity = System.CommandLine.ArgumentArity;
using Command = System.CommandLine.Command;
using ParseResult = System.CommandLine.ParseResult;
using TextOption = System.CommandLine.Option<string?>;

/// <summary>The options of <c>report</c>.</summary>
internal sealed class ReportOptions
{
    private readonly Argument folder = new("FOLDER") { Arity = ArgumentArity.ZeroOrOne };
    private readonly TextOption output = Reading.Text("output", "FILE", "Where to write the page (default: report.html in the folder, which is written there when a run ends, too).");
    private readonly TextOption threads = SharedOptions.Threads();

    public ReportOptions() => Command = new("report", "Write what a recorded run came to as one HTML page.") { folder, output, threads };

    public Command Command { get; }

    /// <summary>The folder, the file to write and the number of threads, or everything that is wrong with the options.</summary>
    public Validation<SettingFault, (string Folder, Option<string> Output, int Threads)> Read(ParseResult parsed)
    {
        var tokens = Reading.OfTokens(parsed);
        var words = tokens.IsEmpty ? Prelude.Success<SettingFault, Unit>(Unit.Default) : Validation<SettingFault, Unit>.Fail(tokens);
        return (words,
                Reading.Required(parsed.GetValue(folder), "FOLDER", "the folder of a run"),
                Reading.Optional(parsed, output, text => Reading.Path("output", text, "the name of a file to write")),
                SharedOptions.ReadThreads(parsed, threads))
            .Apply((_, path, file, cores) => (path, file, cores));
    }
}
