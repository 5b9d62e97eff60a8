namespace Functional.Benchmarks.Reports;

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Functional.Benchmarks.Measuring;
using Functional.Benchmarks.Updates;
using Functional.Benchmarks.Workloads;

/// <summary>Results as a JSON file, written whole or not at all.</summary>
internal static class ResultFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Ends the run before it begins where the file could not be written.</summary>
    public static void Check(string path) => Guarded(path, temporary => File.WriteAllText(temporary, string.Empty), keep: false);

    /// <summary>Writes the results.</summary>
    public static void Write(string path, IReadOnlyList<Comparison> comparisons, int threads) =>
        WriteAll(path, comparisons.Select(comparison => Of(comparison, threads)));

    /// <summary>Writes the results.</summary>
    public static void Write(string path, IReadOnlyList<UpdateMeasurement> measurements) => WriteAll(path, measurements.Select(Of));

    private static void WriteAll(string path, IEnumerable<object> results) =>
        Guarded(path, temporary => File.WriteAllText(temporary, JsonSerializer.Serialize(results, Options) + "\n"), keep: true);

    private static object Of(UpdateMeasurement measured) => new
    {
        optimiser = measured.Optimiser,
        precision = measured.Precision.Name,
        numbers = measured.Numbers,
        bytesRequired = measured.Required,
        bytesMoved = measured.Moved,
        traffic = measured.Traffic,
        secondsPerStep = measured.Seconds,
        secondsPerCopy = measured.CopySeconds,
        ratio = measured.Ratio.Median,
        quartiles = new[] { measured.Ratio.First, measured.Ratio.Third },
        allocatedBytes = measured.Allocated,
        machine = OfMachine(),
    };

    private static object Of(Comparison comparison, int threads) => new
    {
        workload = comparison.Workload.Name,
        description = comparison.Workload.Description,
        precision = comparison.Precision.Name,
        ratio = comparison.Ratio?.Median,
        quartiles = comparison.Ratio is { } ratio ? new[] { ratio.First, ratio.Third } : null,
        target = comparison.Workload.Target.In(comparison.Precision),
        rounds = comparison.Rounds,
        contenders = comparison.Contenders.Select(contender => new
        {
            name = contender.Name,
            version = contender.Version,
            setting = contender.Setting,
            secondsPerStep = contender.SecondsPerStep,
            gflops = contender.Gflops,
            peakMemoryMB = contender.PeakMemoryMB,
        }),
        threads,
        machine = OfMachine(),
    };

    private static object OfMachine() => new
    {
        cpu = Machine.Cpu,
        cores = Machine.Cores,
        vectorWidth = Machine.VectorBits,
        os = Machine.OperatingSystem,
        dotnet = Machine.Runtime,
    };

    private static void Guarded(string path, Action<string> write, bool keep)
    {
        if (Directory.Exists(path) || Path.EndsInDirectorySeparator(path))
        {
            throw new Fault($"--json: '{path}' is a directory; expected the name of a file.");
        }

        var full = Path.GetFullPath(path);
        var directory = Path.GetDirectoryName(full);
        if (!Directory.Exists(directory))
        {
            throw new Fault($"--json: there is no directory {directory} for '{path}'.");
        }

        var temporary = Path.Combine(directory, $".{Path.GetFileName(full)}.{Path.GetRandomFileName()}.tmp");
        try
        {
            write(temporary);
            if (keep)
            {
                File.Move(temporary, full, overwrite: true);
            }
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new Fault($"--json: '{path}' cannot be written: {failed.Message}");
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
