namespace Functional.Benchmarks.Commands;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Benchmarks.Contenders;
using Functional.Benchmarks.Material;
using Functional.Benchmarks.Measuring;
using Functional.Benchmarks.Programs;
using Functional.Benchmarks.Reports;
using Functional.Benchmarks.Workloads;

/// <summary><c>compare</c>: times this library, NumPy and PyTorch at the same workloads.</summary>
internal static class CompareCommand
{
    /// <summary>Runs the comparison and shows it.</summary>
    public static void Run(CompareSettings settings)
    {
        if (settings.Json is { } path)
        {
            ResultFile.Check(path);
        }

        var peers = Python.Find(Peer.All);
        using var folder = new Folder();
        var data = Stock.Fill(folder, settings.Workloads, settings.Precisions, settings.Data);
        Console.WriteLine(Machine.Sentence);
        Console.WriteLine($"data: {data.Sentence}");
        Console.WriteLine($"{settings.Threads} {(settings.Threads == 1 ? "thread" : "threads")} allowed; {settings.Pace.Rounds} rounds with turns of {settings.Pace.TurnSeconds} s ({ProgramRun.RoundsOf(settings.Pace)} rounds for whole programs)");
        Console.WriteLine("ratio: our time by the best peer's in the same round, the median and the quartiles over the rounds; times are medians; peers run in the setting that a trial found to be their fastest");
        var steps = new WorkloadRun(folder, peers, settings.Threads);
        var programs = new ProgramRun(data, peers, settings.Threads, settings.Command);
        var comparisons = new List<Comparison>();
        foreach (var workload in settings.Workloads)
        {
            foreach (var precision in settings.Precisions)
            {
                Output.Progress($"{workload.Name} {precision.Name}: {workload.Description} …");
                var comparison = workload.Kind == WorkKind.Program ? programs.Compare(workload, precision, settings.Pace) : steps.Compare(workload, precision, settings.Pace);
                comparisons.Add(comparison);
                Output.Progress(Summary(comparison));
            }
        }

        ComparisonTable.Write(comparisons);
        if (settings.Json is { } target)
        {
            ResultFile.Write(target, comparisons, settings.Threads);
        }
    }

    private static string Summary(Comparison comparison)
    {
        var ratio = comparison.Ratio is { } known ? Units.Ratio(known.Median) : "unknown, there is no peer";
        return $"  ratio {ratio} ({string.Join(", ", comparison.Contenders.Select(contender => $"{contender.Name} {Units.Seconds(contender.SecondsPerStep)}"))})";
    }
}
