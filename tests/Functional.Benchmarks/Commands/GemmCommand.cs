namespace Functional.Benchmarks.Commands;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Benchmarks.Contenders;
using Functional.Benchmarks.Measuring;
using Functional.Benchmarks.Products;
using Functional.Benchmarks.Reports;
using Functional.Benchmarks.Workloads;

/// <summary><c>gemm</c>: times this library's matrix products and NumPy's, and shows which share of the processor's peak they reach.</summary>
internal static class GemmCommand
{
    private const string Script = "gemm_peer.py";

    /// <summary>Runs the comparison and shows it.</summary>
    public static void Run(GemmSettings settings)
    {
        Console.WriteLine(Machine.Sentence);
        Console.WriteLine($"{settings.Pace.Rounds} rounds with turns of {settings.Pace.TurnSeconds} s; peak: a loop of fused multiply-adds on registers alone");
        var interpreter = Python.Find([Peer.NumPy]).Select(found => found.Interpreter).FirstOrDefault();
        var comparisons = new List<ProductComparison>();
        foreach (var threads in settings.Threads)
        {
            foreach (var precision in settings.Precisions)
            {
                var peak = FmaPeak.Gflops(precision, threads);
                foreach (var product in settings.Products)
                {
                    Output.Progress($"{product.Title} {precision.Name}, {new PeerSetting(threads, Passive: false).Name} …");
                    comparisons.Add(Compare(product, precision, threads, peak, interpreter, settings.Pace));
                }
            }
        }

        ProductTable.Write(comparisons);
    }

    private static ProductComparison Compare(Product product, Precision precision, int threads, double peak, string? interpreter, Pace pace)
    {
        var contenders = new List<Contender>();
        try
        {
            contenders.Add(Contender.Start(Own.Server(product.Subject, precision, null, threads), new PeerSetting(threads, Passive: false).Name));
            if (interpreter is not null)
            {
                var own = (Own.Name, contenders[0].Verify());
                contenders.Add(Turns.Fastest(
                    Peer.NumPy.Settings(threads).Where(setting => setting.Threads == threads),
                    setting => Contender.Start(Peer.NumPy.Launch(interpreter, setting, Script, product.Subject, precision.NumPyName), setting.Name),
                    candidate => Agreement.Require(product.Title, [own, (candidate.Name, candidate.Verify())], precision)));
            }

            var seconds = Turns.Measure(contenders, pace);
            var rates = seconds.Select(own => product.Flops / Quartiles.Of(own).Median / 1e9).ToArray();
            return new(product, precision, threads, peak, rates[0], rates.Length > 1 ? rates[1] : null, contenders.ElementAtOrDefault(1)?.Setting, Comparison.RatioOf(seconds));
        }
        finally
        {
            contenders.ForEach(contender => contender.Dispose());
        }
    }
}
