namespace Functional.Cli;

using System;
using System.IO;
using Functional.Data;
using Functional.Experiments;
using Functional.Networks;
using LanguageExt;

using ParseResult = System.CommandLine.ParseResult;

/// <summary><c>import</c>: takes parameters from a file in PyTorch's convention.</summary>
internal static class ImportCommand
{
    private const string Name = "functional import";
    private const long MaximumArchitecture = 1 << 24;

    public static int Run(ImportOptions options, ParseResult parsed, Terminal terminal) => options.Read(parsed).Match(
        Succ: settings => DescriptionOf(settings)
            .Bind(description => TorchFile.Load(settings.Tensors, description))
            .Bind(model => Saved(settings.Output, model, terminal).Map(_ => model))
            .Match(
                Right: model =>
                {
                    terminal.Out.WriteLine($"{settings.Output}: {Figures.Count(model.ParameterCount)} parameters, {Names.Precisions.NameOf(model.Precision).IfNone(string.Empty)} precision, fingerprint {model.Fingerprint}");
                    return ExitCode.Done;
                },
                Left: fault => Faults.Data(Prelude.Seq1(fault), terminal)),
        Fail: faults => Faults.Usage(faults, Name, terminal));

    private static Either<DataFault, ModelDescription> DescriptionOf(ImportSettings settings) => settings.Like.Match(
        Some: path => ModelFile.Load(path).Map(model => model.Description),
        None: () => settings.Architecture.Match(
            Some: path => Text(path).Bind(json => ArchitectureJson.Read(json, path)).Bind(architecture => Described(settings, architecture, path)),
            None: () => throw new InvalidOperationException("Neither a model nor an architecture is told.")));

    private static Either<DataFault, ModelDescription> Described(ImportSettings settings, Architecture architecture, string path)
    {
        var shape = settings.Shape.IfNone(() => throw new InvalidOperationException("No shape is told."));
        return Outline.Of(architecture, shape.Size).MapLeft(fault => fault with { Source = $"{path}, {fault.Source}" }).Bind(outline => outline.Outputs <= ClassLabels.MaximumClassCount
            ? Prelude.Right<DataFault, ModelDescription>(new(Path.GetFileNameWithoutExtension(settings.Tensors), shape, settings.Scaling, outline.Outputs, Seq<string>.Empty, architecture, OutputMeaning.Logits))
            : new DataFault(path, $"the architecture has {outline.Outputs} outputs", $"at most {ClassLabels.MaximumClassCount}"));
    }

    private static Either<DataFault, string> Text(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > MaximumArchitecture and var length }
                ? new DataFault(path, $"the file has {length} bytes", $"an architecture of at most {MaximumArchitecture} bytes")
                : File.ReadAllText(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return new DataFault(path, $"the file cannot be read ({unreadable.Message.TrimEnd('.')})", "a file with an architecture as JSON");
        }
    }

    private static Either<DataFault, Unit> Saved(string path, Model model, Terminal terminal)
    {
        lock (terminal.Saving)
        {
            return ModelFile.Save(path, model);
        }
    }
}
