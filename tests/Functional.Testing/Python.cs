namespace Functional.Testing;

using System;
using System.Diagnostics;
using System.IO;
using System.Linq;

/// <summary>A Python with NumPy, for tests that hold our files against another program's; there need not be one.</summary>
public static class Python
{
    /// <summary>The environment variable with the command.</summary>
    public const string Variable = "FUNCTIONAL_PYTHON";

    private static readonly Lazy<string?> Found = new(() =>
        (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? [named] : new[] { "python3", "/usr/bin/python3", "python" })
        .FirstOrDefault(command => TryRun(command, out _, "-c", "import numpy")));

    /// <summary>Why tests with Python are skipped; null where they run.</summary>
    public static string? Missing => Found.Value is null ? $"There is no Python with NumPy here: set {Variable} to its command." : null;

    /// <summary>Runs a script.</summary>
    /// <param name="script">The file.</param>
    /// <param name="arguments">What it is given.</param>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message is what it printed.</exception>
    public static string Run(string script, params string[] arguments) =>
        TryRun(Found.Value ?? throw new InvalidOperationException(Missing), out var output, [script, .. arguments])
            ? output
            : throw new InvalidOperationException($"{Path.GetFileName(script)} failed: {output}");

    private static bool TryRun(string command, out string output, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(command) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            foreach (var argument in arguments)
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            output += process.ExitCode == 0 ? string.Empty : error.Result;
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            output = $"{command} cannot be started";
            return false;
        }
    }
}
