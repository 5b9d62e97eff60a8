namespace Functional.Data;

using System;
using System.IO;
using LanguageExt;

/// <summary>
/// Reads and writes NumPy arrays (.npy): the bytes 93 4E 55 4D 50 59, a version, the length of a header, the header and the numbers
/// (NumPy's documentation, "numpy.lib.format"). Versions 1.0, 2.0 and 3.0, true and false, integers and floating-point numbers of 8 to 64 bits, both
/// byte orders, C and Fortran order, any number of dimensions.
/// </summary>
/// <remarks>
/// The header is read by a small grammar and never evaluated; pickled objects are refused. A file is believed only as far as its bytes go: it must be
/// exactly as long as its header says before anything is allocated, and where a stream's length is not known, memory grows as bytes arrive. Arrays in
/// Fortran order take room twice while they are put into C order. Arrays are written in C order, least significant byte first.
/// </remarks>
public static class NpyFile
{
    /// <summary>The most bytes of numbers that are read unless another limit is given: 1 GiB.</summary>
    public const int DefaultMaximumBytes = 1 << 30;

    internal const string Kind = "a NumPy array, .npy";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maximumBytes">The most bytes of numbers to accept, at least 1; more is a fault.</param>
    /// <returns>The array, or the first thing that is wrong.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 1 or above the largest array.</exception>
    public static Either<DataFault, NpyArray> Read(string path, int maximumBytes = DefaultMaximumBytes)
    {
        ArgumentNullException.ThrowIfNull(path);
        CheckLimit(maximumBytes);
        return InputFile.Read(path, Kind, stream => Within(stream, path, maximumBytes));
    }

    /// <summary>Reads a stream from where it stands to its end; it is left open.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="source">What messages call the stream.</param>
    /// <param name="maximumBytes">The most bytes of numbers to accept, at least 1; more is a fault.</param>
    /// <returns>The array, or the first thing that is wrong.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 1 or above the largest array.</exception>
    public static Either<DataFault, NpyArray> Read(Stream stream, string source, int maximumBytes = DefaultMaximumBytes)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(source);
        CheckLimit(maximumBytes);
        return InputFile.Guarded(source, Kind, () => Within(stream, source, maximumBytes));
    }

    /// <summary>Writes a file; an existing one is replaced, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="array">The array.</param>
    /// <returns>Nothing, or why it cannot be written.</returns>
    public static Either<DataFault, Unit> Write(string path, NpyArray array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return AtomicFile.Write(Given.NotNull(path), stream => Write(stream, array));
    }

    /// <summary>Writes an array to a stream. Equal arrays give equal bytes.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="array">The array.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write(Stream stream, NpyArray array)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(array);
        stream.Write(NpyHeader.Write(array.Elements.Type, array.Shape));
        array.Elements.CopyTo(stream.Write);
    }

    internal static void CheckLimit(int maximumBytes)
    {
        if (maximumBytes < 1 || maximumBytes > Array.MaxLength)
        {
            throw new ArgumentOutOfRangeException(nameof(maximumBytes), maximumBytes, $"The limit must be from 1 to {Array.MaxLength} bytes.");
        }
    }

    private static Either<DataFault, NpyArray> Within(Stream stream, string source, int maximumBytes)
    {
        long? available = stream.CanSeek ? stream.Length - stream.Position : null;
        return NpyReader.Read(stream, source, maximumBytes, available is { } exact ? new Supply(exact, exact, exact) : Supply.Unknown);
    }
}
