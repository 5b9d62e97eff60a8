namespace Functional.Numerics.Elementary;

using System.Numerics;
using System.Runtime.CompilerServices;
using Functional.Numerics.Lanes;

/// <summary>The parts that logarithms are put together from: <c>log((1 + f) · 2^k) = k ln 2 + log(1 + f)</c>.</summary>
/// <remarks>
/// <para>1 + f lies between √½ and √2. k times the upper part of ln 2, which ends in zeros (the constants of fdlibm, Sun Microsystems
/// 1993), is exact; its sum with f is kept in two numbers (Dekker 1971).</para>
/// <para>In single precision <c>log(1 + f) = f − f²/2 + f³ q(f)</c>; in double precision, with s = f / (2 + f) and z = s²,
/// <c>log(1 + f) = f − (f²/2 − s (f²/2 + z w(z)))</c> as in fdlibm. q and w are minimax polynomials; the logarithm's relative error from them is below
/// 2⁻²⁷ and 2⁻⁵⁷.</para>
/// </remarks>
internal static class Logarithm<T, TLanes>
    where T : struct, IFloatingPointIeee754<T>
    where TLanes : struct, ILanes<TLanes, T>
{
    /// <summary>ln 2, rounded down to a number that can be multiplied exactly by any exponent.</summary>
    public static double Ln2High
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 0.693145751953125 : 6.93147180369123816490e-01;
    }

    /// <summary>What <see cref="Ln2High"/> lacks.</summary>
    public static double Ln2Low
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 1.4286068203094172e-06 : 1.90821492927058770002e-10;
    }

    private static int FractionBits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 23 : 52;
    }

    private static int Bias
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 127 : 1023;
    }

    private static long SquareRootOfHalfBits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 0x3F3504F3L : 0x3FE6A09E667F3BCDL;
    }

    private static long OneBits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 0x3F800000L : 0x3FF0000000000000L;
    }

    private static long FractionMask
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 0x007FFFFFL : 0x000FFFFFFFFFFFFFL;
    }

    /// <summary>A positive normal number's bits, moved so that the exponent field steps at √½ · 2^k: it then holds k plus the bias.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Aligned(TLanes x) => TLanes.AddBits(x, TLanes.ConstantBits(OneBits - SquareRootOfHalfBits));

    /// <summary>The exponent field of <see cref="Aligned"/> as an integer: k plus the bias.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes BiasedExponent(TLanes aligned) => TLanes.ShiftBitsRight(aligned, FractionBits);

    /// <summary>k as a number: the biased exponent is put into the last places of a large number, which is then subtracted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Exponent(TLanes biasedExponent)
    {
        var large = typeof(T) == typeof(float) ? 8388608.0 : 4503599627370496.0;
        return (biasedExponent | TLanes.Constant(large)) - TLanes.Constant(large + Bias);
    }

    /// <summary>f: the number divided by 2^k, less 1, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Fraction(TLanes aligned)
    {
        var mantissa = TLanes.AddBits(aligned & TLanes.ConstantBits(FractionMask), TLanes.ConstantBits(SquareRootOfHalfBits));
        return mantissa - TLanes.Constant(1.0);
    }

    /// <summary>2^(2 − k), never subnormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes FourOverPower(TLanes biasedExponent) =>
        TLanes.ShiftBitsLeft(TLanes.SubtractBits(TLanes.ConstantBits((2 * Bias) + 2), biasedExponent), FractionBits);

    /// <summary><c>high + low + log(1 + f)</c> for |f| ≤ |high| or high = 0, where low is small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Sum(TLanes high, TLanes low, TLanes f)
    {
        var sum = high + f;
        return sum + Curvature(f, f - (sum - high) + low);
    }

    /// <summary>log(1 + f) − f + <paramref name="addend"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Curvature(TLanes f, TLanes addend)
    {
        var squared = f * f;
        if (typeof(T) == typeof(float))
        {
            var even = TLanes.Constant(0.07341387);
            even = TLanes.FusedMultiplyAdd(even, squared, TLanes.Constant(0.11632339));
            even = TLanes.FusedMultiplyAdd(even, squared, TLanes.Constant(0.14251375));
            even = TLanes.FusedMultiplyAdd(even, squared, TLanes.Constant(0.2000068));
            even = TLanes.FusedMultiplyAdd(even, squared, TLanes.Constant(0.3333333));
            var odd = TLanes.Constant(-0.11662561);
            odd = TLanes.FusedMultiplyAdd(odd, squared, TLanes.Constant(-0.12396162));
            odd = TLanes.FusedMultiplyAdd(odd, squared, TLanes.Constant(-0.16669184));
            odd = TLanes.FusedMultiplyAdd(odd, squared, TLanes.Constant(-0.2499998));
            var q = TLanes.FusedMultiplyAdd(odd, f, even);
            return TLanes.FusedMultiplyAdd(squared, TLanes.FusedMultiplyAdd(f, q, TLanes.Constant(-0.5)), addend);
        }
        else
        {
            var s = f / (f + TLanes.Constant(2.0));
            var z = s * s;
            var w = TLanes.Constant(0.1461738294982132);
            w = TLanes.FusedMultiplyAdd(w, z, TLanes.Constant(0.15331643830990063));
            w = TLanes.FusedMultiplyAdd(w, z, TLanes.Constant(0.18182891493217915));
            w = TLanes.FusedMultiplyAdd(w, z, TLanes.Constant(0.2222221110333668));
            w = TLanes.FusedMultiplyAdd(w, z, TLanes.Constant(0.28571428626137174));
            w = TLanes.FusedMultiplyAdd(w, z, TLanes.Constant(0.3999999999989941));
            w = TLanes.FusedMultiplyAdd(w, z, TLanes.Constant(0.666666666666667));
            var half = squared * TLanes.Constant(0.5);
            return TLanes.FusedMultiplyAdd(s, TLanes.FusedMultiplyAdd(z, w, half), addend - half);
        }
    }
}
