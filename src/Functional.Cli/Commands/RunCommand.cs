namespace Functional.Cli;

using Functional.Experiments;
using LanguageExt;

using ParseResult = System.CommandLine.ParseResult;

/// <summary><c>run</c>: trains what a file describes.</summary>
internal static class RunCommand
{
    private const string Name = "functional run";

    public static int Run(RunOptions options, ParseResult parsed, Terminal terminal) => options.Read(parsed).Match(
        Succ: wanted => ExperimentDocument.Load(wanted.File).Match(
            Left: fault => Faults.Data(Prelude.Seq1(fault), terminal),
            Right: read => read.Match(
                Succ: experiment => wanted.Settings.Of(experiment).Match(
                    Succ: settings => TrainCommand.Run(settings, faults => Faults.Document(faults.Map(ExperimentDocument.Placed).Strict(), wanted.File, terminal), terminal),
                    Fail: faults => Faults.Usage(faults, Name, terminal)),
                Fail: faults => Faults.Document(faults, wanted.File, terminal))),
        Fail: faults => Faults.Usage(faults, Name, terminal));
}
