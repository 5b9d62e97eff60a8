namespace Functional.Data;

using System;
using System.Runtime.InteropServices;

/// <summary>
/// Brings a directory's entries to the disk, so that a renamed file has its new name behind a power failure, too. Windows keeps entries in a journal and has
/// no such call.
/// </summary>
internal static class DirectorySync
{
    /// <summary>Brings the entries to the disk; where that is not possible, they stay with the operating system, which suffices unless power fails.</summary>
    /// <param name="directory">The directory.</param>
    public static void Flush(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(directory, 0);
        if (descriptor >= 0)
        {
            _ = Sync(descriptor);
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
