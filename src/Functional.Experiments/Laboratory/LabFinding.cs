namespace Functional.Experiments;

using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.PortableExecutable;
using System.Runtime;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using System.Security;
using Functional.Numerics;
using LanguageExt;

/// <summary>Finds out what is so in this process.</summary>
internal static class LabFinding
{
    private const string TaskFolder = "/proc/self/task";
    private const string ThreadName = "Functional";
    private const int ManyCollections = 20;

    /// <summary>How many threads compute at this moment, where the operating system tells their names; 1 where it does not.</summary>
    public static int ComputingThreads()
    {
        try
        {
            return Directory.Exists(TaskFolder)
                ? 1 + Directory.GetDirectories(TaskFolder).Count(task => File.ReadAllText(Path.Combine(task, "comm")).StartsWith(ThreadName, StringComparison.Ordinal))
                : 1;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or SecurityException)
        {
            return 1;
        }
    }

    /// <summary>What is so, behind an order that was carried out.</summary>
    /// <param name="order">The order.</param>
    /// <param name="threads">The most threads that were seen to compute.</param>
    /// <param name="code">The kinds of code that were seen.</param>
    public static LabFacts Of(LabOrder order, int threads, string code) => new(Prelude.Seq(
        (LabFacts.Runtime, $"{RuntimeInformation.FrameworkDescription} {RuntimeInformation.RuntimeIdentifier}"),
        (LabFacts.Build, Build()),
        (LabFacts.Threads, threads.ToString(CultureInfo.InvariantCulture)),
        (LabFacts.Vectors, order.Execution.EffectiveWidth is var width && width == VectorWidth.Scalar ? "scalar" : ((int)width).ToString(CultureInfo.InvariantCulture)),
        (LabFacts.Fma, Fma.IsSupported || AdvSimd.IsSupported ? "yes" : "no"),
        (LabFacts.RuntimeVectors, string.Create(CultureInfo.InvariantCulture, $"{Accelerated()}/{Vector<byte>.Count * 8}")),
        (LabFacts.Collector, $"{(GCSettings.IsServerGC ? "server" : "workstation")}{(GCSettings.LatencyMode == GCLatencyMode.Batch ? string.Empty : ", concurrent")}"),
        (LabFacts.Collections, GC.CollectionCount(0) > ManyCollections ? "many" : "few"),
        (LabFacts.Culture, LabCultures.Shown),
        (LabFacts.Zone, Zone()),
        (LabFacts.Code, code),
        (LabFacts.Way, order.Fold switch
        {
            LabFold.Pure => "pure step",
            LabFold.Killed => "killed and resumed",
            LabFold.Grains => $"grains on {order.Processes} processes",
            _ => "recycled memory",
        })).Strict());

    private static int Accelerated() => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

    private static string Zone()
    {
        var away = TimeZoneInfo.Local.BaseUtcOffset;
        return $"{(away < TimeSpan.Zero ? "-" : "+")}{away.ToString("hh\\:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>How the arithmetic was built, as its library itself says.</summary>
    private static string Build()
    {
        var library = typeof(Arithmetic).Assembly;
        var configuration = library.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "unknown";
        var isPlain = library.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled ?? false;
        return $"{configuration}{(isPlain ? ", not optimised" : string.Empty)}{(IsPrecompiled(library.Location) ? ", precompiled" : string.Empty)}";
    }

    private static bool IsPrecompiled(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var reader = new PEReader(File.OpenRead(path));
        return reader.PEHeaders.CorHeader is { ManagedNativeHeaderDirectory.Size: > 0 };
    }
}
