namespace Functional.Networks;

using System;

/// <summary>Looks for numbers that are infinite or NaN.</summary>
internal static class Finiteness
{
    /// <summary>Whether every number is finite.</summary>
    public static bool IsFinite<T>(ReadOnlySpan<T> numbers)
        where T : struct, IFloatingPointIeee754<T>
    {
        // x · 0 is 0 for a finite x and NaN otherwise, and a NaN stays in the sum; only whether it is NaN is used.
        var sum = T.Zero;
        foreach (var number in numbers)
        {
            sum += number * T.Zero;
        }

        return !T.IsNaN(sum);
    }
}
