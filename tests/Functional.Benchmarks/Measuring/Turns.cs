namespace Functional.Benchmarks.Measuring;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Functional.Benchmarks.Contenders;

/// <summary>Measures contenders that are all alive at the same time, in turn.</summary>
internal static class Turns
{
    private const int AuditionTurns = 5;
    private const double AuditionTurnSeconds = 0.1;
    private const double SlowStepSeconds = 0.05;
    private const double GrowthLimit = 10;
    private const double EnoughOfATurn = 0.5;

    /// <summary>The seconds per step of each contender in each round.</summary>
    /// <param name="contenders">The contenders.</param>
    /// <param name="pace">How long and how often.</param>
    public static double[][] Measure(IReadOnlyList<Contender> contenders, Pace pace)
    {
        var steps = contenders.Select(contender => Calibrate(contender, pace)).ToArray();
        var measured = contenders.Select(_ => new double[pace.Rounds]).ToArray();
        for (var round = 0; round < pace.Rounds; round++)
        {
            var order = Enumerable.Range(0, contenders.Count);
            foreach (var place in round % 2 == 0 ? order : order.Reverse())
            {
                Thread.Sleep(Pace.Pause);
                measured[place][round] = contenders[place].SecondsPerStep(steps[place]);
            }
        }

        return measured;
    }

    /// <summary>Starts a contender in each of some ways and keeps the fastest.</summary>
    /// <param name="ways">The ways, the one to begin with first. Long steps are large products, which more threads do faster on any build: for these only the choice of kernels is tried.</param>
    /// <param name="start">Starts it.</param>
    /// <param name="ready">What each must go through before it is measured.</param>
    public static Contender Fastest(IEnumerable<PeerSetting> ways, Func<PeerSetting, Contender> start, Action<Contender> ready)
    {
        var isSlow = false;
        PeerSetting? first = null;
        var candidates = new List<Contender>();
        Contender? fastest = null;
        try
        {
            var steps = new List<long>();
            foreach (var way in ways)
            {
                first ??= way;
                if (isSlow && way != first with { ChoosesKernels = way.ChoosesKernels })
                {
                    continue;
                }

                var candidate = start(way);
                candidates.Add(candidate);
                ready(candidate);
                steps.Add(StepsFor(candidate, AuditionTurnSeconds, out var seconds));
                isSlow |= candidates.Count == 1 && seconds > SlowStepSeconds;
            }

            var best = candidates.Select(_ => double.PositiveInfinity).ToArray();
            for (var turn = 0; turn < AuditionTurns && candidates.Count > 1; turn++)
            {
                for (var place = 0; place < best.Length; place++)
                {
                    Thread.Sleep(Pace.Pause);
                    best[place] = Math.Min(best[place], candidates[place].SecondsPerStep(steps[place]));
                }
            }

            fastest = candidates[Array.IndexOf(best, best.Min())];
            return fastest;
        }
        finally
        {
            foreach (var candidate in candidates.Where(candidate => candidate != fastest))
            {
                candidate.Dispose();
            }
        }
    }

    /// <summary>Warms a contender up.</summary>
    /// <returns>The number of steps that fills a turn.</returns>
    private static long Calibrate(Contender contender, Pace pace)
    {
        var steps = StepsFor(contender, pace.TurnSeconds, out var seconds);
        for (var warm = seconds * steps; warm < pace.WarmUpSeconds; warm += seconds * steps)
        {
            seconds = contender.SecondsPerStep(steps);
            steps = Fitting(pace.TurnSeconds, seconds);
        }

        return steps;
    }

    /// <summary>The number of steps that takes about so long, found by doing more and more of them.</summary>
    private static long StepsFor(Contender contender, double turnSeconds, out double secondsPerStep)
    {
        var steps = 1L;
        while (true)
        {
            secondsPerStep = contender.SecondsPerStep(steps);
            if (secondsPerStep * steps >= EnoughOfATurn * turnSeconds)
            {
                return Fitting(turnSeconds, secondsPerStep);
            }

            steps = Math.Max(steps + 1, (long)(steps * Math.Min(GrowthLimit, turnSeconds / (secondsPerStep * steps))));
        }
    }

    private static long Fitting(double turnSeconds, double secondsPerStep) => Math.Max(1, (long)Math.Round(turnSeconds / secondsPerStep));
}
