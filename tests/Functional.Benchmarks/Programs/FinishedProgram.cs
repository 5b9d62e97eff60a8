namespace Functional.Benchmarks.Programs;

using System.Text.Json;

/// <summary>A program that has run to its end.</summary>
/// <param name="Seconds">From its start to its end.</param>
/// <param name="PeakMemoryMB">Its peak resident set, in MB of 1,000,000 bytes; null where it is not known.</param>
/// <param name="Report">The JSON object at the end of what it wrote.</param>
internal sealed record FinishedProgram(double Seconds, double? PeakMemoryMB, JsonElement Report)
{
    /// <summary>The share of the test samples that it classified rightly in the end.</summary>
    public double TestAccuracy => Report.GetProperty("testAccuracy").GetDouble();

    /// <summary>The version of its library, where it tells.</summary>
    public string? Version => Report.TryGetProperty("version", out var version) ? version.GetString() : null;
}
