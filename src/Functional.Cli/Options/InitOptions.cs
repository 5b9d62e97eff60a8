namespace Functional.Cli;

using Functional.Experiments;
using LanguageExt;
using Argument = System.CommandLine.Argument<string?>;
using ArgumentArity = System.CommandLine.ArgumentArity;
using Command = System.CommandLine.Command;
using FlagOption = System.CommandLine.Option<bool>;
using ParseResult = System.CommandLine.ParseResult;

/// <summary>The options of <c>init</c>.</summary>
internal sealed class InitOptions
{
    private readonly Argument file = new("FILE") { Arity = ArgumentArity.ZeroOrOne };
    private readonly FlagOption schema = Reading.Flag("schema", "Writes the JSON schema of such files (draft 2020-12) in place of an example.");
    private readonly FlagOption sweep = Reading.Flag("sweep", "Writes a sweep's file, for sweep, in place of an experiment's; with --schema, its schema.");
    private readonly FlagOption force = Reading.Flag("force", "Replaces a file that is there already.");

    public InitOptions() => Command = new("init", "Write the file of an experiment, with every member explained, for run, or of a sweep; without a name, to standard output.") { file, schema, sweep, force };

    public Command Command { get; }

    /// <summary>The file, whether the schema is wanted, whether it is a sweep's, and whether a file may be replaced; or everything that is wrong with the options.</summary>
    public Validation<SettingFault, (Option<string> File, bool Schema, bool Sweep, bool Force)> Read(ParseResult parsed)
    {
        var tokens = Reading.OfTokens(parsed);
        return tokens.IsEmpty
            ? Prelude.Success<SettingFault, (Option<string> File, bool Schema, bool Sweep, bool Force)>((parsed.GetValue(file) is { } name ? name : Option<string>.None, parsed.GetValue(schema), parsed.GetValue(sweep), parsed.GetValue(force)))
            : Validation<SettingFault, (Option<string> File, bool Schema, bool Sweep, bool Force)>.Fail(tokens);
    }
}
