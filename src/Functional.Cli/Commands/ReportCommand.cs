namespace Functional.Cli;

using System.IO;
using Functional.Data;
using Functional.Experiments;
using Functional.Numerics;
using LanguageExt;

using ParseResult = System.CommandLine.ParseResult;

/// <summary><c>report</c>: writes what a recorded run came to as a page.</summary>
internal static class ReportCommand
{
    public static int Run(ReportOptions options, ParseResult parsed, Terminal terminal) => options.Read(parsed).Match(
        Succ: wanted =>
        {
            var folder = new RunFolder(wanted.Folder);
            var file = wanted.Output.IfNone(folder.ReportFile);
            return Written(folder, file, new Execution { Threads = wanted.Threads }, terminal).Match(
                Succ: report =>
                {
                    report.Remarks.Iter(remark => terminal.Error.WriteLine($"warning: {remark}"));
                    terminal.Out.WriteLine($"{file}: {Figures.Count(new FileInfo(file).Length)} bytes");
                    return ExitCode.Done;
                },
                Fail: faults => Faults.Data(faults, terminal));
        },
        Fail: faults => Faults.Usage(faults, "functional report", terminal));

    private static Validation<DataFault, RunReport> Written(RunFolder folder, string file, Execution execution, Terminal terminal)
    {
        lock (terminal.Saving)
        {
            return ReportFile.Write(folder, file, execution);
        }
    }
}
