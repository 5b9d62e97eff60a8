namespace Functional.Benchmarks.Contenders;

using System;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Reflection;
using System.Runtime.InteropServices;
using Functional.Benchmarks.Workloads;

/// <summary>How this library is started as a contender.</summary>
internal static class Own
{
    /// <summary>What it is called.</summary>
    public const string Name = "Functional";

    private static readonly string DotnetRoot = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>This executable as a server of a workload or of a product.</summary>
    /// <param name="subject">The workload or the product.</param>
    /// <param name="precision">The precision.</param>
    /// <param name="folder">Where the samples are; nothing for products.</param>
    /// <param name="threads">The most threads that it may use.</param>
    public static Launch Server(string subject, Precision precision, string? folder, int threads)
    {
        ImmutableArray<string> arguments = ["serve", subject, precision.Name, "--threads", threads.ToString(CultureInfo.InvariantCulture)];
        return Of(ExecutableOf(Assembly.GetExecutingAssembly()), folder is null ? arguments : [.. arguments, "--folder", folder]);
    }

    /// <summary>The functional command.</summary>
    /// <param name="path">Its executable or its assembly; where null, the one that was built beside this.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="Fault">It is not there.</exception>
    public static Launch Command(string? path, ImmutableArray<string> arguments)
    {
        var command = path ?? BuiltCommand();
        return File.Exists(command)
            ? Of(Path.GetFullPath(command), arguments)
            : throw new Fault(path is null
                ? "The functional command is not built beside this program; build src/Functional.Cli in the same configuration or name it with --functional."
                : $"--functional: there is no file '{path}'; expected the functional command, its executable or functional.dll.");
    }

    private static Launch Of(string program, ImmutableArray<string> arguments)
    {
        // An executable of .NET finds the runtime by itself where it is installed, otherwise by this variable.
        var environment = ImmutableDictionary<string, string>.Empty.Add("DOTNET_ROOT", DotnetRoot);
        return Path.GetExtension(program) is ".dll"
            ? new(Name, Path.Combine(DotnetRoot, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"), [program, .. arguments], environment, [])
            : new(Name, program, arguments, environment, []);
    }

    /// <summary>The executable beside an assembly, or the assembly where there is none.</summary>
    private static string ExecutableOf(Assembly assembly) => ExecutableOf(Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.dll"));

    private static string ExecutableOf(string assembly)
    {
        var executable = Path.ChangeExtension(assembly, OperatingSystem.IsWindows() ? ".exe" : null);
        return File.Exists(executable) ? executable : assembly;
    }

    /// <summary>The command's build output: tests/X/bin/CONFIGURATION/FRAMEWORK lies beside src/Functional.Cli/bin/CONFIGURATION/FRAMEWORK.</summary>
    private static string BuiltCommand()
    {
        var framework = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var output = Path.Combine("bin", framework.Parent!.Name, framework.Name);
        return ExecutableOf(Path.GetFullPath(Path.Combine(framework.FullName, "..", "..", "..", "..", "..", "src", "Functional.Cli", output, "functional.dll")));
    }
}
