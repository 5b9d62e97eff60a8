namespace Functional.Benchmarks.Contenders;

/// <summary>A way to run a peer. Which one is the fastest depends on the workload and on how the peer was built, so it is found out by trial.</summary>
/// <param name="Threads">The number of threads for its linear algebra and its own loops.</param>
/// <param name="Passive">Whether threads of OpenMP sleep where they have nothing to do; otherwise they wait as OpenMP is set up to.</param>
/// <param name="ChoosesKernels">Whether OpenBLAS chooses its kernels by the processor although the environment names some.</param>
internal sealed record PeerSetting(int Threads, bool Passive, bool ChoosesKernels = false)
{
    /// <summary>In words.</summary>
    public string Name => $"{Threads} {(Threads == 1 ? "thread" : "threads")}{(Passive ? ", passive waiting" : string.Empty)}{(ChoosesKernels ? ", kernels of its own choice" : string.Empty)}";
}
