namespace Functional.Data;

using System;
using System.Buffers.Binary;

/// <summary>
/// The checksum at the end of gzip data: the remainder modulo the polynomial x³² + x²⁶ + x²³ + x²² + x¹⁶ + x¹² + x¹¹ + x¹⁰ + x⁸ + x⁷ + x⁵ + x⁴ + x² + x + 1,
/// bits reflected (RFC 1952, section 8). Eight bytes are taken at a time, each through a table of its own.
/// </summary>
internal static class Crc32
{
    private const int Slices = 8;
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[] Table = Tabulated();

    /// <summary>The checksum of what had the given checksum, followed by more bytes.</summary>
    /// <param name="checksum">The checksum so far, 0 for nothing.</param>
    /// <param name="bytes">What follows.</param>
    public static uint Extended(uint checksum, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<uint> table = Table;
        var remainder = ~checksum;
        while (bytes.Length >= Slices)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ remainder;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            remainder = table[(7 << 8) + (int)(low & 0xFF)] ^ table[(6 << 8) + (int)((low >> 8) & 0xFF)]
                ^ table[(5 << 8) + (int)((low >> 16) & 0xFF)] ^ table[(4 << 8) + (int)(low >> 24)]
                ^ table[(3 << 8) + (int)(high & 0xFF)] ^ table[(2 << 8) + (int)((high >> 8) & 0xFF)]
                ^ table[(1 << 8) + (int)((high >> 16) & 0xFF)] ^ table[(int)(high >> 24)];
            bytes = bytes[Slices..];
        }

        foreach (var value in bytes)
        {
            remainder = table[(int)((remainder ^ value) & 0xFF)] ^ (remainder >> 8);
        }

        return ~remainder;
    }

    // Row k holds the remainder of a byte followed by k zero bytes.
    private static uint[] Tabulated()
    {
        var table = new uint[Slices << 8];
        for (var value = 0u; value < 256; value++)
        {
            var remainder = value;
            for (var bit = 0; bit < 8; bit++)
            {
                remainder = (remainder >> 1) ^ ((remainder & 1) == 1 ? Polynomial : 0);
            }

            table[value] = remainder;
        }

        for (var i = 256; i < table.Length; i++)
        {
            var remainder = table[i - 256];
            table[i] = table[remainder & 0xFF] ^ (remainder >> 8);
        }

        return table;
    }
}
