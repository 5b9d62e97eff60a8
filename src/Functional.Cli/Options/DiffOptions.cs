namespace Functional.Cli;

using Functional.Experiments;
using LanguageExt;
using ArgumentArity = System.CommandLine.ArgumentArity;
using Arguments = System.CommandLine.Argument<string[]>;
using Command = System.CommandLine.Command;
using FlagOption = System.CommandLine.Option<bool>;
using ParseResult = System.CommandLine.ParseResult;
using TextOption = System.CommandLine.Option<string?>;

/// <summary>The options of <c>diff</c>.</summary>
internal sealed class DiffOptions
{
    private const string Expected = "two runs' folders, experiments' files, models or checkpoints; or one of a run or an experiment, and --set for the other one";

    private readonly Arguments paths = new("PATHS") { Arity = ArgumentArity.ZeroOrMore };
    private readonly DocumentChanges changes = new();
    private readonly TextOption threads = SharedOptions.Threads();
    private readonly FlagOption json = SharedOptions.Json();

    public DiffOptions() => Command = new GroupedCommand(
        "diff",
        "Find where two runs, models or checkpoints part: the first step, there the layer and tensor, the element and the bit.",
        new("Experiment", [changes.Option]),
        new("Options", [threads, json]))
    {
        paths,
    };

    public Command Command { get; }

    /// <summary>What is asked for, or everything that is wrong with the options.</summary>
    public Validation<SettingFault, DiffSettings> Read(ParseResult parsed)
    {
        var tokens = Reading.OfTokens(parsed);
        var words = tokens.IsEmpty ? Prelude.Success<SettingFault, Unit>(Unit.Default) : Validation<SettingFault, Unit>.Fail(tokens);
        var given = parsed.GetValue(paths) ?? [];
        var isChanged = parsed.GetResult(changes.Option) is { Implicit: false };
        var two = given switch
        {
            [var one, var other] => Prelude.Success<SettingFault, (string One, string Other)>((one, other)),
            [var one] when isChanged => Prelude.Success<SettingFault, (string One, string Other)>((one, one)),
            _ => Prelude.Fail<SettingFault, (string One, string Other)>(new SettingFault("'PATHS'", given.Length == 0 ? "nothing" : $"{given.Length}", Expected)),
        };
        return (words, two, SharedOptions.ReadThreads(parsed, threads))
            .Apply((_, both, cores) => new DiffSettings(both.One, both.Other, isChanged, experiment => changes.Apply(parsed, experiment), cores, parsed.GetValue(json)));
    }
}
