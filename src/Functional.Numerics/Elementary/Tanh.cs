namespace Functional.Numerics.Elementary;

using System.Numerics;
using System.Runtime.CompilerServices;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;

/// <summary>The hyperbolic tangent: <c>tanh x = (1 − e^(−2|x|)) / (1 + e^(−2|x|))</c> with the sign of x.</summary>
/// <remarks>
/// <para>tanh(±0) = ±0, tanh(±∞) = ±1, NaN stays NaN. The function is odd to the bit.</para>
/// <para>Numerator and denominator come from one e^y − 1 in two numbers (the reduction of <see cref="ExpM1{T}"/>); the single division is
/// corrected by its remainder.</para>
/// <para>Largest error measured: 0.76 ulp in single (every argument), 0.78 ulp in double precision (dense samples).</para>
/// </remarks>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct Tanh<T> : IUnaryOperation<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T>
    {
        // Stryker disable once Conditional : beyond the lower limit the rounded value is the same, too
        var limit = TLanes.Constant(typeof(T) == typeof(float) ? 10.0 : 20.0);
        var magnitude = TLanes.Abs(x);
        magnitude = TLanes.Select(TLanes.LessThan(limit, magnitude), limit, magnitude);
        var y = magnitude * TLanes.Constant(-2.0);

        var shifted = Exponential<T, TLanes>.Shifted(y);
        var whole = Exponential<T, TLanes>.Whole(shifted);
        var head = Exponential<T, TLanes>.Head(y, whole);
        var r = Exponential<T, TLanes>.Remainder(head, whole);
        var c = Exponential<T, TLanes>.Curvature(head, whole, r);

        // e^y − 1 in two numbers.
        var growth = r + c;
        var growthLow = r - growth + c;
        var power = Exponential<T, TLanes>.Power(shifted, 0);
        var one = TLanes.Constant(1.0);
        var integer = power - one;
        var integerLow = power - (integer + one);
        var fraction = power * growth;
        var numerator = integer + fraction;
        var numeratorLow = TLanes.FusedMultiplyAdd(power, growthLow, fraction - (numerator - integer) + integerLow);

        // e^y + 1 in two numbers, and the quotient with one step of correction.
        var two = TLanes.Constant(2.0);
        var denominator = two + numerator;
        var denominatorLow = numerator - (denominator - two) + numeratorLow;
        var reciprocal = TLanes.Constant(-1.0) / denominator;
        var quotient = numerator * reciprocal;
        var error = TLanes.FusedMultiplyAdd(quotient, denominator, numerator) + TLanes.FusedMultiplyAdd(quotient, denominatorLow, numeratorLow);
        return TLanes.Abs(TLanes.FusedMultiplyAdd(error, reciprocal, quotient)) | (x & TLanes.Constant(-0.0));
    }
}
