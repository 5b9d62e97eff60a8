namespace Functional.Experiments;

using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using Functional.Data;
using LanguageExt;

/// <summary>A build of the functional command: a program, or a library that dotnet runs.</summary>
/// <param name="Path">The file: functional, functional.exe or functional.dll.</param>
public sealed record LabProgram(string Path)
{
    /// <summary>The file: functional, functional.exe or functional.dll.</summary>
    public string Path { get; init => field = Given.NotNull(value); } = Given.NotNull(Path);

    private const string Library = ".dll";
    private const string HostVariable = "DOTNET_HOST_PATH";
    private const string HostName = "dotnet";

    /// <summary>The command that this process runs.</summary>
    public static LabProgram Own
    {
        get
        {
            var own = System.Reflection.Assembly.GetEntryAssembly()?.Location is { Length: > 0 } location ? location : string.Empty;
            var beside = System.IO.Path.Combine(AppContext.BaseDirectory, "functional.dll");
            return new(System.IO.Path.GetFileName(own) is "functional.dll" ? own : File.Exists(beside) ? beside : Environment.ProcessPath ?? HostName);
        }
    }

    /// <summary>The program at a path, or why there is none.</summary>
    /// <param name="path">The file of a build, or the folder that it lies in.</param>
    public static Either<DataFault, LabProgram> At(string path)
    {
        string[] names = ["functional.dll", "functional", "functional.exe"];
        var file = Directory.Exists(path) ? names.Select(name => System.IO.Path.Combine(path, name)).FirstOrDefault(File.Exists) : File.Exists(path) ? path : null;
        return file is null
            ? new DataFault(path, Directory.Exists(path) ? "there is no functional command in this folder" : "there is no such file", "a build of functional: the program, functional.dll, or the folder of either")
            : new LabProgram(System.IO.Path.GetFullPath(file));
    }

    /// <summary>How to start it.</summary>
    /// <param name="arguments">Its arguments.</param>
    public ProcessStartInfo Start(params string[] arguments)
    {
        var isLibrary = Path.EndsWith(Library, StringComparison.OrdinalIgnoreCase);
        string[] all = isLibrary ? [Path, .. arguments] : arguments;
        return new(isLibrary ? Host : Path, all) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
    }

    /// <summary>Starts a process.</summary>
    /// <param name="start">How to start it.</param>
    /// <param name="process">The process.</param>
    /// <param name="fault">Why it cannot be started: there is no such program, or it is none.</param>
    /// <returns>Whether it has been started.</returns>
    internal static bool TryStart(ProcessStartInfo start, [NotNullWhen(true)] out Process? process, [NotNullWhen(false)] out DataFault? fault)
    {
        (process, fault) = (null, null);
        try
        {
            process = Process.Start(start);
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or ArgumentException)
        {
            fault = new(start.FileName, $"it cannot be started ({exception.Message})", "a program");
            return false;
        }

        if (process is null)
        {
            fault = new(start.FileName, "it has not been started", "a program");
            return false;
        }

        return true;
    }

    /// <summary>The dotnet that runs this process, or the one that the system finds.</summary>
    internal static string Host => System.IO.Path.GetFileNameWithoutExtension(Environment.ProcessPath) is HostName ? Environment.ProcessPath!
        : Environment.GetEnvironmentVariable(HostVariable) is { Length: > 0 } host && File.Exists(host) ? host
        : HostName;
}
