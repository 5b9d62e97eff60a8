namespace Functional.Cli;

using Functional.Experiments;
using LanguageExt;

using ParseResult = System.CommandLine.ParseResult;

/// <summary><c>sweep</c>: carries the trials of a sweep out, or goes on with them, and shows which is best.</summary>
internal static class SweepCommand
{
    public static int Run(SweepOptions options, ParseResult parsed, Terminal terminal) => options.Read(parsed).Match(
        Succ: settings => SweepDocument.Load(settings.File).Match(
            Left: fault => Faults.Data(Prelude.Seq1(fault), terminal),
            Right: read => read.Match(
                Succ: sweep => SweepSamples.Load(sweep).Match(
                    Succ: samples => sweep.For(samples).Match(
                        Succ: own => SweepRecording.Open(settings.Folder, own, samples, clock: terminal.Clock).Match(
                            Right: recording =>
                            {
                                using (recording)
                                {
                                    return Run(settings, recording, terminal);
                                }
                            },
                            Left: fault => Faults.Data(Prelude.Seq1(fault), terminal)),
                        Fail: faults => Wrong(faults, settings.File, terminal)),
                    Fail: faults => Faults.Data(faults, terminal)),
                Fail: faults => Wrong(faults, settings.File, terminal))),
        Fail: faults => Faults.Usage(faults, "functional sweep", terminal));

    private static int Wrong(Seq<DocumentFault> faults, string file, Terminal terminal)
    {
        faults.Iter(fault => terminal.Error.WriteLine($"error: {file} {fault.Message}"));
        terminal.Error.WriteLine("hint: functional init --sweep shows a file with every member explained.");
        return ExitCode.Usage;
    }

    private static int Run(SweepSettings settings, SweepRecording recording, Terminal terminal)
    {
        var sweep = recording.Sweep;
        if (!sweep.Figure.IsOfValidation())
        {
            terminal.Error.WriteLine(
                "warning: trials are judged by the test set. Whoever picks the best of many by it has fitted it, and the winner's figure there is too good; hold samples out in its place (validation.share).");
        }

        var number = 0;

        // Whoever wants to end the process waits until the last checkpoint is written.
        lock (terminal.Saving)
        {
            foreach (var result in recording.Run(settings.Workers, terminal.Stop))
            {
                if (!settings.Json)
                {
                    terminal.Out.WriteLine(SweepReport.Line(sweep, result, ++number));
                }
            }
        }

        if (!recording.IsFinished)
        {
            return Ended(settings, recording, terminal);
        }

        terminal.Out.Write(settings.Json ? SweepReport.Json(recording) : SweepReport.Text(recording, terminal.IsInteractive ? terminal.Console.Profile.Width : SweepReport.UsualWidth));
        if (recording.Results.Exists(result => !result.HasDiverged))
        {
            return ExitCode.Done;
        }

        terminal.Error.WriteLine("error: training diverged in every trial.");
        return ExitCode.Diverged;
    }

    private static int Ended(SweepSettings settings, SweepRecording recording, Terminal terminal)
    {
        var hint = $"hint: functional sweep {settings.File} --output {settings.Folder} goes on with it.";
        return recording.Fault.Match(
            Some: fault =>
            {
                Faults.Data(Prelude.Seq1(fault), terminal);
                terminal.Error.WriteLine(hint);
                return ExitCode.Fault;
            },
            None: () =>
            {
                terminal.Error.WriteLine(hint);
                return App.Interrupted(terminal);
            });
    }
}
