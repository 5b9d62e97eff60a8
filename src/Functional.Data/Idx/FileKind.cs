namespace Functional.Data;

using System;
using System.Linq;

/// <summary>Names what a file's first bytes look like, for messages about a file that is something else.</summary>
internal static class FileKind
{
    private static readonly (byte[] Start, string Name)[] Known =
    [
        ([0x1F, 0x8B], "gzip data (packed twice?)"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ("GIF8"u8.ToArray(), "a GIF picture"),
        ("PK"u8.ToArray(), "a ZIP archive"),
        ("BZh"u8.ToArray(), "bzip2 data"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X'], "xz data"),
        ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard data"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "a 7-Zip archive"),
        ([0x93, (byte)'N', (byte)'U', (byte)'M'], "a NumPy array"),
        ([0x89, (byte)'H', (byte)'D', (byte)'F'], "an HDF5 file"),
        ("%PDF"u8.ToArray(), "a PDF document"),
    ];

    /// <summary>The bytes in hexadecimal, and what they look like where that is known.</summary>
    /// <param name="start">The file's first bytes, at most 4.</param>
    public static string Describe(ReadOnlySpan<byte> start)
    {
        var bytes = string.Join(' ', start.ToArray().Select(value => value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture)));
        return LooksLike(start) is { } name ? $"the file starts with the bytes {bytes}, which look like {name}" : $"the file starts with the bytes {bytes}";
    }

    private static string? LooksLike(ReadOnlySpan<byte> start)
    {
        foreach (var (bytes, name) in Known)
        {
            if (start.StartsWith(bytes))
            {
                return name;
            }
        }

        if (start is [> 0, >= 0x08 and <= 0x0E, 0, 0])
        {
            return "an IDX header in little-endian order";
        }

        if (start is [(byte)'<', ..])
        {
            return "a web page or XML";
        }

        return start.ContainsAnyExcept(TextBytes) ? null : "text";
    }

    private static readonly System.Buffers.SearchValues<byte> TextBytes =
        System.Buffers.SearchValues.Create([9, 10, 13, .. Enumerable.Range(32, 95).Select(value => (byte)value), 0xEF, 0xBB, 0xBF, 0xFE, 0xFF]);
}
