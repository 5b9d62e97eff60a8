namespace Functional.Benchmarks.Serving;

using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;

/// <summary>The largest resident set of a process, in MB of 1,000,000 bytes.</summary>
internal static class PeakMemory
{
    private const double BytesInMegabyte = 1e6;
    private const double BytesInKilobyte = 1024;
    private const string Peak = "VmHWM:";

    /// <summary>Of this process so far.</summary>
    public static double OfThisProcess()
    {
        using var process = Process.GetCurrentProcess();
        return Of(process) ?? 0;
    }

    /// <summary>Of a process so far; null where it cannot be read, as when the process has ended.</summary>
    public static double? Of(Process process)
    {
        try
        {
            return OperatingSystem.IsLinux() ? FromStatus($"/proc/{process.Id}/status") : process.PeakWorkingSet64 / BytesInMegabyte;
        }
        catch (Exception failed) when (failed is IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static double? FromStatus(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith(Peak, StringComparison.Ordinal))
            {
                return double.Parse(line.AsSpan(Peak.Length).Trim().ToString().Split(' ')[0], CultureInfo.InvariantCulture) * BytesInKilobyte / BytesInMegabyte;
            }
        }

        return null;
    }
}
