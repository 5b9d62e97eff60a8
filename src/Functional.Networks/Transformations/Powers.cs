namespace Functional.Networks;

using System;
using Functional.Numerics.Elementary;
using Functional.Numerics.Elementwise;

/// <summary>Powers with portable bits.</summary>
internal static class Powers
{
    /// <summary>From here on a whole exponent is no longer told from others.</summary>
    private const double LargestWhole = 1L << 53;

    /// <summary>The power by repeated squaring: multiplications only, in an order that depends on the exponent alone.</summary>
    public static double Of(double number, long exponent)
    {
        var power = 1.0;
        for (var square = number; exponent > 0; exponent >>= 1, square *= square)
        {
            power = (exponent & 1) == 1 ? power * square : power;
        }

        return power;
    }

    /// <summary>The power of a number above 0 with an exponent that is not negative: by repeated squaring where it is whole, otherwise e^(exponent · log number).</summary>
    public static double Of(double number, double exponent) => exponent < LargestWhole && Math.Floor(exponent) == exponent
        ? Of(number, (long)exponent)
        : Elements.Apply(default(Exp<double>), exponent * Elements.Apply(default(Log<double>), number));
}
