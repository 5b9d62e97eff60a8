namespace Functional.Verification;

using System;
using MathNet.Numerics;

/// <summary>A statistic of many draws beside what it should be.</summary>
/// <param name="What">What was counted or averaged.</param>
/// <param name="Draws">How many draws it is of.</param>
/// <param name="Found">What it is.</param>
/// <param name="Expected">What it is expected to be.</param>
/// <param name="Deviation">Its standard deviation where the law holds; 0 where it cannot deviate.</param>
public sealed record StatisticFigure(string What, long Draws, double Found, double Expected, double Deviation)
{
    /// <summary>What was counted or averaged.</summary>
    public string What { get; init => field = Given.NotNull(value); } = Given.NotNull(What);

    /// <summary>By how many standard deviations it is off, with its sign; infinite where it cannot deviate and does.</summary>
    public double Z => Found == Expected ? 0 : (Found - Expected) / Deviation;

    /// <summary>How often chance alone brings it as far off or farther, either way, if it is normally distributed: erfc(|z| / √2).</summary>
    public double P => SpecialFunctions.Erfc(Math.Abs(Z) / Constants.Sqrt2);
}
