namespace Functional.Cli;

using Functional.Data;
using Functional.Experiments;
using Functional.Networks;
using Functional.Numerics;
using LanguageExt;
using Spectre.Console;

using ParseResult = System.CommandLine.ParseResult;

/// <summary><c>check</c>: compares the backward pass with numeric differentiation.</summary>
internal static class CheckCommand
{
    private const string Name = "functional check";

    public static int Run(CheckOptions options, ParseResult parsed, Terminal terminal) => options.Read(parsed).Match(
        Succ: settings => settings.Experiment.Data.Load().Match(
            Succ: split => Fitting(settings, split).Match(
                Succ: _ => Run(settings, split.Train, terminal),
                Fail: faults => Faults.Usage(faults, Name, terminal)),
            Fail: faults => Faults.Data(faults, terminal)),
        Fail: faults => Faults.Usage(faults, Name, terminal));

    private static Validation<SettingFault, Unit> Fitting(CheckSettings settings, DataSplit split) =>
        (settings.Experiment.For(split),
            settings.Samples <= split.Train.Count
                ? Prelude.Success<SettingFault, Unit>(Unit.Default)
                : Prelude.Fail<SettingFault, Unit>(new SettingFault("samples", $"'{settings.Samples}'", $"at most {Figures.Count(split.Train.Count)}, the number of samples in {split.Train.Name}")))
        .Apply((_, _) => Unit.Default);

    private static int Run(CheckSettings settings, DataSet train, Terminal terminal)
    {
        var experiment = settings.Experiment;
        var network = experiment.Architecture(train.OutputCount).Initialise<double>(train.FeatureCount, experiment.InitialKey);
        var plan = new CheckPlan(settings, train, network.Parameters);
        var spin = terminal.IsInteractive && !settings.Json;
        if (!settings.Json)
        {
            CheckReport.Begin(plan, terminal);
        }

        var start = terminal.Clock.GetTimestamp();
        var report = spin
            ? terminal.Console.Status().Spinner(Spinner.Known.Dots).Start(" comparing …", _ => Compare(settings, network, train))
            : Compare(settings, network, train);
        var seconds = terminal.Clock.GetElapsedTime(start).TotalSeconds;
        terminal.Stop.ThrowIfCancellationRequested();
        if (settings.Json)
        {
            terminal.Out.Write(CheckReport.Json(plan, report, seconds));
        }
        else
        {
            CheckReport.Finish(plan, report, seconds, terminal);
        }

        if (GradientVerdict.Passes(report))
        {
            return ExitCode.Done;
        }

        terminal.Error.WriteLine($"error: the gradient check failed; expected {GradientVerdict.Bounds}.");
        return ExitCode.Fault;
    }

    private static GradientReport Compare(CheckSettings settings, Layer<double> network, DataSet train)
    {
        var batch = train.As<double>().Range(0, settings.Samples);
        var pass = Pass.Inference(new Execution { Threads = settings.Threads });
        return settings.Directions.Match(
            Some: directions => GradientCheck.AlongDirections(
                settings.Experiment.Loss, network, batch, directions, settings.Experiment.TrainingKey.For("gradient check"), pass),
            None: () => GradientCheck.Everywhere(settings.Experiment.Loss, network, batch, pass));
    }
}
