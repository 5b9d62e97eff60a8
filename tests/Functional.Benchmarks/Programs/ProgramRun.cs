namespace Functional.Benchmarks.Programs;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Functional.Benchmarks.Contenders;
using Functional.Benchmarks.Material;
using Functional.Benchmarks.Measuring;
using Functional.Benchmarks.Workloads;

/// <summary>Runs the workload that is a whole program: processes one after the other, each from its start to its end.</summary>
/// <param name="data">Where the IDX files are.</param>
/// <param name="peers">The peers that are there, each with its interpreter.</param>
/// <param name="threads">The most threads that each contender may use.</param>
/// <param name="command">The functional command, or null for the one that was built beside this program.</param>
internal sealed class ProgramRun(StockedData data, IReadOnlyList<(Peer Peer, string Interpreter)> peers, int threads, string? command)
{
    private const int LeastRounds = 3;
    private const double AccuracyTolerance = 0.02;

    /// <summary>A third of the rounds that steps have, at least three.</summary>
    public static int RoundsOf(Pace pace) => Math.Max(LeastRounds, pace.Rounds / LeastRounds);

    /// <summary>Compares all contenders. Every program first runs once without being counted, a peer once in each of its settings.</summary>
    /// <exception cref="Fault">A program fails, or they do not learn the same.</exception>
    public Comparison Compare(Workload workload, Precision precision, Pace pace)
    {
        var chosen = new List<(Launch Launch, string Setting, FinishedProgram Trial)>();
        var own = OwnLaunch(workload, precision);
        chosen.Add((own, new PeerSetting(threads, Passive: false).Name, ProgramStart.ToTheEnd(own)));
        foreach (var (peer, interpreter) in peers)
        {
            chosen.Add(peer.Settings(threads)
                .Select(setting => (Launch: PeerLaunch(peer, interpreter, setting, precision), setting.Name))
                .Select(way => (way.Launch, way.Name, Trial: ProgramStart.ToTheEnd(way.Launch)))
                .ToArray()
                .MinBy(way => way.Trial.Seconds));
        }

        RequireAgreement(workload, precision, chosen.Select(way => (way.Launch.Name, way.Trial.TestAccuracy)).ToArray());
        var rounds = RoundsOf(pace);
        var runs = chosen.Select(_ => new FinishedProgram[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            var order = Enumerable.Range(0, chosen.Count);
            foreach (var place in round % 2 == 0 ? order : order.Reverse())
            {
                Thread.Sleep(Pace.Pause);
                runs[place][round] = ProgramStart.ToTheEnd(chosen[place].Launch);
            }
        }

        var seconds = runs.Select(own => own.Select(run => run.Seconds).ToArray()).ToArray();
        return new(workload, precision, rounds, Comparison.RatioOf(seconds), [.. chosen.Select((way, place) => Result(workload, way.Launch.Name, way.Setting, runs[place]))]);
    }

    private static ContenderResult Result(Workload workload, string name, string setting, FinishedProgram[] runs)
    {
        var median = Quartiles.Of(runs.Select(run => run.Seconds)).Median;
        return new(name, runs[0].Version ?? Machine.LibraryVersion, setting, median, workload.Flops / median / 1e9, runs.Max(run => run.PeakMemoryMB));
    }

    private static void RequireAgreement(Workload workload, Precision precision, (string Name, double Accuracy)[] all)
    {
        if (all.Max(one => one.Accuracy) - all.Min(one => one.Accuracy) > AccuracyTolerance)
        {
            throw new Fault($"{workload.Name} in {precision.Name} precision: the programs do not learn the same, the accuracies on the test samples are {string.Join(", ", all.Select(one => $"{one.Name} {one.Accuracy:0.0000}"))}; they may differ by {AccuracyTolerance}.");
        }
    }

    private Launch OwnLaunch(Workload workload, Precision precision) => Own.Command(command,
    [
        "train",
        "--data", data.IdxDirectory!,
        "--hidden", string.Join(',', workload.Sizes[1..^1]),
        "--activation", "relu",
        "--loss", "softmax-cross-entropy",
        "--optimizer", "sgd",
        "--learning-rate", workload.Rate.ToString(CultureInfo.InvariantCulture),
        "--batch", workload.Batch.ToString(CultureInfo.InvariantCulture),
        "--epochs", Workload.ProgramEpochs.ToString(CultureInfo.InvariantCulture),
        "--precision", precision.Name,
        "--threads", threads.ToString(CultureInfo.InvariantCulture),
        "--json",
    ]);

    private Launch PeerLaunch(Peer peer, string interpreter, PeerSetting setting, Precision precision) => peer.Launch(
        interpreter, setting, peer.Program, data.IdxDirectory!, precision.NumPyName, Workload.ProgramEpochs.ToString(CultureInfo.InvariantCulture));
}
