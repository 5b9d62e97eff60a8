namespace Functional.Numerics.Elementary;

using System.Numerics;
using System.Runtime.CompilerServices;
using Functional.Numerics.Lanes;

/// <summary>The parts that e^x is put together from: <c>e^x = 2^k · (1 + r + c)</c>.</summary>
/// <remarks>
/// <para>Cody and Waite (1980): k is the integer nearest to x / ln 2 and r = x − k ln 2 with ln 2 held in two numbers, so |r| ≤ ½ ln 2. k comes
/// from adding a number so large that the sum's last place is 1; that number also carries twice the exponent's bias in its low bits, so the sum's
/// bits yield powers of two by shifts alone.</para>
/// <para>c = r² q(r) plus what the rounding of r lost; q is a minimax polynomial for (e^r − 1 − r) / r² with a relative error, taken of e^r − 1,
/// below 2⁻³⁰ in single and 2⁻⁶⁰ in double precision.</para>
/// <para>Every NaN that leaves here is the argument's, unchanged in sign and payload.</para>
/// </remarks>
internal static class Exponential<T, TLanes>
    where T : struct, IFloatingPointIeee754<T>
    where TLanes : struct, ILanes<TLanes, T>
{
    /// <summary>The bits of a significand without the leading one.</summary>
    public static int FractionBits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 23 : 52;
    }

    /// <summary>The exponent's bias.</summary>
    public static int Bias
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 127 : 1023;
    }

    private static double Shifter
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 12582912.0 + 254.0 : 6755399441055744.0 + 2046.0;
    }

    /// <summary>k plus the large number; |x / ln 2| must stay below 2²¹ in single and 2⁵⁰ in double precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Shifted(TLanes x) => TLanes.FusedMultiplyAdd(x, TLanes.Constant(1.4426950408889634), TLanes.Constant(Shifter));

    /// <summary>k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Whole(TLanes shifted) => shifted - TLanes.Constant(Shifter);

    /// <summary>x − k · (ln 2 rounded), which is exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Head(TLanes x, TLanes whole) => TLanes.FusedMultiplyAdd(whole, TLanes.Constant(-0.6931471805599453), x);

    /// <summary>r: the head less k times what ln 2 lost, rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Remainder(TLanes head, TLanes whole) => TLanes.FusedMultiplyAdd(whole, TLanes.Constant(MinusLn2Low), head);

    /// <summary>c: e^r − 1 − r, together with the part of the argument that r's rounding lost.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Curvature(TLanes head, TLanes whole, TLanes remainder)
    {
        var lost = TLanes.FusedMultiplyAdd(whole, TLanes.Constant(MinusLn2Low), head - remainder);
        return TLanes.FusedMultiplyAdd(remainder * remainder, Polynomial(remainder), lost);
    }

    /// <summary>q(r) ≈ (e^r − 1 − r) / r².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Polynomial(TLanes r)
    {
        if (typeof(T) == typeof(float))
        {
            var q = TLanes.Constant(0.00019971364);
            q = TLanes.FusedMultiplyAdd(q, r, TLanes.Constant(0.0013930904));
            q = TLanes.FusedMultiplyAdd(q, r, TLanes.Constant(0.008333178));
            q = TLanes.FusedMultiplyAdd(q, r, TLanes.Constant(0.041666508));
            q = TLanes.FusedMultiplyAdd(q, r, TLanes.Constant(0.16666667));
            q = TLanes.FusedMultiplyAdd(q, r, TLanes.Constant(0.5));
            return q;
        }
        else
        {
            var q = TLanes.Constant(2.0920425826088024e-09);
            q = TLanes.FusedMultiplyAdd(q, r, TLanes.Constant(2.5105565571915634e-08));
            q = TLanes.FusedMultiplyAdd(q, r, TLanes.Constant(2.75572568161951e-07));
            q = TLanes.FusedMultiplyAdd(q, r, TLanes.Constant(2.7557254482606296e-06));
            q = TLanes.FusedMultiplyAdd(q, r, TLanes.Constant(2.480158734257206e-05));
            q = TLanes.FusedMultiplyAdd(q, r, TLanes.Constant(0.00019841269875642606));
            q = TLanes.FusedMultiplyAdd(q, r, TLanes.Constant(0.0013888888888876948));
            q = TLanes.FusedMultiplyAdd(q, r, TLanes.Constant(0.00833333333332585));
            q = TLanes.FusedMultiplyAdd(q, r, TLanes.Constant(0.04166666666666668));
            q = TLanes.FusedMultiplyAdd(q, r, TLanes.Constant(0.1666666666666667));
            q = TLanes.FusedMultiplyAdd(q, r, TLanes.Constant(0.5));
            return q;
        }
    }

    /// <summary>2^(k + <paramref name="offset"/>), which must be a normal number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Power(TLanes shifted, int offset) =>
        TLanes.ShiftBitsLeft(TLanes.AddBits(shifted, TLanes.ConstantBits(offset - Bias)), FractionBits);

    /// <summary>value · 2^k, rounded once where the product is subnormal; 2^k itself may be too large or too small for the type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Scale(TLanes value, TLanes shifted)
    {
        var half = TLanes.ShiftBitsRight(shifted, 1);
        var rest = TLanes.SubtractBits(shifted, half);
        return value * TLanes.ShiftBitsLeft(half, FractionBits) * TLanes.ShiftBitsLeft(rest, FractionBits);
    }

    private static double MinusLn2Low
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 1.9046542e-09 : -2.3190468138462996e-17;
    }
}
