namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using Functional.Data;
using LanguageExt;

/// <summary>Builds the command from its sources: for debugging, for release, and published, compiled ahead of time.</summary>
public static class LabBuilds
{
    private const string Project = "src/Functional.Cli/Functional.Cli.csproj";

    private static readonly string[] Common = ["-nologo", "-v:q", "-m:1", "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false", "-p:GenerateDocumentationFile=false"];

    /// <summary>Builds, one after another. Nothing is written among the sources but what restoring packages writes.</summary>
    /// <param name="sources">The folder with Functional.sln.</param>
    /// <param name="output">A folder for the builds.</param>
    /// <param name="told">Told what is being built.</param>
    /// <param name="stop">Ends the build.</param>
    /// <returns>A setting for each build, or why one cannot be made.</returns>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public static Either<DataFault, Seq<LabSetting>> Of(string sources, string output, Action<string> told, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(told);
        var project = Path.Combine(sources, Project);
        if (!File.Exists(project))
        {
            return new DataFault(sources, $"there is no {Project}", "the folder of a checkout, with Functional.sln");
        }

        (string Name, string[] Arguments)[] builds =
        [
            ("Debug build, not optimised", ["build", project, "-c", "Debug", "-p:Optimize=false"]),
            ("Release build", ["build", project, "-c", "Release"]),
            ("published, precompiled", ["publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier]),
        ];
        return builds.Select((build, number) => (build, number)).Aggregate(
            Prelude.Right<DataFault, Seq<LabSetting>>(Seq<LabSetting>.Empty),
            (sum, next) => sum.Bind(before =>
            {
                told(next.build.Name);
                var folder = Path.Combine(output, $"{next.number}");
                return Run(next.build.Name, [.. next.build.Arguments, "--artifacts-path", folder, .. Common], stop)
                    .Bind(_ => Found(next.build.Name, folder))
                    .Map(program => before.Add(LabMatrix.Build(next.build.Name, program)));
            }));
    }

    /// <summary>The command among what was built: published where there is such a folder.</summary>
    private static Either<DataFault, LabProgram> Found(string name, string folder)
    {
        var files = Directory.GetFiles(folder, "functional.dll", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).ToArray();
        var found = files.FirstOrDefault(file => file.Contains("publish", StringComparison.Ordinal)) ?? files.FirstOrDefault();
        return found is not null
            ? new LabProgram(found)
            : new DataFault(name, "the build has made no functional.dll", "one");
    }

    private static Either<DataFault, Unit> Run(string name, IEnumerable<string> arguments, CancellationToken stop)
    {
        var start = new ProcessStartInfo(LabProgram.Host, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };

        // What the build that started this process has set is not for another one.
        foreach (var inherited in start.Environment.Keys.Where(own => own.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        if (!LabProgram.TryStart(start, out var process, out var fault))
        {
            return fault;
        }

        using var own = process;
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
            process.WaitForExitAsync(stop).GetAwaiter().GetResult();
            var said = $"{output.GetAwaiter().GetResult()}\n{error.GetAwaiter().GetResult()}";
            return process.ExitCode == 0
                ? Unit.Default
                : new DataFault(name, $"dotnet ended with {process.ExitCode} ({said.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)) ?? "without a word"})", "0");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
