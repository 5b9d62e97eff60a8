namespace Functional.Cli;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Experiments;
using LanguageExt;

/// <summary>The laboratory's table as text, row by row.</summary>
internal sealed class LabTable
{
    private const int ShownDigits = 16;
    private const string Gap = "  ";

    private readonly (string Head, int Width, Func<LabRow, string> Cell)[] columns;

    /// <summary>A table for rows of settings.</summary>
    public LabTable(Seq<LabSetting> settings) => columns =
    [
        ("setting", settings.Max(setting => setting.Name.Length), row => row.Setting.Name),
        ("threads", 7, row => Fact(row, LabFacts.Threads) is { Length: > 0 } seen && row.Setting.Fold == LabFold.Recycled ? seen : $"{row.Setting.Threads}"),
        ("kernels", 7, row => Fact(row, LabFacts.Vectors)),
        ("fma", 3, row => Fact(row, LabFacts.Fma)),
        ("collector", 23, row => Fact(row, LabFacts.Collector)),
        ("culture", 11, row => Fact(row, LabFacts.Culture).Replace("\u200E", string.Empty, StringComparison.Ordinal)),
        ("zone", 6, row => Fact(row, LabFacts.Zone)),
        ("code", 34, row => Fact(row, LabFacts.Code)),
        ("fingerprint", ShownDigits, row => row.Result.Map(own => own.Fingerprint[..ShownDigits]).IfNone("–")),
        ("verdict", 0, row => Verdict(row)),
    ];

    /// <summary>The line of the heads.</summary>
    public string Heads => Joined(columns.Select(column => column.Head.PadRight(column.Width)));

    /// <summary>What stands above the table.</summary>
    public static string Before(LabRow reference, Seq<Experiment> experiments) =>
        $"{string.Concat(experiments.Select((experiment, number) => $"experiment {number + 1}: {Figures.Way(experiment)}\n"))}{Fact(reference, LabFacts.Runtime)}, {Fact(reference, LabFacts.Build)}\n\n";

    /// <summary>A row's line.</summary>
    public string Line(LabRow row) => Joined(columns.Select(column => column.Cell(row).PadRight(column.Width)));

    /// <summary>What stands below the table: what differs, and how many rows there are with how many fingerprints.</summary>
    public static string Behind(IReadOnlyList<LabRow> rows)
    {
        var lines = rows.SelectMany<LabRow, string>(row => row.Verdict switch
        {
            LabVerdict.Parted parted => [$"{row.Setting.Name}: {parted.At.Message}."],
            LabVerdict.Failed failed => [$"{failed.Fault.Message}"],
            LabVerdict.NotHere missing => [$"{row.Setting.Name}: {missing.Why}."],
            _ => [],
        }).ToArray();
        var silent = rows.Where(row => row.Verdict is LabVerdict.Same { HasEffect: false }).Select(row => row.Setting.Name).ToArray();
        var fingerprints = rows.SelectMany(row => row.Result.Map(own => own.Fingerprint)).Distinct(StringComparer.Ordinal).ToArray();
        var parted = rows.Count(row => row.Verdict is LabVerdict.Parted);
        var carried = rows.Count(row => row.Result.IsSome);
        var runs = rows.SelectMany(row => row.Result).Take(1).SelectMany(own => own.Runs.Select((run, number) => $"experiment {number + 1}  {run.Fingerprint}\n"));
        return $"\n{string.Concat(lines.Select(line => $"{line}\n"))}"
            + (silent.Length > 0 ? $"no effect on this machine: {string.Join(", ", silent)}\n" : string.Empty)
            + string.Concat(runs)
            + (parted == 0 && fingerprints.Length == 1
                ? $"one fingerprint in {Rows(carried)}: {fingerprints[0]}\n"
                : $"{fingerprints.Length} fingerprints in {Rows(carried)}; {Rows(parted)} part{(parted == 1 ? "s" : string.Empty)} from the reference\n");
    }

    private static string Rows(int count) => count == 1 ? "1 row" : $"{count} rows";

    private static string Fact(LabRow row, string name) => row.Result.Map(own => own.Facts[name]).IfNone("–");

    private static string Verdict(LabRow row) => row.Verdict switch
    {
        LabVerdict.Reference => "reference",
        LabVerdict.Same { HasEffect: false } => "same; no effect here",
        LabVerdict.Same => row.Setting.Fold == LabFold.Killed ? $"same, {Fact(row, LabFacts.Way)}" : row.Setting.Program.IsSome ? $"same, {Fact(row, LabFacts.Build)}" : "same",
        LabVerdict.Parted => "PARTS",
        LabVerdict.NotHere => "not on this machine",
        _ => "FAILED",
    };

    private static string Joined(IEnumerable<string> cells) => $"{string.Join(Gap, cells).TrimEnd()}\n";
}
