namespace Functional.Data;

using System.IO;
using LanguageExt;

/// <summary>
/// Reads CSV files (RFC 4180): fields in quotes or not, separated by one character, a line for each sample. Numbers are those of the invariant culture, with
/// a point. UTF-8, or UTF-16 and UTF-32 where a byte order mark says so. Blank lines are passed over.
/// </summary>
/// <remarks>
/// A file is read as a stream: besides the numbers there is one line in memory. Whole numbers from 0 to 255 are kept as bytes as long as there are no others.
/// </remarks>
public static class CsvFile
{
    private const string Kind = "a CSV file";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">How it is to be understood.</param>
    /// <returns>What it holds, or what is wrong, each fault with its line and column, up to the number that the format tells.</returns>
    public static Validation<DataFault, CsvTable> Read(string path, CsvFormat format)
    {
        System.ArgumentNullException.ThrowIfNull(format);
        return InputFile.Read(Given.NotNull(path), Kind, stream => Prelude.Right<DataFault, Validation<DataFault, CsvTable>>(new CsvReading(path, format).Read(stream)))
            .ToValidation().Bind(table => table);
    }

    /// <summary>Reads a stream from where it stands to its end; it is left open.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="source">What messages call the stream.</param>
    /// <param name="format">How it is to be understood.</param>
    /// <returns>What it holds, or what is wrong, each fault with its line and column, up to the number that the format tells.</returns>
    public static Validation<DataFault, CsvTable> Read(Stream stream, string source, CsvFormat format)
    {
        System.ArgumentNullException.ThrowIfNull(stream);
        System.ArgumentNullException.ThrowIfNull(format);
        return InputFile.Guarded(Given.NotNull(source), Kind, () => Prelude.Right<DataFault, Validation<DataFault, CsvTable>>(new CsvReading(source, format).Read(stream)))
            .ToValidation().Bind(table => table);
    }
}
