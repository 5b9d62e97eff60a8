namespace Functional.Cli;

using System;
using Functional.Experiments;
using LanguageExt;

using ParseResult = System.CommandLine.ParseResult;

/// <summary><c>resume</c>: goes on with a run that was interrupted.</summary>
internal static class ResumeCommand
{
    public static int Run(ResumeOptions options, ParseResult parsed, Terminal terminal) => options.Read(parsed).Match(
        Succ: settings => Recording.Resume(settings.Folder, settings.Recording, terminal.Clock).Match(
            Succ: resumed => resumed.Match(
                Some: recording => GoOn(recording, settings, terminal),
                None: () => AtItsEnd(settings, terminal)),
            Fail: faults => Faults.Data(faults, terminal)),
        Fail: faults => Faults.Usage(faults, "functional resume", terminal));

    private static int GoOn(Recording recording, ResumeSettings settings, Terminal terminal)
    {
        using (recording)
        {
            recording.Unusable.Iter(fault => terminal.Error.WriteLine($"warning: {fault.Message}"));
            terminal.Error.WriteLine(recording.FromStep == 0
                ? "resumed from the beginning: there is no checkpoint yet."
                : $"resumed behind step {Figures.Count(recording.FromStep)}.");
            var train = new TrainSettings(recording.Experiment, settings.Threads, Option<string>.None, settings.Json, Option<TimeSpan>.None, Diagnose: false) { Output = settings.Folder };
            return TrainCommand.Run(train, recording, terminal);
        }
    }

    private static int AtItsEnd(ResumeSettings settings, Terminal terminal) => new RunFolder(settings.Folder).Read().Match(
        Succ: record =>
        {
            var words = record.Status.Phase == RunPhase.Diverged
                ? $"the run has come to its end: {record.Status.Message.IfNone(string.Empty)}"
                : $"the run is finished: {record.Fingerprints.Bind(own => own.Final).IfNone(string.Empty)}; there is nothing to do.";
            (settings.Json ? terminal.Error : terminal.Out).WriteLine(words);
            return record.Status.Phase == RunPhase.Diverged ? ExitCode.Diverged : ExitCode.Done;
        },
        Fail: faults => Faults.Data(faults, terminal));
}
