namespace Functional.Cli;

using System;
using System.IO;
using Functional.Experiments;
using Functional.Numerics;
using LanguageExt;

using ParseResult = System.CommandLine.ParseResult;

/// <summary><c>diff</c>: where two runs or two files part.</summary>
internal static class DiffCommand
{
    private const string Name = "functional diff";
    private const string Tensors = ".safetensors";

    public static int Run(DiffOptions options, ParseResult parsed, Terminal terminal) => options.Read(parsed).Match(
        Succ: wanted => Run(wanted, terminal),
        Fail: faults => Faults.Usage(faults, Name, terminal));

    private static int Run(DiffSettings wanted, Terminal terminal)
    {
        var (one, other) = (HoldsTensors(wanted.One), HoldsTensors(wanted.Other));
        if (one || other)
        {
            return wanted.IsChanged
                ? Faults.Usage(Prelude.Seq1(new SettingFault("--set", "tensors to compare, which have no experiment", "runs or experiments with it")), Name, terminal)
                : TensorDifferences.Of(Result(wanted.One, one), Result(wanted.Other, other)).Match(
                    Right: comparison => Show(DiffReport.Text(wanted, comparison), writer => DiffReport.Write(writer, wanted, comparison), comparison.AreEqual, wanted, terminal),
                    Left: fault => Faults.Data(Prelude.Seq1(fault), terminal));
        }

        return Side(wanted.One, wanted, isChanged: false, terminal).Match(
            Left: code => code,
            Right: mine => Side(wanted.Other, wanted, wanted.IsChanged, terminal).Match(
                Left: code => code,
                Right: its => RunParting.Of(mine, its, new Execution { Threads = wanted.Threads }, stop: terminal.Stop).Match(
                    Right: parting => Show(DiffReport.Text(mine, its, parting), writer => DiffReport.Write(writer, mine, its, parting), parting is Parting.Nowhere, wanted, terminal),
                    Left: fault => Faults.Data(Prelude.Seq1(fault), terminal))));
    }

    private static int Show(string text, Action<System.Text.Json.Utf8JsonWriter> json, bool areEqual, DiffSettings wanted, Terminal terminal)
    {
        terminal.Out.Write(wanted.Json ? JsonText.Object(json) : text);
        return areEqual ? ExitCode.Done : ExitCode.Fault;
    }

    private static bool HoldsTensors(string path) => path.EndsWith(Tensors, StringComparison.OrdinalIgnoreCase) && !Directory.Exists(path);

    /// <summary>The file to compare with tensors: of a run the network that is its result.</summary>
    private static string Result(string path, bool holdsTensors) => holdsTensors || !Directory.Exists(path) ? path : new RunFolder(path).ModelFile;

    /// <summary>A side, or the code to end with, where what is wrong has been told.</summary>
    private static Either<int, RunSide> Side(string path, DiffSettings wanted, bool isChanged, Terminal terminal)
    {
        if (Directory.Exists(path))
        {
            var recorded = RunSide.Of(new RunFolder(path));
            return isChanged
                ? recorded.Match(Succ: side => Changed(path, side.Experiment, wanted, terminal), Fail: faults => Faults.Data(faults, terminal))
                : recorded.Match(Succ: Prelude.Right<int, RunSide>, Fail: faults => Faults.Data(faults, terminal));
        }

        return ExperimentDocument.Load(path).Match(
            Left: fault => Faults.Data(Prelude.Seq1(fault), terminal),
            Right: read => read.Match(
                Succ: experiment => isChanged ? Changed(path, experiment, wanted, terminal) : Described(path, experiment, terminal),
                Fail: faults => Faults.Document(faults, path, terminal)));
    }

    private static Either<int, RunSide> Changed(string path, Experiment experiment, DiffSettings wanted, Terminal terminal) => wanted.Changed(experiment).Match(
        Succ: own => Described($"{path} with --set", own, terminal),
        Fail: faults => Faults.Usage(faults, Name, terminal));

    private static Either<int, RunSide> Described(string name, Experiment experiment, Terminal terminal) =>
        RunSide.Of(name, experiment).Match(Succ: Prelude.Right<int, RunSide>, Fail: faults => Faults.Data(faults, terminal));
}
