namespace Functional.Cli;

using System.IO;
using Functional.Data;
using Functional.Experiments;
using LanguageExt;

using ParseResult = System.CommandLine.ParseResult;

/// <summary><c>init</c>: writes the file of an experiment or of a sweep, or the schema of such files.</summary>
internal static class InitCommand
{
    public static int Run(InitOptions options, ParseResult parsed, Terminal terminal) => options.Read(parsed).Match(
        Succ: wanted =>
        {
            var text = (wanted.Sweep, wanted.Schema) switch
            {
                (true, true) => SweepDocument.Schema(),
                (true, false) => SweepDocument.Explained(),
                (false, true) => ExperimentDocument.Schema(),
                _ => ExperimentDocument.WriteExplained(Experiment.Default),
            };
            return wanted.File.Match(
                Some: file => Write(file, text, wanted.Force, terminal),
                None: () =>
                {
                    terminal.Out.Write(text);
                    return ExitCode.Done;
                });
        },
        Fail: faults => Faults.Usage(faults, "functional init", terminal));

    private static int Write(string file, string text, bool replaces, Terminal terminal) =>
        File.Exists(file) && !replaces
            ? Faults.Data(Prelude.Seq1(new DataFault(file, "there is a file of this name already", "another name, or --force to replace it")), terminal)
            : TextFile.Write(file, text).Match(
                Right: _ =>
                {
                    terminal.Out.WriteLine($"written        {file}");
                    return ExitCode.Done;
                },
                Left: fault => Faults.Data(Prelude.Seq1(fault), terminal));
}
