namespace Functional.Numerics.Elementary;

using System.Numerics;
using System.Runtime.CompilerServices;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;

/// <summary>The natural logarithm: <c>log x</c>.</summary>
/// <remarks>
/// <para>log(±0) = −∞, log(1) = +0, log(+∞) = +∞, log of a negative number is NaN, NaN stays NaN. Subnormal arguments are scaled up
/// first, exactly.</para>
/// <para><c>log x = k ln 2 + log(1 + f)</c> with √½ ≤ 1 + f &lt; √2: in single precision a minimax polynomial in f, in double precision
/// the series in f / (2 + f) in the form of fdlibm (Sun Microsystems 1993) with coefficients of our own; k ln 2 and the sum with f are
/// held in two numbers.</para>
/// <para>Largest error measured: 0.88 ulp in single (every argument), 0.88 ulp in double precision (dense samples).</para>
/// </remarks>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct Log<T> : IUnaryOperation<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T>
    {
        var single = typeof(T) == typeof(float);
        var infinity = TLanes.Constant(double.PositiveInfinity);

        // Subnormal numbers are scaled up.
        // Stryker disable once Conditional : numbers that are scaled up without need have the same logarithm
        var subnormal = TLanes.LessThan(x, TLanes.Constant(single ? 1.17549435e-38 : 2.2250738585072014e-308));
        var power = single ? 33554432.0 : 18014398509481984.0;
        var y = TLanes.Select(subnormal, x * TLanes.Constant(power), x);
        var aligned = Logarithm<T, TLanes>.Aligned(y);
        var exponent = Logarithm<T, TLanes>.Exponent(Logarithm<T, TLanes>.BiasedExponent(aligned))
            - (subnormal & TLanes.Constant(single ? 25.0 : 54.0));
        var high = exponent * TLanes.Constant(Logarithm<T, TLanes>.Ln2High);
        var low = exponent * TLanes.Constant(Logarithm<T, TLanes>.Ln2Low);
        var value = Logarithm<T, TLanes>.Sum(high, low, Logarithm<T, TLanes>.Fraction(aligned));

        var zero = TLanes.Select(TLanes.EqualTo(x, TLanes.Constant(0.0)), TLanes.Constant(double.NegativeInfinity), TLanes.Constant(double.NaN));
        var special = TLanes.Select(TLanes.LessThanOrEqual(x, TLanes.Constant(0.0)), zero, x + x);
        return TLanes.Select(TLanes.LessThan(TLanes.Constant(0.0), x) & TLanes.LessThan(x, infinity), value, special);
    }
}
