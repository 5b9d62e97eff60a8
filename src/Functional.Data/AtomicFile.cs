namespace Functional.Data;

using System;
using System.IO;
using System.Security;
using LanguageExt;

/// <summary>Writes a file whole or not at all: beside its place first, then by renaming.</summary>
internal static class AtomicFile
{
    private const string Expected = "a file name in a directory that may be written to";

    /// <summary>Says whether a file could be written, by making a temporary one beside its place and removing it.</summary>
    public static Either<DataFault, Unit> Check(string path) =>
        Guarded(path, () =>
        {
            var temporary = TemporaryBeside(path);
            using (new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
            }

            File.Delete(temporary);
        });

    /// <summary>Writes a file; an existing one is replaced. Nothing is left behind where it fails.</summary>
    public static Either<DataFault, Unit> Write(string path, Action<Stream> write) =>
        Guarded(path, () =>
        {
            var temporary = TemporaryBeside(path);
            try
            {
                using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                {
                    write(stream);
                    stream.Flush(flushToDisk: true);
                }

                var final = Final(path);
                File.Move(temporary, final, overwrite: true);
                DirectorySync.Flush(Path.GetDirectoryName(final)!);
            }
            finally
            {
                File.Delete(temporary);
            }
        });

    /// <summary>Where a symbolic link points to, so that the link itself stays.</summary>
    private static string Final(string path) => new FileInfo(path).LinkTarget is null
        ? Path.GetFullPath(path)
        : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;

    private static string TemporaryBeside(string path)
    {
        var final = Final(path);
        return Path.Combine(Path.GetDirectoryName(final)!, $".{Path.GetFileName(final)}.{Path.GetRandomFileName()}.tmp");
    }

    private static Either<DataFault, Unit> Guarded(string path, Action action)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            return new DataFault("the file to save to", "the path is empty or no path", Expected);
        }

        if (Directory.Exists(path) || Path.EndsInDirectorySeparator(path))
        {
            return new DataFault(path, "this is a directory", Expected);
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } directory && !Directory.Exists(directory))
        {
            return new DataFault(path, $"there is no directory {directory}", Expected);
        }

        try
        {
            // A device is no place for a file: renaming would replace it.
            if (Final(path).StartsWith("/dev/", StringComparison.Ordinal))
            {
                return new DataFault(path, "this is a device", Expected);
            }

            action();
            return Unit.Default;
        }
        catch (UnauthorizedAccessException)
        {
            return new DataFault(path, "permission to write there is denied", Expected);
        }
        catch (Exception failed) when (failed is IOException or NotSupportedException or SecurityException)
        {
            return new DataFault(path, $"the file cannot be written ({failed.Message.TrimEnd('.')})", Expected);
        }
    }
}
