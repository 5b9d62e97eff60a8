namespace Functional.Benchmarks.Reports;

using System;

/// <summary>Numbers for tables.</summary>
internal static class Units
{
    private const double Microsecond = 1e-6;
    private const double Millisecond = 1e-3;

    /// <summary>A duration with three or four digits and the unit that suits it.</summary>
    public static string Seconds(double seconds) => seconds switch
    {
        < Microsecond => $"{Digits(seconds / 1e-9)} ns",
        < Millisecond => $"{Digits(seconds / Microsecond)} µs",
        < 1 => $"{Digits(seconds / Millisecond)} ms",
        _ => $"{Digits(seconds)} s",
    };

    /// <summary>A rate in 10⁹ a second.</summary>
    public static string Gflops(double gflops) => $"{Digits(gflops)} GF/s";

    /// <summary>A size.</summary>
    public static string Memory(double? megabytes) => megabytes is { } size ? $"{size:N0} MB" : "–";

    /// <summary>A ratio, with as many decimals as small ones need.</summary>
    public static string Ratio(double ratio) => ratio < 0.1 ? ratio.ToString("0.0000") : ratio.ToString("0.000");

    private static string Digits(double number) => Math.Abs(number) switch
    {
        < 1 => number.ToString("0.000"),
        < 10 => number.ToString("0.00"),
        < 100 => number.ToString("0.0"),
        _ => number.ToString("0"),
    };
}
