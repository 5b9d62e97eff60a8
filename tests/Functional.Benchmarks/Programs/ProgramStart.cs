namespace Functional.Benchmarks.Programs;

using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Text.Json;
using Functional.Benchmarks.Contenders;
using Functional.Benchmarks.Serving;

/// <summary>Runs a whole program once.</summary>
internal static class ProgramStart
{
    private const int MostErrorLines = 5;
    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(20);

    /// <summary>Starts it, waits for its end and reads its report.</summary>
    /// <exception cref="Fault">It does not start, fails or reports nothing.</exception>
    public static FinishedProgram ToTheEnd(Launch launch)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Begin(launch);
        using var stopping = new Stopping(process.Kill);
        return ToTheEnd(launch, process, start);
    }

    private static FinishedProgram ToTheEnd(Launch launch, Process process, long start)
    {
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        double? memory = null;
        do
        {
            memory = PeakMemory.Of(process) ?? memory;
        }
        while (!process.WaitForExit(Watch));

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var text = output.GetAwaiter().GetResult();
        if (process.ExitCode != 0)
        {
            var lines = errors.GetAwaiter().GetResult().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            throw new Fault($"{launch.Name} ended with exit code {process.ExitCode}: {string.Join(' ', lines.TakeLast(MostErrorLines).Select(line => line.Trim()))}");
        }

        return new(seconds, memory, ReportOf(launch, text));
    }

    private static Process Begin(Launch launch)
    {
        try
        {
            return Process.Start(launch.ToStartInfo())!;
        }
        catch (Win32Exception failed)
        {
            throw new Fault($"{launch.Name} could not be started: {failed.Message}");
        }
    }

    private static JsonElement ReportOf(Launch launch, string text)
    {
        var from = text.IndexOf('{', StringComparison.Ordinal);
        try
        {
            return JsonElement.Parse(Encoding.UTF8.GetBytes(text[Math.Max(from, 0)..]));
        }
        catch (JsonException)
        {
            throw new Fault($"{launch.Name} wrote no JSON object with its results.");
        }
    }
}
