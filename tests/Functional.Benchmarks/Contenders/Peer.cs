namespace Functional.Benchmarks.Contenders;

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;

/// <summary>A library of Python that is compared with, and the interpreter that has it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Module">What Python calls it.</param>
/// <param name="Script">The script that serves its workloads.</param>
/// <param name="Program">The script that is a whole program.</param>
/// <param name="UsesOpenMP">Whether it computes with threads of OpenMP.</param>
internal sealed record Peer(string Name, string Module, string Script, string Program, bool UsesOpenMP)
{
    /// <summary>NumPy.</summary>
    public static Peer NumPy { get; } = new("NumPy", "numpy", "numpy_peer.py", "numpy_program.py", UsesOpenMP: false);

    /// <summary>PyTorch.</summary>
    public static Peer PyTorch { get; } = new("PyTorch", "torch", "torch_peer.py", "torch_program.py", UsesOpenMP: true);

    /// <summary>Both.</summary>
    public static ImmutableArray<Peer> All { get; } = [NumPy, PyTorch];

    // An environment may name kernels for half of the processor's vectors.
    private const string KernelVariable = "OPENBLAS_CORETYPE";

    /// <summary>The ways to run it, the one to begin with first.</summary>
    /// <param name="threads">The most threads that it may use.</param>
    public IEnumerable<PeerSetting> Settings(int threads)
    {
        bool[] choices = Environment.GetEnvironmentVariable(KernelVariable) is null ? [false] : [true, false];
        return from chooses in choices
               from setting in Threaded(threads)
               select setting with { ChoosesKernels = chooses };
    }

    private IEnumerable<PeerSetting> Threaded(int threads)
    {
        yield return new(threads, Passive: UsesOpenMP);
        if (threads > 1)
        {
            if (UsesOpenMP)
            {
                yield return new(threads, Passive: false);
            }

            yield return new(1, Passive: false);
        }
    }

    /// <summary>How to start one of its scripts.</summary>
    /// <param name="interpreter">The interpreter.</param>
    /// <param name="setting">The way to run it.</param>
    /// <param name="script">The script's name.</param>
    /// <param name="arguments">Its arguments.</param>
    public Launch Launch(string interpreter, PeerSetting setting, string script, params ReadOnlySpan<string> arguments)
    {
        var threads = setting.Threads.ToString(CultureInfo.InvariantCulture);
        var environment = ImmutableDictionary<string, string>.Empty
            .Add("OPENBLAS_NUM_THREADS", threads)
            .Add("MKL_NUM_THREADS", threads)
            .Add("OMP_NUM_THREADS", threads);
        environment = setting.Passive ? environment.Add("OMP_WAIT_POLICY", "PASSIVE") : environment;
        return new(
            Name,
            interpreter,
            [Path.Combine(AppContext.BaseDirectory, "peers", script), .. arguments, threads],
            environment,
            setting.ChoosesKernels ? [KernelVariable] : []);
    }
}
