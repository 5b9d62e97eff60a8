namespace Functional.Networks;

using System;

/// <summary>Half a wave from 1 to 0: <c>½(1 + cos πx)</c>.</summary>
internal static class HalfWave
{
    /// <summary>(−1)ᵏ / (2k + 3)!, from the last term that matters to the first.</summary>
    private static ReadOnlySpan<double> Terms =>
    [
        -8.2206352466243297e-18, 2.8114572543455206e-15, -7.6471637318198164e-13, 1.6059043836821613e-10, -2.5052108385441718e-08,
        2.7557319223985893e-06, -1.9841269841269841e-04, 8.3333333333333332e-03, -1.6666666666666666e-01,
    ];

    /// <summary>The wave at a place.</summary>
    /// <param name="x">From 0 to 1.</param>
    /// <returns>1 at 0, ½ at ½, 0 at 1; what it gives for x and for 1 − x adds up to 1.</returns>
    /// <remarks>
    /// 1 − sin²(πx/2) up to ½, beyond it sin²(π(1 − x)/2), with Taylor's series for the sine, whose argument is at most π/4: fused multiply-adds
    /// only, so the bits are portable.
    /// </remarks>
    public static double Of(double x) => x <= 0.5 ? 1 - SquaredSine(x) : SquaredSine(1 - x);

    private static double SquaredSine(double x)
    {
        var angle = x * (Math.PI / 2);
        var square = angle * angle;
        var sum = 0.0;
        foreach (var term in Terms)
        {
            sum = Math.FusedMultiplyAdd(sum, square, term);
        }

        var sine = Math.FusedMultiplyAdd(sum * square, angle, angle);
        return sine * sine;
    }
}
