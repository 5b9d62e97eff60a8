namespace Functional.Numerics.Tests.Elementary;

using System;
using Functional.Numerics.Tests.HighPrecision;

/// <summary>
/// Errors in units in the last place: the distance from the true value divided by the spacing of the format's numbers in the true
/// value's binade, subnormal ones included. An infinite result counts as the power of two where overflow begins; a NaN or a wrong sign is infinitely wrong.
/// </summary>
internal static class Ulps
{
    public static double OfDouble(double actual, BigFloat exact)
    {
        if (double.IsNaN(actual) || (double.IsNegative(actual) != (exact.Sign < 0) && exact.Sign != 0))
        {
            return double.PositiveInfinity;
        }

        var overflow = BigFloat.Scale(BigFloat.One, 1024);
        if (double.IsInfinity(actual) && BigFloat.Abs(exact) >= overflow)
        {
            return 0.0;
        }

        var value = double.IsInfinity(actual) ? overflow * Math.Sign(actual) : BigFloat.From(actual);
        if (exact.Sign == 0)
        {
            return value.Sign == 0 ? 0.0 : double.PositiveInfinity;
        }

        var place = Math.Clamp(exact.Magnitude, -1022, 1023) - 52;
        return BigFloat.Scale(BigFloat.Abs(value - exact), -place).ToDouble();
    }

    public static double OfSingle(float actual, double exact)
    {
        if (double.IsNaN(exact) || float.IsNaN(actual))
        {
            return double.IsNaN(exact) && float.IsNaN(actual) ? 0.0 : double.PositiveInfinity;
        }

        if (float.IsNegative(actual) != double.IsNegative(exact))
        {
            return double.PositiveInfinity;
        }

        const double Overflow = 2.0 * (1UL << 63) * (1UL << 63) * 2.0;
        if (float.IsInfinity(actual) && Math.Abs(exact) >= Overflow)
        {
            return 0.0;
        }

        var value = float.IsInfinity(actual) ? Math.CopySign(Overflow, actual) : (double)actual;
        // 1 / ulp is a power of two, made from its bits: this runs for every single there is.
        var exponent = (int)((BitConverter.DoubleToInt64Bits(exact) >> 52) & 0x7FF) - 1023;
        var place = Math.Clamp(exponent, -126, 127) - 23;
        return Math.Abs(value - exact) * BitConverter.Int64BitsToDouble((long)(1023 - place) << 52);
    }
}
