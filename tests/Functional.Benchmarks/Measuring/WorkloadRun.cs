namespace Functional.Benchmarks.Measuring;

using System.Collections.Generic;
using System.Linq;
using Functional.Benchmarks.Contenders;
using Functional.Benchmarks.Material;
using Functional.Benchmarks.Workloads;

/// <summary>Runs workloads whose steps long-lived processes do: one process for each contender, workload and precision.</summary>
/// <param name="folder">Where the samples are.</param>
/// <param name="peers">The peers that are there, each with its interpreter.</param>
/// <param name="threads">The most threads that each contender may use.</param>
internal sealed class WorkloadRun(Folder folder, IReadOnlyList<(Peer Peer, string Interpreter)> peers, int threads)
{
    /// <summary>The losses of the first steps of all contenders.</summary>
    public IReadOnlyList<(string Contender, double[] Losses)> FirstLosses(Workload workload, Precision precision)
    {
        var all = new List<(string, double[])>();
        using (var own = StartOwn(workload, precision))
        {
            all.Add((own.Name, own.Verify()));
        }

        foreach (var (peer, interpreter) in peers)
        {
            using var contender = Start(peer, interpreter, peer.Settings(threads).First(), workload, precision);
            all.Add((contender.Name, contender.Verify()));
        }

        return all;
    }

    /// <summary>Compares all contenders.</summary>
    /// <exception cref="Fault">They do not compute the same, or one fails.</exception>
    public Comparison Compare(Workload workload, Precision precision, Pace pace)
    {
        var contenders = new List<Contender>();
        try
        {
            contenders.Add(StartOwn(workload, precision));
            var losses = contenders[0].Verify();
            foreach (var (peer, interpreter) in peers)
            {
                contenders.Add(Turns.Fastest(
                    peer.Settings(threads),
                    setting => Start(peer, interpreter, setting, workload, precision),
                    candidate => Agreement.Require(workload.Name, [(Own.Name, losses), (candidate.Name, candidate.Verify())], precision)));
            }

            var seconds = Turns.Measure(contenders, pace);
            return new(workload, precision, pace.Rounds, Comparison.RatioOf(seconds), [.. contenders.Select((contender, place) => Result(contender, seconds[place], workload))]);
        }
        finally
        {
            contenders.ForEach(contender => contender.Dispose());
        }
    }

    private static ContenderResult Result(Contender contender, double[] seconds, Workload workload)
    {
        var median = Quartiles.Of(seconds).Median;
        return new(contender.Name, contender.Version, contender.Setting, median, workload.Flops / median / 1e9, contender.PeakMemoryMB());
    }

    private Contender StartOwn(Workload workload, Precision precision) =>
        Contender.Start(Own.Server(workload.Name, precision, folder.Path, threads), new PeerSetting(threads, Passive: false).Name);

    private Contender Start(Peer peer, string interpreter, PeerSetting setting, Workload workload, Precision precision) =>
        Contender.Start(peer.Launch(interpreter, setting, peer.Script, workload.Name, precision.NumPyName, folder.Path), setting.Name);
}
