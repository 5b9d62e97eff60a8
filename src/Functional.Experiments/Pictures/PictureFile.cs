namespace Functional.Experiments;

using System;
using System.IO;
using System.Security;
using System.Text;
using Functional.Data;
using LanguageExt;

/// <summary>Writes pictures to files.</summary>
public static class PictureFile
{
    /// <summary>Says whether pictures can be written to a directory, which is made where it is not there yet.</summary>
    /// <param name="directory">The directory.</param>
    /// <returns>Nothing, or why not.</returns>
    public static Either<DataFault, Unit> CheckDirectory(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or SecurityException)
        {
            return new DataFault(directory, $"it cannot be made a directory ({failed.Message.TrimEnd('.')})", "a directory that may be written to");
        }

        return AtomicFile.Check(Path.Combine(directory, "picture.svg"));
    }

    /// <summary>Writes a picture whole or not at all; an existing file is replaced.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">The picture, such as an SVG document; it is written in UTF-8.</param>
    /// <returns>Nothing, or why it could not be written.</returns>
    public static Either<DataFault, Unit> Save(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return AtomicFile.Write(Given.NotNull(path), stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }
}
