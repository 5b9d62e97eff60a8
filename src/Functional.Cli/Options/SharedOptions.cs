namespace Functional.Cli;

using System;
using System.IO;
using Functional.Experiments;
using LanguageExt;
using FlagOption = System.CommandLine.Option<bool>;
using ParseResult = System.CommandLine.ParseResult;
using TextOption = System.CommandLine.Option<string?>;

/// <summary>Options that several commands have.</summary>
internal static class SharedOptions
{
    public static TextOption Data() => Reading.Text(
        "data", "PATH", "A directory with MNIST's four files, or others named like them, packed with gzip or not; or an .npz file with x_train, y_train, x_test and y_test (default: the embedded digits, 8 × 8).");

    public static TextOption Hidden() => Reading.Text(
        "hidden", "SIZES", $"Sizes of the hidden layers, such as 512,256, or none (default: {string.Join(",", Experiment.Default.Hidden)}).");

    public static TextOption Activation() => Reading.Choice(
        "activation", "NAME", $"{ActivationText.Alternatives} (default: {DefaultName(Names.Activations, Experiment.Default.Activation)}).", Names.Activations.Words);

    public static TextOption Loss() => Reading.Choice(
        "loss", "NAME", $"{Names.Losses.Alternatives} (default: {DefaultName(Names.Losses, Experiment.Default.Loss)}).", Names.Losses.Words);

    public static TextOption Seed() => Reading.Text(
        "seed", "NUMBER", $"What everything random is derived from; the same seed gives the same bits (default: {Experiment.Default.Seed}).");

    public static TextOption Threads() => Reading.Text(
        "threads", "NUMBER", "How many threads may compute; changes no bit of a result (default: all processors).");

    public static FlagOption Json() => Reading.Flag("json", "One JSON object on standard output and nothing else there.");

    public static TextOption Output() => Reading.Text("output", "FOLDER", "Records the run in this folder, so that it can be resumed, verified and compared.");

    public static FlagOption Diagnose() => Reading.Flag("diagnose", "Measures every layer as training goes on, and says in words what looks wrong.");

    public static FlagOption PrintExperiment() => Reading.Flag("print-experiment", "Writes the experiment as a file for run to standard output, and does nothing else.");

    public static Validation<SettingFault, string> OutputOf(string text) => Reading.Path("output", text, "a folder, or a place for one");

    public static Validation<SettingFault, Option<string>> ReadOutput(ParseResult parsed, TextOption option) => Reading.Optional(parsed, option, OutputOf);

    public static Validation<SettingFault, DataSource> SourceOf(string text) => Reading.Path("data", text, "a directory, or an .npz file")
        .Map<DataSource>(path => path.EndsWith(".npz", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(path) ? new DataSource.NpzFile(path) : new DataSource.MnistDirectory(path));

    public static Validation<SettingFault, Option<DataSource>> ReadData(ParseResult parsed, TextOption option) => Reading.Optional(parsed, option, SourceOf);

    public static Validation<SettingFault, int> ReadThreads(ParseResult parsed, TextOption option) =>
        Reading.Optional(parsed, option, Reading.Threads).Map(threads => threads.IfNone(Environment.ProcessorCount));

    private static string DefaultName<TValue>(NameTable<TValue> table, TValue value) => table.NameOf(value).IfNone(string.Empty);
}
