namespace Functional.Numerics.Tests;

using System.Numerics;

/// <summary>Numbers to compute with, always the same ones.</summary>
internal static class Numbers
{
    /// <summary>Numbers between −1 and 1 that are no multiples of a large power of two, so that every rounding shows.</summary>
    public static T[] Between<T>(int count, uint seed)
        where T : struct, IFloatingPointIeee754<T>
    {
        var numbers = new T[count];
        var state = (seed * 2654435761) + 1;
        for (var i = 0; i < count; i++)
        {
            // A linear congruential generator (D. E. Knuth, H. W. Lewis): enough to tell places apart.
            state = (1664525 * state) + 1013904223;
            numbers[i] = T.CreateTruncating((int)state / 2147483647.9);
        }

        return numbers;
    }

    /// <summary>Zeros, infinities, NaN, subnormal and extreme numbers, and some between them.</summary>
    public static T[] Special<T>()
        where T : struct, IFloatingPointIeee754<T> =>
    [
        T.Zero, T.NegativeZero, T.One, T.NegativeOne, T.PositiveInfinity, T.NegativeInfinity, T.NaN, T.Epsilon, -T.Epsilon,
        T.CreateTruncating(0.1), T.CreateTruncating(-0.3), T.CreateTruncating(2.5), T.CreateTruncating(1e30), T.CreateTruncating(-1e-30),
        T.CreateTruncating(3), T.CreateTruncating(7.7), T.CreateTruncating(-1234.56),
    ];

    /// <summary>Whether two numbers have the same bits, or both are NaN.</summary>
    public static bool AreSame<T>(T one, T other)
        where T : struct, IFloatingPointIeee754<T> => T.IsNaN(one) ? T.IsNaN(other) : one == other && T.IsNegative(one) == T.IsNegative(other);
}
