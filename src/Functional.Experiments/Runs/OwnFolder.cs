namespace Functional.Experiments;

using System;
using System.IO;
using System.Linq;
using System.Security;
using Functional.Data;
using LanguageExt;

/// <summary>Makes the folder that a run or a sweep keeps for itself.</summary>
internal static class OwnFolder
{
    /// <summary>Makes a folder where there is none, and takes one that is empty, that holds its owner's files, or that a process left which was ended before it had begun.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="holdsOwn">Whether the folder holds its owner's files.</param>
    /// <param name="lockFile">The owner's lock, which may be left over.</param>
    /// <param name="wanted">What would be right in place of a folder that holds other files.</param>
    public static Either<DataFault, Unit> Make(string path, Func<bool> holdsOwn, string lockFile, string wanted)
    {
        const string Writable = "a folder that may be written to";
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            return new DataFault("the folder", "the path is empty or no path", Writable);
        }

        if (File.Exists(path))
        {
            return new DataFault(path, "this is a file", "a folder, or a place for one");
        }

        try
        {
            if (Directory.Exists(path) && !holdsOwn() && Directory.EnumerateFileSystemEntries(path).Any(entry => !IsLeftover(lockFile, entry)))
            {
                return new DataFault(path, "the folder holds other files", wanted);
            }

            Directory.CreateDirectory(path);
            return Unit.Default;
        }
        catch (UnauthorizedAccessException)
        {
            return new DataFault(path, "permission to make the folder is denied", Writable);
        }
        catch (Exception failed) when (failed is IOException or NotSupportedException or SecurityException or ArgumentException)
        {
            return new DataFault(path, $"the folder cannot be made ({failed.Message.TrimEnd('.')})", Writable);
        }
    }

    private static bool IsLeftover(string lockFile, string entry) =>
        string.Equals(entry, lockFile, StringComparison.Ordinal) || (Path.GetFileName(entry) is ['.', ..] and [.., '.', 't', 'm', 'p']);
}
