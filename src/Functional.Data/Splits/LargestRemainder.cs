namespace Functional.Data;

using System;
using System.Linq;

/// <summary>Shares seats out in proportion to counts, in whole numbers.</summary>
/// <remarks>
/// The method of the largest remainder (A. Hamilton 1792), in exact integer arithmetic: everyone first gets the whole part of
/// <c>seats · count / total</c>; what is left goes one each to the largest remainders, of equal ones to the first. So the shares add up
/// to the seats, each is less than 1 away from its exact proportion, and none is above its count.
/// </remarks>
internal static class LargestRemainder
{
    /// <summary>The seats of each.</summary>
    /// <param name="seats">How many are given out, from 0 to the sum of the counts.</param>
    /// <param name="counts">The counts, none negative, at least one positive.</param>
    public static int[] Share(int seats, ReadOnlySpan<int> counts)
    {
        var total = 0L;
        foreach (var count in counts)
        {
            total += count;
        }

        var (shares, remainders) = (new int[counts.Length], new long[counts.Length]);
        var left = seats;
        for (var i = 0; i < shares.Length; i++)
        {
            var exact = (long)seats * counts[i];
            (shares[i], remainders[i]) = ((int)(exact / total), exact % total);
            left -= shares[i];
        }

        foreach (var i in Enumerable.Range(0, shares.Length).OrderByDescending(i => remainders[i]).ThenBy(i => i).Take(left))
        {
            shares[i]++;
        }

        return shares;
    }
}
