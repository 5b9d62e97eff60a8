namespace Functional.Numerics.Tests.HighPrecision;

using System;
using System.Globalization;
using System.Numerics;

/// <summary>A binary number <c>significand · 2^exponent</c> with 224 significant bits; every operation's relative error stays below 2⁻²²⁰.</summary>
/// <remarks>The exponent is practically unlimited: nothing overflows and nothing is subnormal. There are no NaN and no infinities.</remarks>
internal readonly struct BigFloat
{
    /// <summary>How many bits of a result are kept.</summary>
    public const int Precision = 224;

    private readonly BigInteger significand;
    private readonly int exponent;

    public BigFloat(BigInteger significand, int exponent)
    {
        var excess = Length(significand) - Precision;
        this.significand = excess > 0 ? significand >> excess : significand;
        this.exponent = significand.IsZero ? 0 : excess > 0 ? exponent + excess : exponent;
    }

    public static BigFloat Zero => default;

    public static BigFloat One { get; } = new(BigInteger.One, 0);

    public int Sign => significand.Sign;

    /// <summary>The largest e with 2^e ≤ |value|; the value must not be zero.</summary>
    public int Magnitude => Length(significand) - 1 + exponent;

    public static implicit operator BigFloat(int value) => new(value, 0);

    public static BigFloat operator +(BigFloat left, BigFloat right)
    {
        if (left.significand.IsZero)
        {
            return right;
        }

        if (right.significand.IsZero)
        {
            return left;
        }

        var (large, small) = left.Magnitude >= right.Magnitude ? (left, right) : (right, left);
        if (large.Magnitude - small.Magnitude > Precision + 8)
        {
            return large;
        }

        var lowest = Math.Min(large.exponent, small.exponent);
        return new((large.significand << (large.exponent - lowest)) + (small.significand << (small.exponent - lowest)), lowest);
    }

    public static BigFloat operator -(BigFloat value) => new(-value.significand, value.exponent);

    public static BigFloat operator -(BigFloat left, BigFloat right) => left + (-right);

    public static BigFloat operator *(BigFloat left, BigFloat right) => new(left.significand * right.significand, left.exponent + right.exponent);

    public static BigFloat operator /(BigFloat left, BigFloat right)
    {
        var shift = Math.Max(0, Precision + 8 + Length(right.significand) - Length(left.significand));
        return new((left.significand << shift) / right.significand, left.exponent - right.exponent - shift);
    }

    public static bool operator <(BigFloat left, BigFloat right) => left.CompareTo(right) < 0;

    public static bool operator >(BigFloat left, BigFloat right) => left.CompareTo(right) > 0;

    public static bool operator <=(BigFloat left, BigFloat right) => left.CompareTo(right) <= 0;

    public static bool operator >=(BigFloat left, BigFloat right) => left.CompareTo(right) >= 0;

    public static BigFloat Abs(BigFloat value) => new(BigInteger.Abs(value.significand), value.exponent);

    /// <summary>value · 2^power, exactly.</summary>
    public static BigFloat Scale(BigFloat value, int power) => new(value.significand, value.exponent + power);

    public static BigFloat Sqrt(BigFloat value)
    {
        var shift = (2 * Precision) + 16;
        shift += (value.exponent - shift) & 1;
        var radicand = value.significand << shift;
        var root = BigInteger.One << ((Length(radicand) / 2) + 1);
        while (true)
        {
            var next = (root + (radicand / root)) >> 1;
            if (next >= root)
            {
                return new(root, (value.exponent - shift) / 2);
            }

            root = next;
        }
    }

    /// <summary>The number modulo <c>modulus · 2^−bits</c>, exactly; the number must be a multiple of 2^−bits.</summary>
    public static BigFloat Remainder(BigFloat value, BigInteger modulus, int bits) =>
        new(BigInteger.Remainder(value.significand << (value.exponent + bits), modulus), -bits);

    /// <summary>The double's exact value; it must be finite.</summary>
    public static BigFloat From(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "Only finite numbers have a value.");
        }

        var bits = BitConverter.DoubleToInt64Bits(value);
        var field = (int)((bits >> 52) & 0x7FF);
        var fraction = bits & 0xFFFFFFFFFFFFFL;
        BigInteger magnitude = field == 0 ? fraction : fraction | (1L << 52);
        return new(bits < 0 ? -magnitude : magnitude, Math.Max(field, 1) - 1075);
    }

    /// <summary>The number written in decimal digits with a point, for instance 2.718.</summary>
    public static BigFloat Parse(string digits)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : digits.Length - point - 1;
        var integer = BigInteger.Parse(digits.Replace(".", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return new BigFloat(integer << Precision, -Precision) / new BigFloat(BigInteger.Pow(10, decimals), 0);
    }

    /// <summary>A double near the value; for reports and ratios of moderate size.</summary>
    public double ToDouble()
    {
        var excess = Math.Max(0, Length(significand) - 64);
        return Math.ScaleB((double)(significand >> excess), exponent + excess);
    }

    private int CompareTo(BigFloat other) => (this - other).Sign;

    private static int Length(BigInteger value) => (int)BigInteger.Abs(value).GetBitLength();
}
