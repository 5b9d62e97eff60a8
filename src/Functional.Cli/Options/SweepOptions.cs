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

/// <summary>The options of <c>sweep</c>.</summary>
internal sealed class SweepOptions
{
    private readonly Argument file = new("FILE") { Arity = ArgumentArity.ZeroOrOne };
    private readonly TextOption output = Reading.Text("output", "FOLDER", "Where trials and results are kept; the same command on the same folder goes on with what was interrupted.");
    private readonly TextOption workers = Reading.Text("workers", "NUMBER", "How many trials are carried out at a time, each on one thread; changes no bit of a result (default: all processors).");
    private readonly FlagOption json = SharedOptions.Json();

    public SweepOptions() => Command = new("sweep", "Carry many experiments out that differ in a few places, and say which is best; init --sweep writes such a file.") { file, output, workers, json };

    public Command Command { get; }

    /// <summary>What is asked for, or everything that is wrong with the options.</summary>
    public Validation<SettingFault, SweepSettings> Read(ParseResult parsed)
    {
        var tokens = Reading.OfTokens(parsed);
        var words = tokens.IsEmpty ? Prelude.Success<SettingFault, Unit>(Unit.Default) : Validation<SettingFault, Unit>.Fail(tokens);
        const string Place = "a folder, or a place for one";
        return (words,
                Reading.Required(parsed.GetValue(file), "FILE", "the file of a sweep, as init --sweep writes it"),
                Reading.Required(parsed, tokens, output, string.Empty, Place, text => Reading.Path("output", text, Place)),
                Reading.Optional(parsed, workers, text => Reading.Whole("workers", text, 1, Numerics.Execution.MaximumThreads)))
            .Apply((_, path, folder, count) => new SweepSettings(path, folder, count.IfNone(Environment.ProcessorCount), parsed.GetValue(json)));
    }
}
