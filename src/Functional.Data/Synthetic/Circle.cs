namespace Functional.Data;

using System;
using Functional.Networks;

/// <summary>Places on the unit circle, with portable bits.</summary>
internal static class Circle
{
    /// <summary>The place after a number of turns, counter-clockwise from (1, 0).</summary>
    /// <param name="turns">Any finite number; 1 is a whole turn.</param>
    public static (double X, double Y) At(double turns) => (Cosine(turns), Cosine(turns - 0.25));

    /// <summary>sin(πx).</summary>
    /// <param name="x">Any finite number.</param>
    public static double SineOfPi(double x) => Cosine((x / 2) - 0.25);

    /// <summary>cos(2π·turns), from the half wave ½(1 + cos πx) on 0 to 1.</summary>
    private static double Cosine(double turns)
    {
        var x = 2 * (turns - Math.Floor(turns));
        return (2 * HalfWave.Of(x <= 1 ? x : 2 - x)) - 1;
    }
}
