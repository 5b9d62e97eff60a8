namespace Functional.Cli;

using Functional.Experiments;
using LanguageExt;
using Argument = System.CommandLine.Argument<string?>;
using ArgumentArity = System.CommandLine.ArgumentArity;
using Command = System.CommandLine.Command;
using FlagOption = System.CommandLine.Option<bool>;
using ParseResult = System.CommandLine.ParseResult;
using TextOption = System.CommandLine.Option<string?>;

/// <summary>The options of <c>verify</c>.</summary>
internal sealed class VerifyOptions
{
    private readonly Argument folder = new("FOLDER") { Arity = ArgumentArity.ZeroOrOne };
    private readonly TextOption threads = SharedOptions.Threads();
    private readonly FlagOption json = SharedOptions.Json();

    public VerifyOptions() => Command = new("verify", "Carry a recorded run out again and say whether every fingerprint agrees.") { folder, threads, json };

    public Command Command { get; }

    /// <summary>The folder, the number of threads and whether JSON is wanted, or everything that is wrong with the options.</summary>
    public Validation<SettingFault, (string Folder, int Threads, bool Json)> Read(ParseResult parsed)
    {
        var tokens = Reading.OfTokens(parsed);
        var words = tokens.IsEmpty ? Prelude.Success<SettingFault, Unit>(Unit.Default) : Validation<SettingFault, Unit>.Fail(tokens);
        return (words, Reading.Required(parsed.GetValue(folder), "FOLDER", "the folder of a run"), SharedOptions.ReadThreads(parsed, threads))
            .Apply((_, path, cores) => (path, cores, parsed.GetValue(json)));
    }
}
