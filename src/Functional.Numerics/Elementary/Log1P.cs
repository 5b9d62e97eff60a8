namespace Functional.Numerics.Elementary;

using System.Numerics;
using System.Runtime.CompilerServices;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;

/// <summary>The natural logarithm of one plus the argument: <c>log(1 + x)</c>, accurate near zero.</summary>
/// <remarks>
/// <para>log1p(±0) = ±0, log1p(−1) = −∞, log1p(+∞) = +∞, NaN below −1, NaN stays NaN. Where |x| &lt; 2⁻⁶⁰ the value is x.</para>
/// <para>k comes from the rounded sum 1 + x, but f from x itself: <c>f = x · 2^−k + (2^−k − 1)</c> in two numbers, so nothing of x is
/// lost; then as in <see cref="Log{T}"/>.</para>
/// <para>Largest error measured: 0.89 ulp in single (every argument), 0.89 ulp in double precision (dense samples).</para>
/// </remarks>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct Log1P<T> : IUnaryOperation<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T>
    {
        var one = TLanes.Constant(1.0);
        var minusOne = TLanes.Constant(-1.0);
        var infinity = TLanes.Constant(double.PositiveInfinity);

        // 1 + x = (1 + f) · 2^k with k from the rounded sum and f = x · 2^−k + (2^−k − 1) in two numbers.
        var aligned = Logarithm<T, TLanes>.Aligned(one + x);
        var biased = Logarithm<T, TLanes>.BiasedExponent(aligned);
        var exponent = Logarithm<T, TLanes>.Exponent(biased);
        var power = Logarithm<T, TLanes>.FourOverPower(biased);
        var fraction = x * TLanes.Constant(0.25) * power;
        var integer = TLanes.FusedMultiplyAdd(power, TLanes.Constant(0.25), minusOne);
        var f = fraction + integer;
        var added = f - integer;
        var fLow = (fraction - added) + (integer - (f - added));
        var high = exponent * TLanes.Constant(Logarithm<T, TLanes>.Ln2High);
        var low = TLanes.FusedMultiplyAdd(exponent, TLanes.Constant(Logarithm<T, TLanes>.Ln2Low), TLanes.FusedMultiplyAdd(fLow, -f, fLow));
        var value = Logarithm<T, TLanes>.Sum(high, low, f);
        value = TLanes.Select(TLanes.LessThan(TLanes.Abs(x), TLanes.Constant(Tiny)), x, value);

        var pole = TLanes.Select(TLanes.EqualTo(x, minusOne), TLanes.Constant(double.NegativeInfinity), TLanes.Constant(double.NaN));
        var special = TLanes.Select(TLanes.LessThanOrEqual(x, minusOne), pole, x + x);
        return TLanes.Select(TLanes.LessThan(minusOne, x) & TLanes.LessThan(x, infinity), value, special);
    }

    /// <summary>2⁻⁶⁰: below it the function rounds to its argument.</summary>
    private const double Tiny = 1.0 / (1L << 60);
}
