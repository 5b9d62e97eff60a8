namespace Functional.Cli;

using System.Collections.Generic;
using System.IO;
using Functional.Data;
using Functional.Experiments;
using LanguageExt;

using ParseResult = System.CommandLine.ParseResult;

/// <summary><c>lab</c>: the laboratory of reproducibility.</summary>
internal static class LabCommand
{
    private const string Name = "functional lab";

    public static int Run(LabOptions options, ParseResult parsed, Terminal terminal) => options.IsServing(parsed)
        ? Serve(terminal)
        : options.Read(parsed).Match(Succ: wanted => Run(wanted, terminal), Fail: faults => Faults.Usage(faults, Name, terminal));

    private static int Serve(Terminal terminal)
    {
        using var input = terminal.OpenInput();
        using var output = terminal.OpenOutput();
        return LabServer.Run(input, output, LabProgram.Own).Match(Right: _ => ExitCode.Done, Left: fault => Faults.Data(Prelude.Seq1(fault), terminal));
    }

    private static int Run(LabSettings wanted, Terminal terminal) => (wanted.Files.IsEmpty
            ? Prelude.Right<int, Seq<Experiment>>(LabExperiments.Default)
            : wanted.Files.Fold(Prelude.Right<int, Seq<Experiment>>(Seq<Experiment>.Empty), (sum, file) => sum.Bind(before => Loaded(file, terminal).Map(own => before.Add(own)))))
        .Bind(experiments => experiments.Fold(
            Prelude.Right<int, Seq<Experiment>>(Seq<Experiment>.Empty),
            (sum, experiment) => sum.Bind(before => wanted.Changed(experiment).Bind(Whole).Match(
                Succ: own => Prelude.Right<int, Seq<Experiment>>(before.Add(own)),
                Fail: faults => Faults.Usage(faults, Name, terminal)))))
        .Match(Right: experiments => Run(wanted, experiments, terminal), Left: code => code);

    /// <summary>The experiment of a file, or the code to end with, where what is wrong has been told.</summary>
    private static Either<int, Experiment> Loaded(string file, Terminal terminal) => ExperimentDocument.Load(file).Match(
        Left: fault => Faults.Data(Prelude.Seq1(fault), terminal),
        Right: read => read.Match(Succ: Prelude.Right<int, Experiment>, Fail: faults => Faults.Document(faults, file, terminal)));

    /// <summary>The experiment, where every row can carry it out to its end: early stopping chooses another network than the last one.</summary>
    private static Validation<SettingFault, Experiment> Whole(Experiment experiment) => experiment.Patience.IsSome
        ? Prelude.Fail<SettingFault, Experiment>(new SettingFault("--set validation.patience", "early stopping", "null: the laboratory compares the networks behind the last step"))
        : Prelude.Success<SettingFault, Experiment>(experiment);

    private static int Run(LabSettings wanted, Seq<Experiment> experiments, Terminal terminal)
    {
        // Whoever wants to end the process waits until the rows' processes have ended and their files are gone.
        lock (terminal.Saving)
        {
            var folder = Directory.CreateTempSubdirectory("functional-lab-");
            try
            {
                return Builds(wanted, Path.Combine(folder.FullName, "builds"), terminal).Match(
                    Right: builds =>
                    {
                        var settings = (Prelude.Seq1(LabMatrix.All[0]) + LabMatrix.All.Skip(1).Filter(setting => wanted.Wants(setting.Name)) + builds).Strict();
                        return Run(wanted, settings, experiments, folder.FullName, terminal);
                    },
                    Left: fault => Faults.Data(Prelude.Seq1(fault), terminal));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    /// <summary>The rows of other builds.</summary>
    private static Either<DataFault, Seq<LabSetting>> Builds(LabSettings wanted, string folder, Terminal terminal) =>
        from others in wanted.Also.Fold(
            Prelude.Right<DataFault, Seq<LabSetting>>(Seq<LabSetting>.Empty),
            (sum, path) => sum.Bind(before => LabProgram.At(path).Map(program => before.Add(LabMatrix.Build(path, program)))))
        from built in wanted.Sources.Match(
            Some: sources => LabBuilds.Of(sources, folder, name => terminal.Error.WriteLine($"building: {name}"), terminal.Stop),
            None: () => Prelude.Right<DataFault, Seq<LabSetting>>(Seq<LabSetting>.Empty))
        select (others + built).Strict();

    private static int Run(LabSettings wanted, Seq<LabSetting> settings, Seq<Experiment> experiments, string folder, Terminal terminal)
    {
        var own = LabProgram.Own;
        var rows = new List<LabRow>();
        var table = new LabTable(settings);
        foreach (var row in Laboratory.Run(settings, experiments, folder, (setting, order) => LabProcess.Carry(setting, order, own, terminal.Stop)))
        {
            terminal.Stop.ThrowIfCancellationRequested();
            if (!wanted.Json)
            {
                terminal.Out.Write(rows.Count == 0 ? $"{LabTable.Before(row, experiments)}{table.Heads}{table.Line(row)}" : table.Line(row));
                terminal.Out.Flush();
            }

            rows.Add(row);
        }

        terminal.Out.Write(wanted.Json ? LabJson.Of(rows, experiments) : LabTable.Behind(rows));
        return rows.TrueForAll(row => row.Verdict is LabVerdict.Reference or LabVerdict.Same or LabVerdict.NotHere) ? ExitCode.Done : ExitCode.Fault;
    }
}
