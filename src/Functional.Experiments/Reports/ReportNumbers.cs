namespace Functional.Experiments;

using System.Globalization;

/// <summary>Numbers as a report shows them, the same in every culture.</summary>
internal static class ReportNumbers
{
    /// <summary>What stands where there is no number.</summary>
    public const string Absent = "–";

    /// <summary>A count: "10,000".</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count of things: "1 epoch", "17 epochs".</summary>
    public static string Counted(long count, string noun) => count == 1 ? $"1 {noun}" : $"{Count(count)} {noun}s";

    /// <summary>A share of all: "97.31%".</summary>
    public static string Percent(double share) => double.IsFinite(share) ? (share * 100).ToString("0.00", CultureInfo.InvariantCulture) + "%" : Odd(share);

    /// <summary>A loss or a score to five places, or to four digits where it is small or large.</summary>
    public static string Loss(double loss) => double.IsFinite(loss)
        ? loss.ToString(loss is (>= 1e-3 and < 1e4) or (> -1e4 and <= -1e-3) or 0 ? "0.00000" : "0.000e+0", CultureInfo.InvariantCulture)
        : Odd(loss);

    /// <summary>A number to four digits.</summary>
    public static string Size(double size) => double.IsFinite(size) ? Figure.Number(size) : Odd(size);

    /// <summary>A number to four digits, or that there is none.</summary>
    public static string Size(double? size) => size is { } known ? Size(known) : Absent;

    /// <summary>A share of all, or that there is none.</summary>
    public static string Percent(double? share) => share is { } known ? Percent(known) : Absent;

    private static string Odd(double number) => double.IsNaN(number) ? "NaN" : number > 0 ? "∞" : "−∞";
}
