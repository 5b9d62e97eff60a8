namespace Functional.Data;

using System;
using System.Collections.Immutable;
using System.IO;
using LanguageExt;

/// <summary>
/// Reads and writes IDX files, the format of the MNIST family: two zero bytes, a byte for the type of the numbers, a byte for how many dimensions there are,
/// their sizes as 32-bit integers, then the numbers, the last dimension varying fastest, everything with the most significant byte first
/// (Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits"). Gzip data are recognised by their content, whatever the file's name.
/// </summary>
/// <remarks>
/// A file is believed only as far as its bytes go. A file that is not packed must be exactly as long as its header says before anything is allocated;
/// gzip data may promise at most 1,032 times their own length, which is the most that deflate can do, and memory then grows as bytes arrive: at first
/// at most 16 times the packed length, later at most twice what has arrived. Checksums and lengths of gzip data are verified.
/// </remarks>
public static class IdxFile
{
    /// <summary>The most bytes of numbers that are read unless another limit is given: 1 GiB.</summary>
    public const int DefaultMaximumBytes = 1 << 30;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, packed with gzip or not.</param>
    /// <param name="maximumBytes">The most bytes of numbers to accept, at least 1; more is a fault.</param>
    /// <returns>The numbers with their dimensions, or the first thing that is wrong.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 1 or above the largest array.</exception>
    public static Either<DataFault, IdxTensor> Read(string path, int maximumBytes = DefaultMaximumBytes)
    {
        ArgumentNullException.ThrowIfNull(path);
        CheckLimit(maximumBytes);
        if (string.IsNullOrWhiteSpace(path))
        {
            return new DataFault("IDX file", "the path is empty", "the path of a file");
        }

        if (Directory.Exists(path))
        {
            return new DataFault(path, "this is a directory", "an IDX file");
        }

        if (!File.Exists(path))
        {
            return new DataFault(path, "there is no such file", "an IDX file, packed with gzip or not");
        }

        return Guarded(path, () =>
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
            return IdxReader.Read(stream, path, maximumBytes);
        });
    }

    /// <summary>Reads a stream from where it stands to its end; it is left open.</summary>
    /// <param name="stream">The bytes, packed with gzip or not.</param>
    /// <param name="source">What messages call the stream.</param>
    /// <param name="maximumBytes">The most bytes of numbers to accept, at least 1; more is a fault.</param>
    /// <returns>The numbers with their dimensions, or the first thing that is wrong.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 1 or above the largest array.</exception>
    public static Either<DataFault, IdxTensor> Read(Stream stream, string source, int maximumBytes = DefaultMaximumBytes)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(source);
        CheckLimit(maximumBytes);
        return Guarded(source, () => IdxReader.Read(stream, source, maximumBytes));
    }

    /// <summary>Writes a file; an existing one is replaced, whole or not at all.</summary>
    /// <typeparam name="T">The type of a number: <see cref="byte"/>, <see cref="sbyte"/>, <see cref="short"/>, <see cref="int"/>, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="values">The numbers, the last dimension varying fastest.</param>
    /// <param name="dimensions">The sizes along the dimensions, 1 to 255 of them, each at least 1; their product is the number of numbers.</param>
    /// <param name="packed">Whether the file is packed with gzip.</param>
    /// <returns>Nothing, or why it cannot be written.</returns>
    /// <exception cref="ArgumentException">The format has no such type, or the dimensions do not fit.</exception>
    public static Either<DataFault, Unit> Write<T>(string path, ImmutableArray<T> values, ImmutableArray<int> dimensions, bool packed = false)
        where T : unmanaged, INumber<T>
    {
        Given.NotDefault(values);
        Given.NotDefault(dimensions);
        ArgumentNullException.ThrowIfNull(path);
        IdxWriter.Check(values, dimensions);
        return AtomicFile.Write(path, stream => IdxWriter.Write(stream, values, dimensions, packed));
    }

    /// <summary>Writes numbers to a stream, which is left open. Equal numbers give equal bytes.</summary>
    /// <typeparam name="T">The type of a number, as for a file.</typeparam>
    /// <param name="stream">Where to.</param>
    /// <param name="values">The numbers, the last dimension varying fastest.</param>
    /// <param name="dimensions">The sizes along the dimensions, 1 to 255 of them, each at least 1; their product is the number of numbers.</param>
    /// <param name="packed">Whether the bytes are packed with gzip.</param>
    /// <exception cref="ArgumentException">The format has no such type, or the dimensions do not fit.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write<T>(Stream stream, ImmutableArray<T> values, ImmutableArray<int> dimensions, bool packed = false)
        where T : unmanaged, INumber<T>
    {
        Given.NotDefault(values);
        Given.NotDefault(dimensions);
        ArgumentNullException.ThrowIfNull(stream);
        IdxWriter.Check(values, dimensions);
        IdxWriter.Write(stream, values, dimensions, packed);
    }

    private static void CheckLimit(int maximumBytes)
    {
        if (maximumBytes < 1 || maximumBytes > Array.MaxLength)
        {
            throw new ArgumentOutOfRangeException(nameof(maximumBytes), maximumBytes, $"The limit must be from 1 to {Array.MaxLength} bytes.");
        }
    }

    // What the operating system and the unpacking report by exceptions becomes a value here, and only here.
    private static Either<DataFault, IdxTensor> Guarded(string source, Func<Either<DataFault, IdxTensor>> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException damaged)
        {
            return new DataFault(source, damaged.Message, "intact gzip data");
        }
        catch (FileNotFoundException)
        {
            return new DataFault(source, "there is no such file", "an IDX file, packed with gzip or not");
        }
        catch (UnauthorizedAccessException)
        {
            return new DataFault(source, "permission to read the file is denied", "a file that may be read");
        }
        catch (Exception unreadable) when (unreadable is IOException or NotSupportedException or System.Security.SecurityException)
        {
            return new DataFault(source, $"the file cannot be read ({unreadable.Message.TrimEnd('.')})", "a file that can be read");
        }
        catch (OutOfMemoryException)
        {
            return new DataFault(source, "there is not enough memory for the numbers that the file holds", "a smaller file, or more memory");
        }
    }
}
