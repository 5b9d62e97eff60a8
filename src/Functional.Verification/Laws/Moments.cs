namespace Functional.Verification;

using System;
using System.Linq;

/// <summary>The even moments of a symmetric distribution with variance 1.</summary>
internal sealed record Moments(double Fourth, double Sixth, double Eighth)
{
    /// <summary>Of the normal distribution.</summary>
    public static Moments Normal { get; } = new(3, 15, 105);

    /// <summary>Of the uniform distribution on ±√3: 3ᵏ / (2k + 1).</summary>
    public static Moments Uniform { get; } = new(9.0 / 5, 27.0 / 7, 9);

    /// <summary>Whether numbers with variance 1 have the third and the fourth moment.</summary>
    public LawResult Agree(double[] numbers, string what) => LawResult.All(
    [
        Statistic.Near(numbers.Average(number => number * number * number), 0, Math.Sqrt(Sixth / numbers.Length), numbers.Length, $"The third moment {what}"),
        Statistic.Near(numbers.Average(number => number * number * number * number), Fourth, Math.Sqrt((Eighth - (Fourth * Fourth)) / numbers.Length), numbers.Length, $"The fourth moment {what}"),
    ]);
}
