namespace Functional.Networks;

using System;

/// <summary>Looks for numbers that are infinite or NaN.</summary>
internal static class Finiteness
{
    /// <summary>Whether every number is finite.</summary>
    public static bool IsFinite<T>(ReadOnlySpan<T> numbers)
        where T : struct, IFloatingPointIeee754<T>
    {
        // x · 0 is 0 for a finite x and NaN otherwise, and a NaN stays in a sum; only whether it is NaN is used. Four sums, so that
        // none waits for the one before.
        T first = T.Zero, second = T.Zero, third = T.Zero, fourth = T.Zero;
        var i = 0;
        for (; i <= numbers.Length - 4; i += 4)
        {
            first += numbers[i] * T.Zero;
            second += numbers[i + 1] * T.Zero;
            third += numbers[i + 2] * T.Zero;
            fourth += numbers[i + 3] * T.Zero;
        }

        for (; i < numbers.Length; i++)
        {
            first += numbers[i] * T.Zero;
        }

        return !T.IsNaN(first + second + third + fourth);
    }
}
