namespace Functional.Benchmarks.Reports;

using System.Collections.Generic;
using System.Linq;
using Functional.Benchmarks.Contenders;
using Functional.Benchmarks.Products;
using Functional.Benchmarks.Workloads;
using Spectre.Console;

/// <summary>Shows comparisons of products as a table.</summary>
internal static class ProductTable
{
    private const string Nothing = "–";

    /// <summary>Writes the table.</summary>
    public static void Write(IReadOnlyList<ProductComparison> comparisons)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var title in new[] { "product", "precision", "threads", "ratio", "quartiles", "peak", Own.Name, "of peak", Peer.NumPy.Name, "of peak" })
        {
            table.AddColumn(title);
        }

        foreach (var comparison in comparisons)
        {
            table.AddRow(
                comparison.Product.Title,
                comparison.Precision.Name,
                comparison.Threads.ToString(),
                comparison.Ratio is { } ratio ? Units.Ratio(ratio.Median) : Nothing,
                comparison.Ratio is { } quartiles ? $"{Units.Ratio(quartiles.First)} … {Units.Ratio(quartiles.Third)}" : Nothing,
                Units.Gflops(comparison.PeakGflops),
                Units.Gflops(comparison.OwnGflops),
                Share(comparison.OwnGflops, comparison),
                comparison.PeerGflops is { } rate ? Units.Gflops(rate) : Nothing,
                comparison.PeerGflops is { } peer ? Share(peer, comparison) : Nothing);
        }

        Output.Write(table);
        foreach (var setting in comparisons.Select(comparison => comparison.PeerSetting).OfType<string>().Distinct())
        {
            Output.Progress($"{Peer.NumPy.Name} ran with {setting}");
        }
    }

    private static string Share(double gflops, ProductComparison comparison) => $"{100 * gflops / comparison.PeakGflops:0} %";
}
