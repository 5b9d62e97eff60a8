namespace Functional.Cli;

using System;
using System.Linq;
using Functional.Experiments;
using LanguageExt;
using ArgumentArity = System.CommandLine.ArgumentArity;
using ParseResult = System.CommandLine.ParseResult;
using TextsOption = System.CommandLine.Option<string[]>;

/// <summary>The option that sets single members of an experiment's document.</summary>
internal sealed class DocumentChanges
{
    public TextsOption Option { get; } = new("--set")
    {
        HelpName = "PATH=VALUE",
        Description = "Sets one member of the experiment's document (see init), such as loss.delta=2 or network.activation=tanh; may come more than once.",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>The experiment with the members that are set, or everything that is wrong with them.</summary>
    public Validation<SettingFault, Experiment> Apply(ParseResult parsed, Experiment experiment)
    {
        var texts = parsed.GetResult(Option) is { Implicit: false } given ? given.Tokens.Select(token => token.Value).ToArray() : [];
        var odd = texts.Where(text => text.IndexOf('=', StringComparison.Ordinal) < 1).Select(text => new SettingFault("set", $"'{text}'", "PATH=VALUE, such as optimiser.rate=0.1")).ToArray();
        return odd.Length > 0 ? Validation<SettingFault, Experiment>.Fail(odd.ToSeq().Strict())
            : texts.Length == 0 ? Prelude.Success<SettingFault, Experiment>(experiment)
            : ExperimentDocument.With(experiment, texts.Select(text => text.Split('=', 2)).Select(parts => (parts[0].Trim(), parts[1])))
                .MapFail(fault => new SettingFault($"--set {fault.Path}", fault.Found, fault.Expected));
    }
}
