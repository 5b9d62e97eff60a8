namespace Functional.Networks;

using System;

/// <summary>Sums over what each thread found.</summary>
internal static class Flags
{
    /// <summary>Whether every one is true.</summary>
    public static bool AllTrue(this Span<bool> flags) => !flags.Contains(value: false);

    /// <summary>The sum.</summary>
    public static int Total(this Span<int> counts)
    {
        var total = 0;
        foreach (var count in counts)
        {
            total += count;
        }

        return total;
    }
}
