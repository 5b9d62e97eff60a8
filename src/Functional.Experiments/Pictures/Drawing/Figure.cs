namespace Functional.Experiments;

using System;
using System.Globalization;

/// <summary>Numbers in pictures, the same in every culture.</summary>
internal static class Figure
{
    /// <summary>A place, rounded to a tenth: "12.3", "12", ".3", "-.3".</summary>
    public static string Place(double place) => Tenths(ToTenths(place));

    /// <summary>A place in whole tenths.</summary>
    public static int ToTenths(double place) => (int)Math.Round(Math.Clamp(place, -1e6, 1e6) * 10, MidpointRounding.AwayFromZero);

    /// <summary>Whole tenths as a place, in as few letters as can be.</summary>
    public static string Tenths(int tenths)
    {
        var (whole, rest) = Math.DivRem(Math.Abs(tenths), 10);
        var sign = tenths < 0 ? "-" : string.Empty;
        return (whole, rest) switch
        {
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{(whole == 0 ? string.Empty : sign)}{whole}"),
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"{sign}.{rest}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}.{rest}"),
        };
    }

    /// <summary>A measured number to four digits, for people.</summary>
    public static string Number(double value) => value == 0
        ? "0"
        : Math.Abs(value) is >= 1e-3 and < 1e5
            ? value.ToString("G4", CultureInfo.InvariantCulture)
            : value.ToString("0.###e0", CultureInfo.InvariantCulture);

    /// <summary>A count of things: "1 point", "2 points".</summary>
    public static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count.ToString("N0", CultureInfo.InvariantCulture)} {noun}s";
}
