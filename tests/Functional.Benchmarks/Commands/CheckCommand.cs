namespace Functional.Benchmarks.Commands;

using System;
using System.Linq;
using Functional.Benchmarks.Contenders;
using Functional.Benchmarks.Material;
using Functional.Benchmarks.Measuring;
using Functional.Benchmarks.Reports;
using Functional.Benchmarks.Workloads;
using Spectre.Console;

/// <summary><c>check</c>: shows that all contenders compute the same, by the losses of their first steps from equal parameters on equal batches.</summary>
internal static class CheckCommand
{
    /// <summary>Shows the losses; ends with a fault where some do not agree.</summary>
    public static void Run(CompareSettings settings)
    {
        var workloads = settings.Workloads.Where(workload => workload.Kind != WorkKind.Program).ToArray();
        var peers = Python.Find(Peer.All);
        using var folder = new Folder();
        var data = Stock.Fill(folder, workloads, settings.Precisions, settings.Data);
        Console.WriteLine($"data: {data.Sentence}");
        var run = new WorkloadRun(folder, peers, settings.Threads);
        var table = new Table().Border(TableBorder.Rounded).AddColumns("workload", "precision", "contender", "losses of the first steps (W8: largest outputs of the first samples)", "largest difference");
        var disagreeing = 0;
        foreach (var workload in workloads)
        {
            foreach (var precision in settings.Precisions)
            {
                Output.Progress($"{workload.Name} {precision.Name} …");
                var all = run.FirstLosses(workload, precision);
                var agree = Agreement.Holds(all, precision);
                disagreeing += agree ? 0 : 1;
                foreach (var (place, (contender, losses)) in all.Index())
                {
                    var first = place == 0;
                    table.AddRow(
                        first ? workload.Name : string.Empty,
                        first ? precision.Name : string.Empty,
                        contender,
                        string.Join("  ", losses.Select(loss => loss.ToString(precision == Precision.Single ? "G9" : "G17"))),
                        first ? $"[{(agree ? "green" : "red")}]{Agreement.Worst(all):0.0E+0}[/]" : string.Empty);
                }
            }
        }

        Output.Write(table);
        if (disagreeing > 0)
        {
            throw new Fault($"The contenders do not compute the same in {disagreeing} of {workloads.Length * settings.Precisions.Length} cases; {1e-3:E0} is allowed in single precision and {1e-9:E0} in double.");
        }
    }
}
