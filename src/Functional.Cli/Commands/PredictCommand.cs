namespace Functional.Cli;

using System.Linq;
using Functional.Data;
using Functional.Experiments;
using Functional.Numerics;
using LanguageExt;

using ParseResult = System.CommandLine.ParseResult;

/// <summary><c>predict</c>: shows a saved network's opinion on samples.</summary>
internal static class PredictCommand
{
    private const string Name = "functional predict";

    public static int Run(PredictOptions options, ParseResult parsed, Terminal terminal) => options.IsServing(parsed)
        ? options.ReadServing(parsed).Match(
            Succ: settings => ServeCommand.Run(settings, terminal),
            Fail: faults => Faults.Usage(faults, Name, terminal))
        : ShowSamples(options, parsed, terminal);

    private static int ShowSamples(PredictOptions options, ParseResult parsed, Terminal terminal) => options.Read(parsed).Match(
        Succ: settings => (ModelFile.Load(settings.Model).ToValidation(), settings.Data.Load())
            .Apply((model, split) => (model, split))
            .Bind(read => read.model.Description.Fit(read.split.Test).Map(test => (read.model, test)))
            .Match(
                Succ: read => Fitting(settings, read.test).Match(
                    Succ: _ => Run(settings, read.model, read.test, terminal),
                    Fail: faults => Faults.Usage(faults, Name, terminal)),
                Fail: faults => Faults.Data(faults, terminal)),
        Fail: faults => Faults.Usage(faults, Name, terminal));

    private static Validation<SettingFault, Unit> Fitting(PredictSettings settings, DataSet test)
    {
        var index = settings.Index.IfNone(0);
        return index >= test.Count
            ? Reading.Fault<Unit>("index", $"{index}", $"a number from 0 to {Figures.Count(test.Count - 1)}; {test.Name} has {Figures.Count(test.Count)} samples")
            : settings.Index.IsNone && settings.Samples > test.Count
            ? Reading.Fault<Unit>("samples", $"{settings.Samples}", $"at most {Figures.Count(test.Count)}, the number of samples in {test.Name}")
            : Prelude.Success<SettingFault, Unit>(Unit.Default);
    }

    private static int Run(PredictSettings settings, Model model, DataSet test, Terminal terminal)
    {
        var execution = new Execution { Threads = settings.Threads };
        var verdict = model.Judge(test, execution);
        var shown = model.Predict(test, settings.Index.Match(Some: index => [index], None: () => Enumerable.Range(0, settings.Samples)), execution);
        if (settings.Json)
        {
            terminal.Out.Write(PredictReport.Json(model, test, shown, verdict));
            return ExitCode.Done;
        }

        PredictReport.Begin(model, settings, terminal);
        foreach (var prediction in shown)
        {
            terminal.Stop.ThrowIfCancellationRequested();
            PredictReport.Show(model, test, prediction, terminal);
        }

        PredictReport.Finish(model, test, verdict, terminal);
        return ExitCode.Done;
    }
}
