namespace Functional.Networks;

using System;

/// <summary>The largest magnitude of some numbers. It does not depend on their order.</summary>
internal static class LargestMagnitude
{
    /// <summary>The largest magnitude; 0 where there are no numbers, NaN where one is.</summary>
    public static T Of<T>(ReadOnlySpan<T> numbers)
        where T : struct, IFloatingPointIeee754<T>
    {
        var largest = T.Zero;
        foreach (var number in numbers)
        {
            largest = T.Max(largest, T.Abs(number));
        }

        return largest;
    }
}
