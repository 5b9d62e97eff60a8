namespace Functional.Benchmarks.Reports;

using System.Collections.Generic;
using Functional.Benchmarks.Updates;
using Functional.Benchmarks.Workloads;
using Spectre.Console;

/// <summary>Shows what optimisers' steps cost as a table.</summary>
internal static class UpdateTable
{
    private const double Megabyte = 1 << 20;

    /// <summary>Writes the table.</summary>
    public static void Write(IReadOnlyList<UpdateMeasurement> measurements)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var title in new[] { "optimiser", "precision", "must move", "moves", "of it", "step", "copy", "step / copy", "quartiles", "allocated" })
        {
            table.AddColumn(title);
        }

        foreach (var measured in measurements)
        {
            table.AddRow(
                measured.Optimiser,
                measured.Precision.Name,
                Units.Memory(measured.Required / Megabyte),
                Units.Memory(measured.Moved / Megabyte),
                Units.Ratio(measured.Traffic),
                Units.Seconds(measured.Seconds),
                Units.Seconds(measured.CopySeconds),
                Units.Ratio(measured.Ratio.Median),
                $"{Units.Ratio(measured.Ratio.First)} … {Units.Ratio(measured.Ratio.Third)}",
                $"{measured.Allocated} B");
        }

        Output.Write(table);
    }
}
