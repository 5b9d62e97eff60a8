namespace Functional.Benchmarks.Products;

using System.Diagnostics;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Functional.Benchmarks.Workloads;

/// <summary>The most fused multiply-adds that the processor does, measured by a loop that touches registers alone.</summary>
internal static class FmaPeak
{
    // Enough chains that none waits for its own last result: a result takes 4 or 5 cycles and at most two begin in each. With the two factors
    // they fit into 16 registers.
    private const int Chains = 12;
    private const int Bursts = 5;
    private const long Iterations = 10_000_000;

    private static double kept;

    /// <summary>In 10⁹ floating-point operations a second, the best of a few bursts of some hundredths of a second.</summary>
    /// <param name="precision">The precision.</param>
    /// <param name="threads">How many threads work at once.</param>
    public static double Gflops(Precision precision, int threads) => (Machine.VectorBits, precision) switch
    {
        (512, Precision.Single) => Gflops<SingleRegister512>(threads),
        (512, _) => Gflops<DoubleRegister512>(threads),
        (256, Precision.Single) => Gflops<SingleRegister256>(threads),
        (256, _) => Gflops<DoubleRegister256>(threads),
        (_, Precision.Single) => Gflops<SingleRegister128>(threads),
        _ => Gflops<DoubleRegister128>(threads),
    };

    private static double Gflops<TRegister>(int threads)
        where TRegister : struct, IRegister<TRegister> =>
        Enumerable.Range(0, Bursts).Max(_ => 2.0 * Chains * TRegister.Count * Iterations * threads / Burst<TRegister>(threads) / 1e9);

    /// <summary>The seconds in which every thread goes through all iterations, from the first start to the last end.</summary>
    private static double Burst<TRegister>(int threads)
        where TRegister : struct, IRegister<TRegister>
    {
        using var ready = new Barrier(threads);
        var (starts, ends) = (new long[threads], new long[threads]);
        var workers = Enumerable.Range(0, threads).Select(place => new Thread(() =>
        {
            ready.SignalAndWait();
            starts[place] = Stopwatch.GetTimestamp();
            var result = Loop<TRegister>(Iterations, 0.5);
            ends[place] = Stopwatch.GetTimestamp();
            Volatile.Write(ref kept, result);
        })).ToArray();
        foreach (var worker in workers)
        {
            worker.Start();
        }

        foreach (var worker in workers)
        {
            worker.Join();
        }

        return Stopwatch.GetElapsedTime(starts.Min(), ends.Max()).TotalSeconds;
    }

    /// <summary>Twelve independent chains sum ← factor·factor + sum. The result depends on all of them, so none can be left out.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double Loop<TRegister>(long iterations, double start)
        where TRegister : struct, IRegister<TRegister>
    {
        var (left, right) = (TRegister.Filled(start), TRegister.Filled(start * start));
        var (a, b, c, d, e, f) = (left, left, left, left, left, left);
        var (g, h, i, j, k, l) = (right, right, right, right, right, right);
        for (var iteration = 0L; iteration < iterations; iteration++)
        {
            a = TRegister.FusedMultiplyAdd(left, right, a);
            b = TRegister.FusedMultiplyAdd(left, right, b);
            c = TRegister.FusedMultiplyAdd(left, right, c);
            d = TRegister.FusedMultiplyAdd(left, right, d);
            e = TRegister.FusedMultiplyAdd(left, right, e);
            f = TRegister.FusedMultiplyAdd(left, right, f);
            g = TRegister.FusedMultiplyAdd(left, right, g);
            h = TRegister.FusedMultiplyAdd(left, right, h);
            i = TRegister.FusedMultiplyAdd(left, right, i);
            j = TRegister.FusedMultiplyAdd(left, right, j);
            k = TRegister.FusedMultiplyAdd(left, right, k);
            l = TRegister.FusedMultiplyAdd(left, right, l);
        }

        return (a + b + c + (d + e + f) + (g + h + i) + (j + k + l)).First;
    }
}
