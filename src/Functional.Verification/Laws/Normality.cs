namespace Functional.Verification;

using System;
using System.Collections.Generic;
using System.Linq;

/// <summary>How much of a normal distribution lies within some deviations.</summary>
internal static class Normality
{
    private static readonly (double Within, double Share)[] Parts = [(0.5, 0.382924922548026), (1, 0.682689492137086), (2, 0.954499736103642), (3, 0.997300203936740)];

    /// <summary>As many numbers should lie within half, one, two and three deviations.</summary>
    public static IEnumerable<LawResult> Shares(double[] numbers, double deviation, string what) => Parts.Select(part => Statistic.Near(
        numbers.Count(number => Math.Abs(number) <= part.Within * deviation) / (double)numbers.Length,
        part.Share,
        Math.Sqrt(part.Share * (1 - part.Share) / numbers.Length),
        numbers.Length,
        $"The share of numbers within {part.Within} deviations {what}"));
}
