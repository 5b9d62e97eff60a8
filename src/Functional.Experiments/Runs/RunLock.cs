namespace Functional.Experiments;

using System;
using System.IO;
using Functional.Data;
using LanguageExt;

/// <summary>
/// Keeps a run folder for one process. It is a file that is held open for this process alone, so the operating system lets go of it when the process ends,
/// however it ends; the file itself stays and means nothing.
/// </summary>
internal sealed class RunLock : IDisposable
{
    private readonly FileStream file;

    private RunLock(FileStream file) => this.file = file;

    /// <summary>Takes a folder.</summary>
    /// <param name="folder">The folder, which is there.</param>
    /// <returns>What holds it, or why it cannot be had.</returns>
    public static Either<DataFault, RunLock> Take(RunFolder folder)
    {
        try
        {
            return new RunLock(new FileStream(folder.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1));
        }
        catch (UnauthorizedAccessException)
        {
            return new DataFault(folder.Path, "permission to write there is denied", "a folder that may be written to");
        }
        catch (IOException busy)
        {
            return IsTaken(folder)
                ? new DataFault(folder.Path, "another process is carrying this run out", "one process at a time")
                : new DataFault(folder.Path, $"nothing can be written there ({busy.Message.TrimEnd('.')})", "a folder that may be written to");
        }
    }

    /// <summary>Whether some process holds a folder. To ask takes no right to write there.</summary>
    /// <param name="folder">The folder.</param>
    public static bool IsTaken(RunFolder folder)
    {
        if (!File.Exists(folder.LockFile))
        {
            return false;
        }

        try
        {
            using var tried = new FileStream(folder.LockFile, FileMode.Open, FileAccess.Read, FileShare.None, 1);
            return false;
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>Lets go of the folder.</summary>
    public void Dispose() => file.Dispose();
}
