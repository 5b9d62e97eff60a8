namespace Functional.Experiments;

using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security;
using Functional.Numerics;
using Functional.Numerics.Randomness;

/// <summary>Where a session of a run was carried out. It is recorded and never a part of the result.</summary>
/// <param name="Program">The version of Functional.</param>
/// <param name="Arithmetic">The version of the arithmetic.</param>
/// <param name="RandomStream">The version of the streams of random numbers.</param>
/// <param name="Framework">The version of .NET.</param>
/// <param name="OperatingSystem">The operating system.</param>
/// <param name="Processor">The processor's name and kind.</param>
/// <param name="Processors">How many processors the process may use.</param>
/// <param name="Threads">How many threads compute.</param>
/// <param name="Vectors">The vector registers that kernels use.</param>
/// <param name="Started">When the session began, in universal time.</param>
public sealed record RunEnvironment(
    string Program,
    int Arithmetic,
    int RandomStream,
    string Framework,
    string OperatingSystem,
    string Processor,
    int Processors,
    int Threads,
    string Vectors,
    string Started)
{
    /// <summary>The version of Functional.</summary>
    public string Program { get; init => field = Given.NotNull(value); } = Given.NotNull(Program);

    /// <summary>The version of .NET.</summary>
    public string Framework { get; init => field = Given.NotNull(value); } = Given.NotNull(Framework);

    /// <summary>The operating system.</summary>
    public string OperatingSystem { get; init => field = Given.NotNull(value); } = Given.NotNull(OperatingSystem);

    /// <summary>The processor's name and kind.</summary>
    public string Processor { get; init => field = Given.NotNull(value); } = Given.NotNull(Processor);

    /// <summary>The vector registers that kernels use.</summary>
    public string Vectors { get; init => field = Given.NotNull(value); } = Given.NotNull(Vectors);

    /// <summary>When the session began, in universal time.</summary>
    public string Started { get; init => field = Given.NotNull(value); } = Given.NotNull(Started);

    private const string ProcessorFile = "/proc/cpuinfo";

    /// <summary>The environment of this process.</summary>
    /// <param name="execution">How to compute.</param>
    /// <param name="clock">The clock.</param>
    public static RunEnvironment Of(Execution execution, TimeProvider clock) => new(
        (typeof(RunEnvironment).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0],
        Numerics.Arithmetic.Version,
        RandomKey.StreamVersion,
        RuntimeInformation.FrameworkDescription,
        $"{RuntimeInformation.OSDescription} ({RuntimeInformation.RuntimeIdentifier})",
        $"{ProcessorName()} ({RuntimeInformation.ProcessArchitecture})",
        Environment.ProcessorCount,
        Given.NotNull(execution).Threads,
        execution.EffectiveWidth.ToString(),
        Given.NotNull(clock).GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    private static string ProcessorName()
    {
        try
        {
            return File.Exists(ProcessorFile)
                ? File.ReadLines(ProcessorFile).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown"
                : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "unknown";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or SecurityException)
        {
            return "unknown";
        }
    }
}
