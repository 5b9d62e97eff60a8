namespace Functional.Experiments;

using System;
using System.IO;
using Functional.Data;
using LanguageExt;

/// <summary>Reads small files from outside whole, and nothing that is larger than it may be.</summary>
internal static class BoundedFile
{
    private const int BufferSize = 1 << 16;

    /// <summary>All octets of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maximum">The most octets.</param>
    /// <param name="expected">What the file should be, a part of a sentence.</param>
    public static Either<DataFault, byte[]> Read(string path, int maximum, string expected) =>
        string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal) ? new DataFault("the file", "the path is empty or no path", expected)
        : Directory.Exists(path) ? new DataFault(path, "this is a directory", expected)
        : InputFile.Guarded(path, expected, () => All(path, maximum, expected));

    private static Either<DataFault, byte[]> All(string path, int maximum, string expected)
    {
        // Somebody may be writing to it: the figures of a run that goes on can be read.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var all = new MemoryStream();

        // A pipe has no length, so it is found out by reading.
        var buffer = new byte[BufferSize];
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
}
