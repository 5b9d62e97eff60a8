namespace Functional.Benchmarks.Measuring;

using System.Collections.Generic;
using System.Linq;
using Functional.Benchmarks.Workloads;

/// <summary>How all contenders did at a workload in a precision.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Precision">The precision.</param>
/// <param name="Rounds">The number of rounds.</param>
/// <param name="Ratio">Our time by the smaller of the peers' times in the same round, over the rounds; null where there is no peer.</param>
/// <param name="Contenders">How each did, this library first.</param>
internal sealed record Comparison(Workload Workload, Precision Precision, int Rounds, Quartiles? Ratio, IReadOnlyList<ContenderResult> Contenders)
{
    /// <summary>The ratios in all rounds.</summary>
    /// <param name="seconds">The seconds of each contender in each round, this library's first.</param>
    public static Quartiles? RatioOf(double[][] seconds) => seconds.Length < 2
        ? null
        : Quartiles.Of(Enumerable.Range(0, seconds[0].Length).Select(round => seconds[0][round] / seconds.Skip(1).Min(peer => peer[round])));
}
