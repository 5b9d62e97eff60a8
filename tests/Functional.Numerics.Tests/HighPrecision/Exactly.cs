namespace Functional.Numerics.Tests.HighPrecision;

using System;
using System.Numerics;

/// <summary>Elementary functions with a relative error below 2⁻²⁰⁰: the reference that the library's functions are measured by.</summary>
/// <remarks>
/// Power series only, written for plainness. Where a double-precision result can only be 0 or infinite (|x| &gt; 2000) the value is a
/// stand-in.
/// </remarks>
internal static class Exactly
{
    private const int Negligible = BigFloat.Precision + 4;

    public static BigFloat Ln2 { get; } = BigFloat.Scale(AreaTangent(BigFloat.One / 3), 1);

    /// <summary>π by Machin (1706): 16 arctan(1/5) − 4 arctan(1/239).</summary>
    public static BigFloat Pi { get; } = (ArcTangentOfReciprocal(5) * 16) - (ArcTangentOfReciprocal(239) * 4);

    private static BigFloat TwoOverSqrtPi { get; } = BigFloat.One * 2 / BigFloat.Sqrt(Pi);

    private static BigFloat FarAway { get; } = 2000;

    public static BigFloat Exp(BigFloat x)
    {
        if (BigFloat.Abs(x) > FarAway)
        {
            return BigFloat.Scale(BigFloat.One, x.Sign * 3000);
        }

        var turns = (int)Math.Round(x.ToDouble() / Math.Log(2.0));
        return BigFloat.Scale(ExpM1Series(x - (Ln2 * turns)) + 1, turns);
    }

    public static BigFloat ExpM1(BigFloat x) => BigFloat.Abs(x) < BigFloat.One ? ExpM1Series(x) : Exp(x) - 1;

    public static BigFloat Log(BigFloat x)
    {
        var power = x.Magnitude;
        var significand = BigFloat.Scale(x, -power);
        if (significand > BigFloat.From(1.4))
        {
            significand = BigFloat.Scale(significand, -1);
            power++;
        }

        return (Ln2 * power) + BigFloat.Scale(AreaTangent((significand - 1) / (significand + 1)), 1);
    }

    public static BigFloat Log1P(BigFloat x) => BigFloat.Abs(x) < BigFloat.From(0.25)
        ? BigFloat.Scale(AreaTangent(x / (x + 2)), 1)
        : Log(x + 1);

    public static BigFloat Tanh(BigFloat x)
    {
        if (BigFloat.Abs(x) > FarAway)
        {
            return x.Sign;
        }

        var growth = ExpM1(BigFloat.Scale(x, 1));
        return growth / (growth + 2);
    }

    public static BigFloat Sigmoid(BigFloat x) => BigFloat.One / (Exp(-x) + 1);

    public static BigFloat Softplus(BigFloat x) => x.Sign > 0 ? x + Log1P(Exp(-x)) : Log1P(Exp(x));

    /// <summary>2/√π · e^(−x²) · Σ 2ⁿ x^(2n+1) / (1 · 3 · … · (2n+1)), whose terms have one sign; beyond 13 it is ±1 within 2⁻²⁴⁰.</summary>
    public static BigFloat Erf(BigFloat x)
    {
        if (BigFloat.Abs(x) > BigFloat.From(13.0))
        {
            return x.Sign;
        }

        var squared = x * x;
        var (term, sum) = (x, x);
        for (var n = 1; term.Sign != 0 && term.Magnitude > sum.Magnitude - Negligible; n++)
        {
            term = BigFloat.Scale(term * squared, 1) / ((2 * n) + 1);
            sum += term;
        }

        return TwoOverSqrtPi * Exp(-squared) * sum;
    }

    /// <summary>sin x; x is a double's value, of any size.</summary>
    public static BigFloat Sin(BigFloat x)
    {
        var angle = WithinTurn(x);
        return Alternating(angle, angle * angle, 2);
    }

    /// <summary>cos x; x is a double's value, of any size.</summary>
    public static BigFloat Cos(BigFloat x)
    {
        var angle = WithinTurn(x);
        return Alternating(BigFloat.One, angle * angle, 1);
    }

    /// <summary>x^y for x above 0.</summary>
    public static BigFloat Power(BigFloat x, BigFloat y) => Exp(Log(x) * y);

    /// <summary>2π · 2^AngleBits by Machin (1706), with some hundred bits more than the largest double needs.</summary>
    private static BigInteger FullTurn { get; } = ((FixedArcTangentOfReciprocal(5) * 32) - (FixedArcTangentOfReciprocal(239) * 8)) >> 32;

    private const int AngleBits = 1500;

    private static BigFloat WithinTurn(BigFloat x) => BigFloat.Abs(x) < BigFloat.One ? x : BigFloat.Remainder(x, FullTurn, AngleBits);

    /// <summary>term − term·z/(n(n+1)) + …, Taylor's series of sine and cosine.</summary>
    private static BigFloat Alternating(BigFloat term, BigFloat z, int n)
    {
        var sum = term;
        for (; term.Sign != 0 && term.Magnitude > -4 * Negligible && (sum.Sign == 0 || term.Magnitude > sum.Magnitude - Negligible); n += 2)
        {
            term = -(term * z / (n * (n + 1)));
            sum += term;
        }

        return sum;
    }

    private static BigInteger FixedArcTangentOfReciprocal(int divisor)
    {
        var power = (BigInteger.One << (AngleBits + 32)) / divisor;
        var sum = power;
        for (var n = 3; !power.IsZero; n += 2)
        {
            power = -(power / (divisor * divisor));
            sum += power / n;
        }

        return sum;
    }

    /// <summary>e^x − 1 for |x| ≤ 1 by Taylor's series.</summary>
    private static BigFloat ExpM1Series(BigFloat x)
    {
        var (term, sum) = (x, x);
        for (var n = 2; term.Sign != 0 && term.Magnitude > sum.Magnitude - Negligible; n++)
        {
            term = term * x / n;
            sum += term;
        }

        return sum;
    }

    /// <summary>artanh(x) = x + x³/3 + x⁵/5 + …</summary>
    private static BigFloat AreaTangent(BigFloat x)
    {
        var squared = x * x;
        var (power, sum) = (x, x);
        for (var n = 3; power.Sign != 0 && power.Magnitude > sum.Magnitude - Negligible; n += 2)
        {
            power *= squared;
            sum += power / n;
        }

        return sum;
    }

    private static BigFloat ArcTangentOfReciprocal(int divisor)
    {
        var power = BigFloat.One / divisor;
        var sum = power;
        for (var n = 3; power.Magnitude > sum.Magnitude - Negligible; n += 2)
        {
            power = -(power / (divisor * divisor));
            sum += power / n;
        }

        return sum;
    }
}
