namespace Functional.Numerics.Elementary;

using System;
using System.Collections.Immutable;
using System.Linq;

/// <summary>The natural logarithm of positive normal numbers, rounded as IEEE 754 rounds: for streams whose bits others have fixed.</summary>
/// <remarks>
/// <c>log(2^k·m) = k ln 2 + 2·(s + s³/3 + s⁵/5 + …)</c> with √½ ≤ m &lt; √2 and s = (m − 1) / (m + 1), in pairs of numbers
/// (T. J. Dekker 1971) whose sum has a relative error below some 2⁻⁹⁵; the pair is rounded at the end. So the result is the rounded one unless the logarithm is nearer
/// than that to the middle between two numbers, which one argument in 2⁴² is. It takes many times as long as <see cref="Log{T}"/>.
/// </remarks>
internal static class RoundedLog
{
    /// <summary>ln 2 in two numbers.</summary>
    private const double Ln2High = 0.6931471805599453;
    private const double Ln2Low = 2.3190468138462996e-17;

    private const double SquareRootOfHalf = 0.7071067811865476;

    /// <summary>Terms of the series that are held in two numbers, and those that are so small that one is enough.</summary>
    private const int PairTerms = 9;
    private const int Terms = 20;

    private static readonly ImmutableArray<(double High, double Low)> Reciprocals = [.. Enumerable.Range(0, Terms).Select(n => Reciprocal((2 * n) + 1))];

    /// <summary>The logarithm.</summary>
    /// <param name="x">A positive normal number.</param>
    public static double Of(double x)
    {
        var exponent = Math.ILogB(x);
        var mantissa = Math.ScaleB(x, -exponent);
        if (mantissa * SquareRootOfHalf >= 1)
        {
            mantissa *= 0.5;
            exponent++;
        }

        var s = Divide(mantissa - 1, Sum(mantissa, 1));
        var z = Product(s, s);
        var tail = Reciprocals[Terms - 1].High;
        for (var n = Terms - 2; n >= PairTerms; n--)
        {
            tail = Math.FusedMultiplyAdd(tail, z.High, Reciprocals[n].High);
        }

        (double High, double Low) series = (tail, 0);
        for (var n = PairTerms - 1; n >= 0; n--)
        {
            series = Sum(Reciprocals[n], Product(series, z));
        }

        var logarithm = Product(s, series);
        logarithm = (2 * logarithm.High, 2 * logarithm.Low);
        return Sum(Product((Ln2High, Ln2Low), exponent), logarithm).High;
    }

    private static (double High, double Low) Reciprocal(double divisor)
    {
        var high = 1 / divisor;
        return (high, Math.FusedMultiplyAdd(-high, divisor, 1) / divisor);
    }

    /// <summary>A sum with its rounding error (D. E. Knuth 1969).</summary>
    private static (double High, double Low) Sum(double x, double y)
    {
        var sum = x + y;
        var part = sum - x;
        return (sum, x - (sum - part) + (y - part));
    }

    private static (double High, double Low) Sum((double High, double Low) x, (double High, double Low) y)
    {
        var high = Sum(x.High, y.High);
        var low = Sum(x.Low, y.Low);
        var first = Normalised(high.High, high.Low + low.High);
        return Normalised(first.High, first.Low + low.Low);
    }

    private static (double High, double Low) Product((double High, double Low) x, (double High, double Low) y)
    {
        var high = x.High * y.High;
        var cross = Math.FusedMultiplyAdd(x.High, y.Low, x.Low * y.High);
        return Normalised(high, Math.FusedMultiplyAdd(x.High, y.High, -high) + cross);
    }

    private static (double High, double Low) Product((double High, double Low) x, double y)
    {
        var high = x.High * y;
        return Normalised(high, Math.FusedMultiplyAdd(x.Low, y, Math.FusedMultiplyAdd(x.High, y, -high)));
    }

    /// <summary>x / y with two corrections.</summary>
    private static (double High, double Low) Divide(double x, (double High, double Low) y)
    {
        var first = x / y.High;
        var rest = Math.FusedMultiplyAdd(-first, y.High, x);
        rest = Math.FusedMultiplyAdd(-first, y.Low, rest);
        var second = rest / y.High;
        rest = Math.FusedMultiplyAdd(-second, y.High, rest);
        rest = Math.FusedMultiplyAdd(-second, y.Low, rest);
        var pair = Normalised(first, second);
        return Normalised(pair.High, pair.Low + (rest / y.High));
    }

    /// <summary>A sum whose first term is the larger, with its rounding error.</summary>
    private static (double High, double Low) Normalised(double high, double low)
    {
        var sum = high + low;
        return (sum, low - (sum - high));
    }
}
