namespace Functional.Experiments;

using System.Text;
using Functional.Data;
using LanguageExt;

/// <summary>Writes text files whole or not at all.</summary>
public static class TextFile
{
    /// <summary>Writes a text in UTF-8; an existing file is replaced, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">The text.</param>
    /// <returns>Nothing, or why it cannot be written.</returns>
    public static Either<DataFault, Unit> Write(string path, string text)
    {
        System.ArgumentNullException.ThrowIfNull(text);
        return AtomicFile.Write(Given.NotNull(path), stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }
}
