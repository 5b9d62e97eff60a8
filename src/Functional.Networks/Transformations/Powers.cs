namespace Functional.Networks;

/// <summary>Powers with whole exponents.</summary>
internal static class Powers
{
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
}
