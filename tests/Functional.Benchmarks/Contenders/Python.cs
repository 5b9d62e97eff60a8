namespace Functional.Benchmarks.Contenders;

using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Linq;

/// <summary>Looks for interpreters of Python that have a module.</summary>
internal static class Python
{
    private const string Variable = "FUNCTIONAL_PYTHON";

    /// <summary>The peers that are there, each with the interpreter to run it.</summary>
    /// <param name="wanted">The peers to look for.</param>
    public static IReadOnlyList<(Peer Peer, string Interpreter)> Find(IEnumerable<Peer> wanted)
    {
        var found = new List<(Peer, string)>();
        foreach (var peer in wanted)
        {
            if (Candidates().FirstOrDefault(interpreter => Has(interpreter, peer)) is { } interpreter)
            {
                found.Add((peer, interpreter));
            }
            else
            {
                Console.Error.WriteLine($"note: {peer.Name} is missing: none of {string.Join(", ", Candidates())} can import {peer.Module} ({Variable} names another interpreter).");
            }
        }

        return found;
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen)
        {
            yield return chosen;
        }

        yield return "python3";
        yield return "/usr/bin/python3";
    }

    private static bool Has(string interpreter, Peer peer)
    {
        try
        {
            // The peers read their samples with NumPy, whatever they compute with.
            var start = new ProcessStartInfo(interpreter, ["-c", $"import numpy, {peer.Module}"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
