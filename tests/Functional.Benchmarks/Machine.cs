namespace Functional.Benchmarks;

using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using Functional.Networks;
using Functional.Numerics;

/// <summary>What a run ran on.</summary>
internal static class Machine
{
    /// <summary>The processor's name, or its architecture where it has none.</summary>
    public static string Cpu { get; } = CpuName() ?? RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>The processors that the process may use.</summary>
    public static int Cores => Environment.ProcessorCount;

    /// <summary>The bits of the widest vector registers that kernels use; 64 where they use none.</summary>
    public static int VectorBits => Execution.Sequential.EffectiveWidth is var width && width > VectorWidth.Scalar ? (int)width : 64;

    /// <summary>The operating system.</summary>
    public static string OperatingSystem => RuntimeInformation.OSDescription;

    /// <summary>The version of .NET.</summary>
    public static string Runtime => RuntimeInformation.FrameworkDescription;

    /// <summary>This library's version, without the commit behind it.</summary>
    public static string LibraryVersion { get; } =
        (typeof(Training).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0];

    /// <summary>All of it in a line.</summary>
    public static string Sentence => $"{Cpu}, {Cores} {(Cores == 1 ? "core" : "cores")}, vectors of {VectorBits} bits, {OperatingSystem}, {Runtime}";

    private static string? CpuName()
    {
        const string Description = "/proc/cpuinfo";
        return File.Exists(Description)
            ? File.ReadLines(Description).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
            : null;
    }
}
