namespace Functional.Cli.Tests.Commands;

using System;
using System.Diagnostics;

/// <summary>A file system in memory with little room: for the superuser on Linux.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private SmallDisk()
    {
    }

    /// <summary>Where it is.</summary>
    public string Path => directory.Path;

    /// <summary>A disk of a size such as "1m"; nothing where there can be none.</summary>
    public static SmallDisk? Of(string size)
    {
        var disk = new SmallDisk();
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", $"size={size}", "functional-test", disk.Path))
        {
            return disk;
        }

        disk.directory.Dispose();
        return null;
    }

    /// <summary>Changes the disk's options, such as "size=8m" or "ro".</summary>
    public void Change(string options)
    {
        if (!Run("mount", "-o", $"remount,{options}", Path))
        {
            throw new InvalidOperationException($"The file system cannot be mounted again with {options}.");
        }
    }

    public void Dispose()
    {
        Run("umount", Path);
        directory.Dispose();
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
