namespace Functional.Data;

using System;
using System.IO;
using System.Security;
using LanguageExt;

/// <summary>Opens files to read: what the operating system reports by exceptions becomes a value here.</summary>
internal static class InputFile
{
    /// <summary>Reads a file from its beginning.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kind">What it should be, such as "a NumPy array".</param>
    /// <param name="read">Reads the open file.</param>
    public static Either<DataFault, T> Read<T>(string path, string kind, Func<FileStream, Either<DataFault, T>> read)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            return new DataFault("the file to read", "the path is empty or no path", $"the path of {kind}");
        }

        return Directory.Exists(path)
            ? new DataFault(path, "this is a directory", kind)
            : Guarded(path, kind, () =>
            {
                using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
                return read(stream);
            });
    }

    /// <summary>Turns exceptions of reading into faults.</summary>
    public static Either<DataFault, T> Guarded<T>(string source, string kind, Func<Either<DataFault, T>> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException damaged)
        {
            return new DataFault(source, damaged.Message.TrimEnd('.'), $"{kind} that is intact");
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return new DataFault(source, "there is no such file", kind);
        }
        catch (UnauthorizedAccessException)
        {
            return new DataFault(source, "permission to read the file is denied", "a file that may be read");
        }
        catch (Exception unreadable) when (unreadable is IOException or NotSupportedException or SecurityException)
        {
            return new DataFault(source, $"the file cannot be read ({unreadable.Message.TrimEnd('.')})", "a file that can be read");
        }
        catch (OutOfMemoryException)
        {
            return new DataFault(source, "there is not enough memory for the numbers that the file holds", "a smaller file, or more memory");
        }
    }
}
