namespace Functional.Benchmarks.Contenders;

using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

/// <summary>A long-lived process that does a workload's steps when it is asked to.</summary>
internal sealed class Contender : IDisposable
{
    private const int MostErrorLines = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Process process;
    private readonly Task<string> errors;

    private Contender(Launch launch, string setting, Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
        Name = launch.Name;
        Setting = setting;
        var greeting = Answer();
        Version = greeting.GetProperty("version").GetString()!;
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>The version of its library.</summary>
    public string Version { get; }

    /// <summary>How it is run, such as "2 threads".</summary>
    public string Setting { get; }

    /// <summary>Starts a contender and waits until it is ready.</summary>
    /// <param name="launch">How to start it.</param>
    /// <param name="setting">What the way to run it is called.</param>
    /// <exception cref="Fault">It does not start.</exception>
    public static Contender Start(Launch launch, string setting)
    {
        try
        {
            return new(launch, setting, Process.Start(launch.ToStartInfo())!);
        }
        catch (Win32Exception failed)
        {
            throw new Fault($"{launch.Name} could not be started: {failed.Message}");
        }
    }

    /// <summary>The figures that all contenders must agree on.</summary>
    public double[] Verify() => [.. Ask("verify").GetProperty("losses").EnumerateArray().Select(loss => loss.GetDouble())];

    /// <summary>Lets it do so many steps.</summary>
    /// <returns>The seconds for each of them.</returns>
    public double SecondsPerStep(long steps) => Ask(string.Create(CultureInfo.InvariantCulture, $"steps {steps}")).GetProperty("seconds").GetDouble() / steps;

    /// <summary>Its peak resident set so far, in MB of 1,000,000 bytes.</summary>
    public double PeakMemoryMB() => Ask("memory").GetProperty("peakMemoryMB").GetDouble();

    /// <summary>Asks it to end, and ends it where it does not.</summary>
    public void Dispose()
    {
        try
        {
            process.StandardInput.WriteLine("quit");
            process.StandardInput.Close();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
            }
        }
        catch (IOException)
        {
            // It has ended already.
        }

        process.Dispose();
    }

    private JsonElement Ask(string request)
    {
        try
        {
            process.StandardInput.WriteLine(request);
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
            throw Ended();
        }

        return Answer();
    }

    private JsonElement Answer()
    {
        var line = process.StandardOutput.ReadLine() ?? throw Ended();
        try
        {
            var answer = JsonElement.Parse(Encoding.UTF8.GetBytes(line));
            return answer.TryGetProperty("error", out var error) ? throw new Fault($"{Name}: {error.GetString()}.") : answer;
        }
        catch (JsonException)
        {
            throw new Fault($"{Name} answered '{line}'; expected a JSON object.");
        }
    }

    private Fault Ended()
    {
        var lines = errors.GetAwaiter().GetResult().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new($"{Name} has ended: {string.Join(' ', lines.TakeLast(MostErrorLines).Select(line => line.Trim()))}");
    }
}
