namespace Functional.Cli;

using System;
using System.Collections.Generic;
using System.Threading;
using Functional.Data;
using Functional.Experiments;
using Functional.Networks;
using Functional.Numerics;
using LanguageExt;

using ParseResult = System.CommandLine.ParseResult;

/// <summary><c>train</c>: reads, checks the gradient, trains, shows and saves.</summary>
internal static class TrainCommand
{
    private const string Name = "functional train";
    private const int CheckedSamples = 4;
    private const int NormalisedSamples = 16;
    private const int CheckedDirections = 3;

    public static int Run(TrainOptions options, ParseResult parsed, Terminal terminal) => options.Read(parsed).Match(
        Succ: settings => Run(settings, faults => Faults.Usage(faults, Name, terminal), terminal),
        Fail: faults => Faults.Usage(faults, Name, terminal));

    /// <summary>Trains, or writes the experiment's document where that is wanted.</summary>
    /// <param name="settings">What is asked for.</param>
    /// <param name="unfit">Tells what in the experiment does not fit the samples.</param>
    /// <param name="terminal">The world outside.</param>
    public static int Run(TrainSettings settings, Func<Seq<SettingFault>, int> unfit, Terminal terminal)
    {
        if (settings.PrintsExperiment)
        {
            terminal.Out.Write(ExperimentDocument.Write(settings.Experiment));
            return ExitCode.Done;
        }

        return (Load(settings), settings.Save.Match(Some: path => ModelFile.CheckTarget(path).ToValidation(), None: () => Prelude.Success<DataFault, Unit>(Unit.Default)))
            .Apply((split, _) => split)
            .Match(
                Succ: split => settings.Experiment.For(split).Match(
                    Succ: experiment => settings.Output.Match(
                        Some: folder => Recording.Begin(folder, experiment, split, settings.Recording, terminal.Clock).Match(
                            Right: recording =>
                            {
                                using (recording)
                                {
                                    return Run(settings, recording, terminal);
                                }
                            },
                            Left: fault => Faults.Data(Prelude.Seq1(fault), terminal)),
                        None: () => Run(Plan(settings, split), null, terminal)),
                    Fail: unfit),
                Fail: faults => Faults.Data(faults, terminal));
    }

    /// <summary>Trains and records.</summary>
    /// <param name="settings">What is asked for.</param>
    /// <param name="recording">The recording of its experiment.</param>
    /// <param name="terminal">The world outside.</param>
    public static int Run(TrainSettings settings, Recording recording, Terminal terminal) => Run(Plan(settings, recording.Split), recording, terminal);

    private static Validation<DataFault, DataSplit> Load(TrainSettings settings)
    {
        using var rehearsal = Rehearsal.Begin(settings, Rehearse);
        return settings.Experiment.Data.Load();
    }

    /// <summary>Goes through the beginning of a training, and shows nothing of it.</summary>
    private static void Rehearse(TrainSettings settings, DataSplit split, CancellationToken end)
    {
        _ = CheckGradient(Plan(settings, split), Execution.Sequential);
        foreach (var _ in Runner.Run(settings.Experiment, split))
        {
            if (end.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private static TrainPlan Plan(TrainSettings settings, DataSplit split) => new(settings, split, settings.Experiment.Parts(split), OutlineOf(settings.Experiment, split));

    private static int Run(TrainPlan plan, Recording? recording, Terminal terminal)
    {
        ITrainReport report = plan.Settings.Json ? new JsonTrainReport(terminal.Out)
            : terminal.IsInteractive ? new RichTrainReport(terminal.Console, terminal.Clock)
            : new PlainTrainReport(terminal.Out);
        var execution = new Execution { Threads = plan.Settings.Threads };
        report.Begin(plan);
        var gradient = CheckGradient(plan, execution);
        if (!GradientVerdict.Passes(gradient))
        {
            var worst = GradientVerdict.Worst(gradient);
            terminal.Error.WriteLine(
                $"error: the gradient check failed: in {worst.Name} the relative difference is {Figures.Difference(worst.RelativeDifference)} and the mean difference {Figures.Difference(worst.MeanDifference)}; expected {GradientVerdict.Bounds}.");
            return ExitCode.Fault;
        }

        terminal.Stop.ThrowIfCancellationRequested();
        report.Checked(gradient);
        var start = terminal.Clock.GetTimestamp();
        RunEvent? last = null;
        var health = Health.Unknown;
        report.During(plan, () => (last, health) = Follow(plan, recording, report, execution, terminal));
        recording?.ReportFault.IfSome(fault => terminal.Error.WriteLine($"warning: {fault.Message} The run itself is whole."));
        var seconds = terminal.Clock.GetElapsedTime(start).TotalSeconds;
        switch (last)
        {
            case RunEvent.Finished finished:
                return Finish(plan, finished.Result, health, seconds, report, execution, terminal);
            case RunEvent.Diverged diverged:
                return Diverged(diverged.Divergence.Message, plan, health, terminal);
            case RunEvent.RanAway lost:
                return Diverged(lost.Message, plan, health, terminal);
            default:
                return recording is null ? App.Interrupted(terminal) : Ended(recording, terminal);
        }
    }

    /// <summary>Says why a recorded run ended before its end, and how to go on with it.</summary>
    private static int Ended(Recording recording, Terminal terminal)
    {
        var hint = $"hint: functional resume {recording.Folder.Path} goes on from the newest checkpoint.";
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

    /// <summary>Goes through the run to its end, or until it is asked to stop.</summary>
    private static (RunEvent? Last, Health Health) Follow(TrainPlan plan, Recording? recording, ITrainReport report, Execution execution, Terminal terminal)
    {
        if (recording is null)
        {
            return Follow(plan, limit => Runner.Run(plan.Experiment, plan.Split, execution, limit, plan.Settings.Diagnose), report, terminal, mayLeave: true);
        }

        // Whoever wants to end the process waits until the last checkpoint is written.
        lock (terminal.Saving)
        {
            return Follow(plan, limit => recording.Run(execution, limit, plan.Settings.Diagnose, terminal.Stop), report, terminal, mayLeave: false);
        }
    }

    private static (RunEvent? Last, Health Health) Follow(
        TrainPlan plan, Func<StopRule?, IEnumerable<RunEvent>> run, ITrainReport report, Terminal terminal, bool mayLeave)
    {
        var clock = terminal.Clock;
        var (begin, start, end, samples) = (clock.GetTimestamp(), clock.GetTimestamp(), 0L, 0L);
        var limit = plan.Settings.TimeLimit.MatchUnsafe<StopRule?>(time => new StopAfterTime(time, () => clock.GetElapsedTime(begin)), () => null);
        var stepsPerEpoch = plan.Experiment.Sampling.StepsPerEpoch(plan.Parts.Train.Count);
        var health = Health.Unknown;
        foreach (var happened in run(limit))
        {
            health = plan.Settings.Diagnose ? health.After(happened, stepsPerEpoch) : health;
            switch (happened)
            {
                case RunEvent.StepDone step:
                    end = clock.GetTimestamp();
                    samples += step.Samples;
                    report.Step(step);
                    break;
                case RunEvent.EpochDone epoch:
                    report.Epoch(new(epoch.Figures, clock.GetElapsedTime(start, end).TotalSeconds, samples));
                    (start, samples) = (clock.GetTimestamp(), 0);
                    break;
                case RunEvent.LayersMeasured:
                    start = clock.GetTimestamp();
                    break;
                default:
                    return (happened, health);
            }

            if (mayLeave && terminal.Stop.IsCancellationRequested)
            {
                return (null, health);
            }
        }

        return (null, health);
    }

    private static int Diverged(string message, TrainPlan plan, Health health, Terminal terminal)
    {
        terminal.Error.WriteLine($"error: {message}");
        if (plan.Settings.Diagnose && !health.Findings.IsEmpty)
        {
            health.Findings.Iter(finding => terminal.Error.WriteLine($"diagnosis: {finding.Message}"));
        }
        else
        {
            terminal.Error.WriteLine("hint: a smaller --learning-rate usually helps.");
        }

        return ExitCode.Diverged;
    }

    private static int Finish(TrainPlan plan, RunResult result, Health health, double seconds, ITrainReport report, Execution execution, Terminal terminal)
    {
        var saved = plan.Settings.Save.Match(
            Some: path =>
            {
                lock (terminal.Saving)
                {
                    return ModelFile.Save(path, result.Model).Map(_ => Prelude.Some(path));
                }
            },
            None: () => Prelude.Right<DataFault, Option<string>>(Prelude.None));
        var outcome = new TrainOutcome(result, result.Model.Judge(plan.Split.Test, execution), seconds, saved.IfLeft(Prelude.None), plan.Settings.Diagnose ? health : Option<Health>.None);
        report.Finish(plan, outcome);
        return saved.Match(
            Right: _ => ExitCode.Done,
            Left: fault => Faults.Data(Prelude.Seq1(fault), terminal));
    }

    /// <summary>The same architecture and objective in double precision, on a few samples, along random directions.</summary>
    /// <remarks>
    /// It goes through the network as training does, since that is the gradient that training follows: batch normalisation measures the batch, and dropout
    /// drops. The pass's key stays the same, so that both derivatives see the same mask, and the statistics of a pass are not kept, so that both are of one function.
    /// Normalisation needs more samples: of a few, some units differ so little that their normalised values are curved at the scale of the numeric steps. Clipping and
    /// the limit of norms act on updates and have no gradient.
    /// </remarks>
    private static GradientReport CheckGradient(TrainPlan plan, Execution execution)
    {
        var experiment = plan.Experiment;
        var train = plan.Parts.Train;
        var key = experiment.TrainingKey.For("gradient check");
        var samples = experiment.NormalisesBatches ? NormalisedSamples : CheckedSamples;
        return GradientCheck.AlongDirections(
            experiment.Objective(train),
            experiment.Architecture(train.OutputCount).Initialise<double>(train.FeatureCount, experiment.InitialKey),
            train.As<double>().Range(0, Math.Min(samples, train.Count)),
            CheckedDirections,
            key,
            Pass.Training(key.For("pass"), execution));
    }

    private static Outline OutlineOf(Experiment experiment, DataSplit split) =>
        Outline.Of(experiment.Architecture(split.Train.OutputCount), split.Train.FeatureCount)
            .IfLeft(fault => throw new InvalidOperationException(fault.Message));
}
