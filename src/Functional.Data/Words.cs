namespace Functional.Data;

using System.Collections.Generic;
using System.Globalization;
using System.Linq;

/// <summary>Numbers as they stand in messages, the same in every culture.</summary>
internal static class Words
{
    /// <summary>A count with separators: 47,040,016.</summary>
    public static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count of bytes: 1 byte, 16 bytes.</summary>
    public static string Bytes(long count) => Counted(count, "byte");

    /// <summary>A count of things: 1 sample, 60,000 samples.</summary>
    public static string Counted(long count, string noun) => count == 1 ? $"1 {noun}" : $"{Number(count)} {noun}s";

    /// <summary>Sizes along dimensions: 60000 × 28 × 28.</summary>
    public static string Product(IEnumerable<int> sizes) => string.Join(" × ", sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A value in full: 0.5, NaN.</summary>
    public static string Value(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
