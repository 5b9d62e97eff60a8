namespace Functional.Data;

using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using LanguageExt;

/// <summary>Reads and writes archives of NumPy arrays (.npz): ZIP archives with an .npy file for each array, stored or deflated.</summary>
/// <remarks>
/// Nothing is unpacked to disk, and a name that would lead out of a directory is refused all the same. All arrays together may promise at most what deflate
/// can make of the file's own bytes (1,032 times as many) and at most the limit; memory grows as bytes arrive, and lengths and checksums are verified.
/// </remarks>
public static class NpzFile
{
    private const string Kind = "an archive of NumPy arrays, .npz";
    private const string Suffix = ".npy";

    /// <summary>The year from which ZIP archives count; every entry is dated there, so that equal arrays give equal bytes.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maximumBytes">The most bytes of all arrays together, at least 1; more is a fault.</param>
    /// <returns>The arrays, or the first thing that is wrong.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 1 or above the largest array.</exception>
    public static Either<DataFault, NpzArchive> Read(string path, int maximumBytes = NpyFile.DefaultMaximumBytes)
    {
        ArgumentNullException.ThrowIfNull(path);
        NpyFile.CheckLimit(maximumBytes);
        return InputFile.Read(path, Kind, stream => Within(stream, path, maximumBytes));
    }

    /// <summary>Reads a stream that can be sought in; it is left open.</summary>
    /// <param name="stream">The bytes of a whole file.</param>
    /// <param name="source">What messages call the stream.</param>
    /// <param name="maximumBytes">The most bytes of all arrays together, at least 1; more is a fault.</param>
    /// <returns>The arrays, or the first thing that is wrong.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 1 or above the largest array.</exception>
    public static Either<DataFault, NpzArchive> Read(Stream stream, string source, int maximumBytes = NpyFile.DefaultMaximumBytes)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(source);
        NpyFile.CheckLimit(maximumBytes);
        return stream.CanSeek
            ? InputFile.Guarded(source, Kind, () => Within(stream, source, maximumBytes))
            : new DataFault(source, "this is a pipe or a device", "a file, since a ZIP archive is read from its end");
    }

    /// <summary>Writes a file; an existing one is replaced, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="arrays">The arrays with their names.</param>
    /// <param name="deflated">Whether they are packed, as by <c>numpy.savez_compressed</c>.</param>
    /// <returns>Nothing, or why it cannot be written.</returns>
    /// <exception cref="ArgumentException">A name comes twice, is empty or would lead out of a directory.</exception>
    public static Either<DataFault, Unit> Write(string path, Seq<(string Name, NpyArray Array)> arrays, bool deflated = false)
    {
        ArgumentNullException.ThrowIfNull(path);
        CheckNames(arrays);
        return AtomicFile.Write(path, stream => Write(stream, arrays, deflated));
    }

    /// <summary>Writes arrays to a stream, which is left open. Equal arrays give equal bytes.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="arrays">The arrays with their names.</param>
    /// <param name="deflated">Whether they are packed, as by <c>numpy.savez_compressed</c>.</param>
    /// <exception cref="ArgumentException">A name comes twice, is empty or would lead out of a directory.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write(Stream stream, Seq<(string Name, NpyArray Array)> arrays, bool deflated = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        CheckNames(arrays);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, array) in arrays)
        {
            var entry = archive.CreateEntry($"{name}{Suffix}", deflated ? CompressionLevel.Optimal : CompressionLevel.NoCompression);
            entry.LastWriteTime = Epoch;
            using var packed = entry.Open();
            NpyFile.Write(packed, array);
        }
    }

    private static void CheckNames(Seq<(string Name, NpyArray Array)> arrays)
    {
        var names = new System.Collections.Generic.HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, _) in arrays)
        {
            if (Odd(name) is { } odd || !names.Add(name))
            {
                throw new ArgumentException($"An array cannot be named '{name}'; expected names that differ, none empty and none that leads out of a directory.", nameof(arrays));
            }
        }
    }

    /// <summary>What is wrong with a name; null where nothing is.</summary>
    private static string? Odd(string name) =>
        name.Length == 0 ? "is empty"
        : name.Any(char.IsControl) || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal) ? "has letters that a name cannot have"
        : name.Split('/').Any(part => part is "" or "." or "..") ? "leads out of a directory"
        : null;

    private static Either<DataFault, NpzArchive> Within(Stream stream, string source, int maximumBytes)
    {
        var start = BoundedReading.Taken(stream, 4);
        if (start is not [(byte)'P', (byte)'K', ..])
        {
            return start.Length == 0
                ? new DataFault(source, "the file is empty", Kind)
                : new DataFault(source, FileKind.Describe(start), $"{Kind}, which is a ZIP archive");
        }

        try
        {
            stream.Position = 0;
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return Entries(archive, source, stream.Length, maximumBytes);
        }
        catch (Exception odd) when (odd is ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            // What the platform's ZIP reader makes of sizes and dates that cannot be.
            return new DataFault(source, $"the archive is damaged ({odd.Message.Split('\n')[0].TrimEnd('.')})", Kind);
        }
    }

    private static Either<DataFault, NpzArchive> Entries(ZipArchive archive, string source, long fileLength, int maximumBytes)
    {
        var entries = archive.Entries;
        var promised = entries.Aggregate((Int128)0, (sum, entry) => sum + (ulong)entry.Length);
        if (promised > fileLength * Supply.DeflateRatio)
        {
            return new DataFault(source, $"the arrays are said to have {promised} bytes, more than {Words.Bytes(fileLength)} can unpack to", "an archive that tells the truth");
        }

        var names = new System.Collections.Generic.HashSet<string>(StringComparer.Ordinal);
        var arrays = new List<(string, NpyArray)>();
        var left = (long)maximumBytes;
        foreach (var entry in entries)
        {
            var read = NameOf(entry, source, names).Bind(name => ReadEntry(entry, $"{source}, {name}", left).Map(array => (name, array)));
            if (read.MatchUnsafe<DataFault?>(Right: _ => null, Left: found => found) is { } fault)
            {
                return fault;
            }

            read.IfRight(arrays.Add);
            left -= entry.Length;
        }

        return new NpzArchive(source, arrays.ToArray().ToSeq().Strict());
    }

    private static Either<DataFault, string> NameOf(ZipArchiveEntry entry, string source, System.Collections.Generic.HashSet<string> names)
    {
        var full = entry.FullName;
        var name = full.EndsWith(Suffix, StringComparison.Ordinal) ? full[..^Suffix.Length] : full;
        var shown = new string([.. (full.Length <= 40 ? full : $"{full[..40]}…").Select(letter => char.IsControl(letter) ? '·' : letter)]);
        return Odd(name) is { } odd
            ? new DataFault(source, $"the name '{shown}' {odd}", "plain names, such as x_train.npy")
            : name.Length == full.Length
            ? new DataFault(source, $"there is a file '{shown}'", $"nothing but arrays, whose names end with {Suffix}")
            : entry.IsEncrypted
            ? new DataFault(source, $"'{shown}' is encrypted", "an archive without a password")
            : names.Add(name)
            ? name
            : new DataFault(source, $"there are two arrays '{shown}'", "each name once");
    }

    private static Either<DataFault, NpyArray> ReadEntry(ZipArchiveEntry entry, string source, long left)
    {
        if (entry.Length > left)
        {
            return new DataFault(source, $"the array is said to have {Words.Bytes(entry.Length)}", $"at most {Words.Bytes(left)}, the limit that is left");
        }

        using var packed = entry.Open();
        using var stream = new ChecksummedStream(packed);
        var most = Math.Min(entry.Length, entry.CompressedLength * Supply.DeflateRatio);
        var array = NpyReader.Read(stream, source, (int)Math.Max(left, 1), new Supply(null, most, Math.Max(entry.CompressedLength * 16, Supply.Unknown.First)));
        return array.Bind(read => stream.Length == entry.Length && stream.Checksum == entry.Crc32
            ? Prelude.Right<DataFault, NpyArray>(read)
            : new DataFault(source, "its checksum is not the one that the archive tells", "intact data"));
    }
}
