namespace Functional.Networks;

using System;
using Functional.Numerics.Sums;

/// <summary>Sizes of many numbers, in double precision so that large single-precision ones do not overflow; summed in grains.</summary>
internal static class Norms
{
    /// <summary>The square root of the mean of the squares; 0 where there are no numbers.</summary>
    public static double RootMeanSquare<T>(ReadOnlySpan<T> numbers)
        where T : struct, IFloatingPointIeee754<T> => numbers.IsEmpty ? 0 : Math.Sqrt(GrainSum.OfSquares<double>(Doubles(numbers)) / numbers.Length);

    /// <summary>The numbers in double precision.</summary>
    public static double[] Doubles<T>(ReadOnlySpan<T> numbers)
        where T : struct, IFloatingPointIeee754<T>
    {
        var doubles = new double[numbers.Length];
        for (var i = 0; i < doubles.Length; i++)
        {
            doubles[i] = double.CreateChecked(numbers[i]);
        }

        return doubles;
    }

    /// <summary>The middle one of some numbers in order, of an even number of them the lower one; NaN where there are none.</summary>
    public static double Median(ReadOnlySpan<double> numbers)
    {
        var ordered = numbers.ToArray();
        Array.Sort(ordered);
        return ordered.Length == 0 ? double.NaN : ordered[(ordered.Length - 1) / 2];
    }
}
