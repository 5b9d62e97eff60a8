namespace Functional.Coverage;

using System;
using System.Diagnostics;
using System.IO;

/// <summary>Runs dotnet as a process of its own, with its output on this one's.</summary>
internal static class Child
{
    /// <summary>Runs dotnet; it must end with 0.</summary>
    /// <exception cref="InvalidOperationException">It did not.</exception>
    public static void Run(string directory, params string[] arguments)
    {
        if (Start(directory, arguments) is not 0 and var code)
        {
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {code}.");
        }
    }

    /// <summary>Runs dotnet and returns what it ended with.</summary>
    /// <param name="directory">Where it runs.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="line">Takes each line of its output; null writes them on the console.</param>
    public static int Start(string directory, string[] arguments, Action<string>? line = null)
    {
        var start = new ProcessStartInfo(Host, arguments) { WorkingDirectory = directory, RedirectStandardOutput = line is not null, UseShellExecute = false };
        start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Process.Start(start)!;
        while (line is not null && process.StandardOutput.ReadLine() is { } read)
        {
            line(read);
        }

        process.WaitForExit();
        return process.ExitCode;
    }

    private static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host && File.Exists(host) ? host : "dotnet";
}
