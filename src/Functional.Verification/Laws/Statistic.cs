namespace Functional.Verification;

using System;
using System.Globalization;
using LanguageExt;

/// <summary>Tests of hypotheses, all with one significance: a law that holds is rejected by chance alone once in 500 million times.</summary>
internal static class Statistic
{
    /// <summary>The standard deviations that a statistic may be off.</summary>
    public const double Deviations = 6;

    /// <summary>A statistic that is normally distributed, nearly.</summary>
    public static LawResult Near(double found, double expected, double deviation, long draws, string what) => LawResult.Where(
        Math.Abs(found - expected) <= Deviations * deviation,
        () => string.Create(CultureInfo.InvariantCulture, $"{what} is {found:G6}, not {expected:G6}: {Math.Abs(found - expected) / deviation:F1} standard deviations off.")) with
    {
        Figures = Prelude.Seq1(new StatisticFigure(what, draws, found, expected, deviation)),
    };

    /// <summary>Counts of outcomes that should come equally often: Pearson's χ², made normal by the cube root (E. B. Wilson, M. M. Hilferty 1931).</summary>
    public static LawResult EquallyOften(ReadOnlySpan<long> counts, string what)
    {
        var total = 0L;
        foreach (var count in counts)
        {
            total += count;
        }

        var (expected, square, freedom) = ((double)total / counts.Length, 0.0, counts.Length - 1.0);
        foreach (var count in counts)
        {
            square += (count - expected) * (count - expected) / expected;
        }

        var width = 2 / (9 * freedom);
        return Near((Math.Cbrt(square / freedom) - (1 - width)) / Math.Sqrt(width), 0, 1, total, $"χ² = {square.ToString("G6", CultureInfo.InvariantCulture)} with {freedom} degrees of freedom of {what}, made normal,");
    }
}
