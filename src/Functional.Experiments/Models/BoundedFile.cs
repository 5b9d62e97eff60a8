namespace Functional.Experiments;

using System;
using System.IO;
using System.Security;
using Functional.Data;
using LanguageExt;

/// <summary>Reads small files from outside whole, and nothing that is larger than it may be.</summary>
internal static class BoundedFile
{
    /// <summary>All octets of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maximum">The most octets.</param>
    /// <param name="expected">What the file should be, a part of a sentence.</param>
    public static Either<DataFault, byte[]> Read(string path, int maximum, string expected)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            return new DataFault("the file", "the path is empty or no path", expected);
        }

        if (Directory.Exists(path))
        {
            return new DataFault(path, "this is a directory", expected);
        }

        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

            // A pipe has no length, so one octet more than may be is asked for.
            using var all = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
            {
                all.Write(buffer, 0, read);
                if (all.Length > maximum)
                {
                    return new DataFault(path, $"there are more than {maximum} octets", expected);
                }
            }

            return all.ToArray();
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return new DataFault(path, "there is no such file", expected);
        }
        catch (UnauthorizedAccessException)
        {
            return new DataFault(path, "permission to read the file is denied", "a file that may be read");
        }
        catch (Exception unreadable) when (unreadable is IOException or NotSupportedException or SecurityException or ArgumentException)
        {
            return new DataFault(path, $"the file cannot be read ({unreadable.Message.TrimEnd('.')})", "a file that can be read");
        }
    }
}
