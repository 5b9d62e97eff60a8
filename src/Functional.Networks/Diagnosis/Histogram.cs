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
    /// <summary>The histogram of some values, such as a layer's weights.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="values">At least one number, all finite.</param>
    /// <param name="bins">The number of bins, at least 1. Where all values are equal they are in the first bin.</param>
    /// <exception cref="ArgumentException">There are no values or no bins, or a value is not finite.</exception>
    public static Histogram Of<T>(Matrix<T> values, int bins = 20)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var numbers = Norms.Doubles(values.Numbers);
        if (numbers.Length == 0 || !numbers.All(double.IsFinite))
        {
            throw new ArgumentException("A histogram needs at least one number, and all of them finite.", nameof(values));
        }

        var (lowest, highest) = (numbers.Min(), numbers.Max());
        var counts = new int[bins];
        foreach (var number in numbers)
        {
            // Both differences are halved, since the whole one may be too large for a number.
            var share = highest > lowest ? ((number / 2) - (lowest / 2)) / ((highest / 2) - (lowest / 2)) : 0;
            counts[Math.Min(bins - 1, (int)(share * bins))]++;
        }

        return new(lowest, highest, counts.ToSeq().Strict());
    }
}
