namespace Functional.Benchmarks.Reports;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Benchmarks.Contenders;
using Functional.Benchmarks.Measuring;
using Functional.Benchmarks.Workloads;
using Spectre.Console;

/// <summary>Shows comparisons as a table.</summary>
internal static class ComparisonTable
{
    private const string Nothing = "–";

    /// <summary>Writes the table.</summary>
    public static void Write(IReadOnlyList<Comparison> comparisons)
    {
        var names = Peer.All.Select(peer => peer.Name).Prepend(Own.Name).ToArray();
        var table = new Table().Border(TableBorder.Rounded).ShowRowSeparators();
        table.AddColumn("workload").AddColumn("precision").AddColumn("ratio").AddColumn("target");
        foreach (var name in names)
        {
            table.AddColumn(new TableColumn(Header(name, comparisons)).RightAligned());
        }

        foreach (var comparison in comparisons)
        {
            table.AddRow([
                new Markup(Markup.Escape($"{comparison.Workload.Name}  {comparison.Workload.Description}")),
                new Markup(comparison.Precision.Name),
                new Markup(Ratio(comparison)),
                new Markup(comparison.Workload.Target.In(comparison.Precision).ToString("0.###")),
                .. names.Select(name => new Markup(Markup.Escape(Cell(comparison, name)))),
            ]);
        }

        Output.Write(table);
    }

    private static string Header(string name, IReadOnlyList<Comparison> comparisons)
    {
        var version = comparisons.SelectMany(comparison => comparison.Contenders).FirstOrDefault(contender => string.Equals(contender.Name, name, StringComparison.Ordinal))?.Version;
        return Markup.Escape(version is null ? $"{name} (missing)" : $"{name} {version}");
    }

    private static string Ratio(Comparison comparison)
    {
        if (comparison.Ratio is not { } ratio)
        {
            return Nothing;
        }

        var colour = ratio.Median <= comparison.Workload.Target.In(comparison.Precision) ? "green" : "red";
        return $"[{colour}]{Units.Ratio(ratio.Median)}[/]\n{Units.Ratio(ratio.First)} … {Units.Ratio(ratio.Third)}";
    }

    private static string Cell(Comparison comparison, string name) =>
        comparison.Contenders.FirstOrDefault(contender => string.Equals(contender.Name, name, StringComparison.Ordinal)) is { } contender
            ? $"{Units.Seconds(contender.SecondsPerStep)}, {Units.Gflops(contender.Gflops)}\n{Units.Memory(contender.PeakMemoryMB)}, {contender.Setting}"
            : Nothing;
}
