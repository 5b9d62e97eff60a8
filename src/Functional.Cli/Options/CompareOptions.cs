namespace Functional.Cli;

using Functional.Experiments;
using LanguageExt;
using ArgumentArity = System.CommandLine.ArgumentArity;
using Arguments = System.CommandLine.Argument<string[]>;
using Command = System.CommandLine.Command;
using FlagOption = System.CommandLine.Option<bool>;
using ParseResult = System.CommandLine.ParseResult;

/// <summary>The options of <c>compare</c>.</summary>
internal sealed class CompareOptions
{
    private readonly Arguments folders = new("FOLDERS") { Arity = ArgumentArity.ZeroOrMore };
    private readonly FlagOption json = SharedOptions.Json();

    public CompareOptions() => Command = new("compare", "Put recorded runs side by side: where their experiments differ, and what they came to.") { folders, json };

    public Command Command { get; }

    /// <summary>The folders and whether JSON is wanted, or everything that is wrong with the options.</summary>
    public Validation<SettingFault, (Seq<string> Folders, bool Json)> Read(ParseResult parsed)
    {
        var tokens = Reading.OfTokens(parsed);
        var words = tokens.IsEmpty ? Prelude.Success<SettingFault, Unit>(Unit.Default) : Validation<SettingFault, Unit>.Fail(tokens);
        var paths = (parsed.GetValue(folders) ?? []).ToSeq().Strict();
        var enough = paths.IsEmpty
            ? Prelude.Fail<SettingFault, Unit>(new SettingFault("'FOLDERS'", "nothing", "the folders of runs"))
            : Prelude.Success<SettingFault, Unit>(Unit.Default);
        return (words, enough).Apply((_, _) => (paths, parsed.GetValue(json)));
    }
}
