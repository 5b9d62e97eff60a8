namespace Functional.Numerics.Elementary;

using System;

/// <summary>Takes quarter turns from angles so large that π/2 in three numbers is too coarse (M. Payne, R. Hanek 1983).</summary>
/// <remarks>
/// Of angle · 2/π only the part below 4 matters. 2/π stands in a table of bits; the 192 bits from where their product with the angle's
/// significand begins to count are multiplied by it exactly, in integers. What the cut leaves off is below 2⁻¹³⁶ of a quarter turn, and no double comes closer
/// than 2⁻⁶² to a multiple of it (W. Kahan 1983).
/// </remarks>
internal static class HugeAngle
{
    /// <summary>64 zeros, then the bits of 2/π behind the point.</summary>
    private static ReadOnlySpan<ulong> TwoOverPi =>
    [
        0x0000000000000000, 0xA2F9836E4E441529, 0xFC2757D1F534DDC0, 0xDB6295993C439041, 0xFE5163ABDEBBC561, 0xB7246E3A424DD2E0,
        0x06492EEA09D1921C, 0xFE1DEB1CB129A73E, 0xE88235F52EBB4484, 0xE99C7026B45F7E41, 0x3991D639835339F4, 0x9C845F8BBDF9283B,
        0x1FF897FFDE05980F, 0xEF2F118B5A0A6D1F, 0x6D367ECF27CB09B7, 0x4F463F669E5FEA2D, 0x7527BAC7EBE5F17B, 0x3D0739F78A5292EA,
        0x6BFB5FB11F8D5D08, 0x56033046FC7B6BAB, 0xF0CFBC209AF4361D, 0xA9E391615EE61B08,
    ];

    /// <summary><c>angle = k π/2 + head + low</c> with |head| ≤ π/4, nearly.</summary>
    /// <param name="angle">Above 1024; where it is infinite, head is NaN.</param>
    /// <param name="head">What is left.</param>
    /// <param name="low">What rounding took from it.</param>
    /// <returns>k modulo 4.</returns>
    public static int Reduce(double angle, out double head, out double low)
    {
        if (!double.IsFinite(angle))
        {
            (head, low) = (double.NaN, double.NaN);
            return 0;
        }

        var bits = BitConverter.DoubleToInt64Bits(angle);
        var significand = (ulong)(bits & 0xFFFFFFFFFFFFFL) | (1UL << 52);
        // Stryker disable once Bitwise : a right shift of what is not negative is the same with and without its sign
        var first = (int)(bits >> 52) - 1075 - 2 + 64;

        // The product modulo 4, as 192 bits of which two stand before the point.
        // Stryker disable Bitwise : as above
        var last = (UInt128)significand * Bits(first + 128);
        var middle = ((UInt128)significand * Bits(first + 64)) + (last >> 64);
        var high = (significand * Bits(first)) + (ulong)(middle >> 64);
        var quarters = (int)(high >> 62);
        var fraction = (new UInt128(high, (ulong)middle) << 2) | ((ulong)last >> 62);
        var isNegative = fraction >> 127 != UInt128.Zero;

        // Stryker restore Bitwise
        if (isNegative)
        {
            quarters++;
            fraction = UInt128.Zero - fraction;
        }

        var zeros = (int)UInt128.LeadingZeroCount(fraction);
        fraction <<= zeros;

        // Stryker disable Bitwise : as above
        var leading = (double)(long)(ulong)(fraction >> 75) * Power(-53 - zeros);
        var trailing = (double)(long)(ulong)((fraction >> 22) & ((UInt128.One << 53) - 1)) * Power(-106 - zeros);

        // Stryker restore Bitwise
        var product = leading * HalfPi;
        var rest = Math.FusedMultiplyAdd(leading, HalfPi, -product) + ((leading * HalfPiLow) + (trailing * HalfPi));
        head = product + rest;
        low = product - head + rest;
        if (isNegative)
        {
            (head, low) = (-head, -low);
        }

        return quarters & 3;
    }

    private const double HalfPi = 1.5707963267948966;
    private const double HalfPiLow = 6.123233995736766e-17;

    /// <summary>64 bits of the table from one of them on.</summary>
    private static ulong Bits(int first)
    {
        // Stryker disable Bitwise : as above
        var (word, shift) = (first >> 6, first & 63);
        return shift == 0 ? TwoOverPi[word] : (TwoOverPi[word] << shift) | (TwoOverPi[word + 1] >> (64 - shift));
    }

    private static double Power(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
}
