namespace Functional.Cli;

using Functional.Experiments;
using LanguageExt;
using Command = System.CommandLine.Command;
using FlagOption = System.CommandLine.Option<bool>;
using ParseResult = System.CommandLine.ParseResult;
using TextOption = System.CommandLine.Option<string?>;

/// <summary>The options of <c>predict</c>.</summary>
internal sealed class PredictOptions
{
    private const int DefaultSamples = 3;

    private readonly TextOption model = Reading.Text("model", "FILE", "A network that train --save has saved. Required.");
    private readonly TextOption data = SharedOptions.Data();
    private readonly TextOption samples = Reading.Text("samples", "NUMBER", $"How many of the samples to test with are shown (default: {DefaultSamples}).");
    private readonly TextOption index = Reading.Text("index", "NUMBER", "Show this one sample instead, counted from 0.");
    private readonly TextOption threads = SharedOptions.Threads();
    private readonly FlagOption json = SharedOptions.Json();

    public PredictOptions() => Command = new("predict", "Show what a saved network makes of samples it was not trained on, and how often it is right.")
    {
        model, data, samples, index, threads, json,
    };

    public Command Command { get; }

    /// <summary>The settings, or everything that is wrong with the options.</summary>
    public Validation<SettingFault, PredictSettings> Read(ParseResult parsed)
    {
        var tokens = Reading.OfTokens(parsed);
        var words = tokens.IsEmpty ? Prelude.Success<SettingFault, Unit>(Unit.Default) : Validation<SettingFault, Unit>.Fail(tokens);
        var file = Reading.Optional(parsed, model, text => Reading.Path("model", text, "the file of a saved network")).Bind(path => path.Match(
            Some: Prelude.Success<SettingFault, string>,
            None: () => tokens.Exists(fault => string.Equals(fault.Setting, model.Name, System.StringComparison.Ordinal))
                ? Prelude.Success<SettingFault, string>(string.Empty)
                : Prelude.Fail<SettingFault, string>(new SettingFault("model", "nothing", "the file of a saved network, as train --save writes it"))));
        var both = Given(parsed, samples) && Given(parsed, index)
            ? Prelude.Fail<SettingFault, Unit>(new SettingFault("index", "--samples besides", "only one of the two"))
            : Prelude.Success<SettingFault, Unit>(Unit.Default);
        var shown = (both,
                Reading.Optional(parsed, samples, text => Reading.Whole("samples", text, 0, int.MaxValue)),
                Reading.Optional(parsed, index, text => Reading.Whole("index", text, 0, int.MaxValue)))
            .Apply((_, count, one) => (count, one));
        return (words, file, SharedOptions.ReadData(parsed, data), shown, SharedOptions.ReadThreads(parsed, threads))
            .Apply((_, path, source, which, cores) => new PredictSettings(
                path, source.IfNone(() => new DataSource.EmbeddedDigits()), which.count.IfNone(DefaultSamples), which.one, cores, parsed.GetValue(json)));
    }

    private static bool Given(ParseResult parsed, TextOption option) => parsed.GetResult(option) is { Implicit: false };
}
