namespace Functional.Data;

using System;
using Functional.Numerics.Elementary;
using Functional.Numerics.Elementwise;

/// <summary>Places on the unit circle.</summary>
internal static class Circle
{
    /// <summary>The place after a number of turns, counter-clockwise from (1, 0).</summary>
    /// <param name="turns">Any finite number; 1 is a whole turn.</param>
    public static (double X, double Y) At(double turns)
    {
        var angle = 2 * Math.PI * turns;
        return (Elements.Apply(default(Cos<double>), angle), Elements.Apply(default(Sin<double>), angle));
    }
}
