namespace Functional.Cli;

using System;
using System.Linq;
using Functional.Data;
using Functional.Experiments;
using LanguageExt;
using Command = System.CommandLine.Command;
using FlagOption = System.CommandLine.Option<bool>;
using Option = System.CommandLine.Option;
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
    private readonly FlagOption json = SharedOptions.Json();

    private readonly TextOption input = Reading.Text(
        "input", "FILE", "Answer these samples, one line for each: an IDX file, an NPY file, or text with one sample a line (numbers with commas or spaces, or a JSON array); - for standard input.");

    private readonly TextOption format = Reading.Choice("format", "NAME", $"{Formats.Alternatives} (default: csv).", Formats.Words);
    private readonly FlagOption probabilities = Reading.Flag("probabilities", "Tell every class's probability, not just the predicted one's.");
    private readonly FlagOption header = Reading.Flag("header", "The first line tells the columns' names.");
    private readonly TextOption ignore = Reading.Text("ignore", "COLUMNS", "Columns that are no inputs, with commas: their names with --header, otherwise their positions from 1.");
    private readonly FlagOption skip = Reading.Flag("skip-faults", "Tell a line that is wrong on standard error, and go on behind it (default: it ends the run).");
    private readonly TextOption threads = SharedOptions.Threads();

    private readonly Option[] pictured;
    private readonly Option[] served;

    public PredictOptions()
    {
        pictured = [data, samples, index, json];
        served = [format, probabilities, header, ignore, skip];
        Command = new GroupedCommand(
            "predict",
            "Show what a saved network makes of samples it was not trained on, and how often it is right; or answer samples from a file or a pipe.",
            new("Samples to test with", pictured),
            new("Samples from a file or a pipe", [input, .. served]),
            new("Options", [model, threads]));
    }

    public Command Command { get; }

    private static NameTable<ResultFormat> Formats { get; } = new("format", ("csv", ResultFormat.Csv), ("jsonl", ResultFormat.JsonLines), ("table", ResultFormat.Table));

    /// <summary>Whether samples from a file or a pipe are to be answered.</summary>
    public bool IsServing(ParseResult parsed) => Given(parsed, input);

    /// <summary>The settings to show samples to test with, or everything that is wrong with the options.</summary>
    public Validation<SettingFault, PredictSettings> Read(ParseResult parsed)
    {
        var both = Given(parsed, samples) && Given(parsed, index)
            ? Prelude.Fail<SettingFault, Unit>(new SettingFault("index", "--samples besides", "only one of the two"))
            : Prelude.Success<SettingFault, Unit>(Unit.Default);
        var shown = (both,
                Reading.Optional(parsed, samples, text => Reading.Whole("samples", text, 0, int.MaxValue)),
                Reading.Optional(parsed, index, text => Reading.Whole("index", text, 0, int.MaxValue)),
                Without(parsed, served, "no --input", "it only with --input"))
            .Apply((_, count, one, _) => (count, one));
        return (Words(parsed), ReadModel(parsed), SharedOptions.ReadData(parsed, data), shown, SharedOptions.ReadThreads(parsed, threads))
            .Apply((_, path, source, which, cores) => new PredictSettings(
                path, source.IfNone(() => new DataSource.EmbeddedDigits()), which.count.IfNone(DefaultSamples), which.one, cores, parsed.GetValue(json)));
    }

    /// <summary>The settings to answer samples, or everything that is wrong with the options.</summary>
    public Validation<SettingFault, ServeSettings> ReadServing(ParseResult parsed)
    {
        var from = (Reading.Optional(parsed, input, text => Reading.Path("input", text, "a file with samples, or - for standard input")),
                Without(parsed, pictured, "--input besides", "only one of the two"),
                Reading.Optional(parsed, ignore, text => ReadIgnored(text, parsed.GetValue(header))))
            .Apply((path, _, columns) => (path, columns));
        return (Words(parsed), ReadModel(parsed), from, Reading.Optional(parsed, format, Formats.Parse), SharedOptions.ReadThreads(parsed, threads))
            .Apply((_, path, samplesFrom, kind, cores) => new ServeSettings(
                path,
                samplesFrom.path.IfNone(ServeSettings.StandardInput),
                kind.IfNone(ResultFormat.Csv),
                parsed.GetValue(probabilities),
                parsed.GetValue(skip),
                parsed.GetValue(header),
                samplesFrom.columns.IfNone(Seq<string>.Empty),
                cores));
    }

    private static Validation<SettingFault, Unit> Words(ParseResult parsed)
    {
        var tokens = Reading.OfTokens(parsed);
        return tokens.IsEmpty ? Prelude.Success<SettingFault, Unit>(Unit.Default) : Validation<SettingFault, Unit>.Fail(tokens);
    }

    private static Validation<SettingFault, Unit> Without(ParseResult parsed, Option[] others, string found, string expected)
    {
        var odd = others.Where(option => Given(parsed, option)).Select(option => new SettingFault(option.Name, found, expected)).ToArray().ToSeq().Strict();
        return odd.IsEmpty ? Prelude.Success<SettingFault, Unit>(Unit.Default) : Validation<SettingFault, Unit>.Fail(odd);
    }

    private static Validation<SettingFault, Seq<string>> ReadIgnored(string text, bool hasHeader)
    {
        var columns = text.Split(',').Select(column => column.Trim()).ToArray();
        return Array.TrueForAll(columns, column => hasHeader ? column.Length > 0 : LineFormat.PositionOf(column) is not null)
            ? Prelude.Success<SettingFault, Seq<string>>(columns.ToSeq().Strict())
            : Reading.Fault<Seq<string>>("ignore", text, hasHeader
                ? "names of columns with commas, such as label"
                : $"positions of columns from 1 to {Figures.Count(LineFormat.MaximumColumns)} with commas, such as 1,5; or names, with --header");
    }

    private static bool Given(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    private Validation<SettingFault, string> ReadModel(ParseResult parsed) =>
        Reading.Optional(parsed, model, text => Reading.Path("model", text, "the file of a saved network")).Bind(path => path.Match(
            Some: Prelude.Success<SettingFault, string>,
            None: () => Reading.OfTokens(parsed).Exists(fault => string.Equals(fault.Setting, model.Name, StringComparison.Ordinal))
                ? Prelude.Success<SettingFault, string>(string.Empty)
                : Prelude.Fail<SettingFault, string>(new SettingFault("model", "nothing", "the file of a saved network, as train --save writes it"))));
}
