namespace Functional.Networks;

using System;
using System.Linq;
using Functional.Numerics;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>How often numbers fall into bins of equal width between the smallest and the largest one.</summary>
/// <param name="Lowest">The lower edge of the first bin: the smallest number.</param>
/// <param name="Highest">The upper edge of the last bin: the largest number.</param>
/// <param name="Counts">How many numbers fall into each bin. A bin has its lower edge and not its upper one, only the last has both.</param>
public sealed record Histogram(double Lowest, double Highest, Seq<int> Counts)
{
    /// <summary>The centre of each bin, and the share of all numbers that is in it: the histogram as a line.</summary>
    public Seq<PlanePoint> Outline
    {
        get
        {
            var all = Math.Max(1, Counts.Sum());
            return Counts.ToArray()
                .Select((count, bin) => new PlanePoint(Lowest + (((Highest / Counts.Count) - (Lowest / Counts.Count)) * (bin + 0.5)), (double)count / all))
                .ToArray().ToSeq().Strict();
        }
    }

    /// <summary>The histogram of some values, such as a layer's weights.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="values">At least one number, all finite.</param>
    /// <param name="bins">The number of bins, at least 1. Where all values are equal they are in the first bin.</param>
    /// <exception cref="ArgumentException">There are no values or no bins, or a value is not finite.</exception>
    public static Histogram Of<T>(Matrix<T> values, int bins = 20)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var numbers = Norms.Doubles(values.Numbers);
        if (numbers.Length == 0 || !numbers.All(double.IsFinite))
        {
            throw new ArgumentException("A histogram needs at least one number, and all of them finite.", nameof(values));
        }

        return Counted(numbers, numbers.Min(), numbers.Max(), bins);
    }

    /// <summary>The histogram of some values over a given range, so that several can be compared; what lies outside is counted in the first or the last bin.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="values">Any numbers but NaN.</param>
    /// <param name="lowest">The lower edge of the first bin, finite.</param>
    /// <param name="highest">The upper edge of the last bin, above the lowest.</param>
    /// <param name="bins">The number of bins, at least 1.</param>
    /// <exception cref="ArgumentException">The range is not finite and ascending, there are no bins, or a value is NaN.</exception>
    public static Histogram Within<T>(Matrix<T> values, double lowest, double highest, int bins = 20)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        if (!double.IsFinite(lowest) || !double.IsFinite(highest) || !(highest > lowest))
        {
            throw new ArgumentException($"The range from {lowest} to {highest} must be finite and ascending.", nameof(highest));
        }

        double[] numbers = [.. Norms.Doubles(values.Numbers).Select(number => Math.Clamp(number, lowest, highest))];
        return numbers.Any(double.IsNaN)
            ? throw new ArgumentException("A histogram has no bin for what is not a number.", nameof(values))
            : Counted(numbers, lowest, highest, bins);
    }

    private static Histogram Counted(double[] numbers, double lowest, double highest, int bins)
    {
        var counts = new int[Given.Length(bins)];
        foreach (var number in numbers)
        {
            // Both differences are halved, since the whole one may be too large for a number.
            var share = highest > lowest ? ((number / 2) - (lowest / 2)) / ((highest / 2) - (lowest / 2)) : 0;
            counts[Math.Min(bins - 1, (int)(share * bins))]++;
        }

        return new(lowest, highest, counts.ToSeq().Strict());
    }
}
