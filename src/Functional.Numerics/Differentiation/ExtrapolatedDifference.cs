namespace Functional.Numerics.Differentiation;

using System;

/// <summary>The derivative of a function of one number, from its values alone, as exactly as they tell it, with an estimate of its error.</summary>
/// <remarks>
/// <para>
/// Central differences at steps h that are halved again and again, extrapolated to h = 0 in Neville's tableau:
/// <c>D(k, 0) = (f(hₖ) − f(−hₖ)) / 2hₖ</c> and <c>D(k, j) = D(k, j−1) + (D(k, j−1) − D(k−1, j−1)) / (4ʲ − 1)</c>, of which the entry with the
/// smallest estimate of error is taken (C. J. F. Ridders 1982, "Accurate computation of F′(x) and F′(x)F″(x)"). The step so fits itself to
/// each function. An entry's error is estimated as its distance from the two entries that it was made of, whichever is further, plus what
/// rounding does, <see cref="Rounding"/>·max(1, |f|)/hₖ. The search ends where that alone would be more at the next step than the best estimate:
/// after some nine evaluations where the function is smooth and of order 1, after at most 30.
/// </para>
/// <para>
/// A kink shows in the one-sided slopes. The gap between the right and the left one is <c>G(h) = h·f″ + h³·f⁗/12 + …</c> where the function
/// is smooth, so that its own tableau, <c>G(k, j) = G(k, j−1) + (G(k, j−1) − G(k−1, j−1)) / (2²ʲ⁻¹ − 1)</c>, goes to 0. Where it goes to
/// something else the place is a kink. A kink beside the place, closer than hₖ, keeps the tableaus from converging until the steps fit
/// beside it, and a jump of the second derivative at the place does so for good: where no entry converges to within a multiple of
/// what rounding does, there is nothing to compare with. The tests look at values alone, so a wrong derivative cannot hide behind them.
/// </para>
/// </remarks>
public static class ExtrapolatedDifference
{
    /// <summary>The first step: smooth functions of order 1 are told by a few terms of their series that far.</summary>
    public const double FirstStep = 1.0 / 4;

    /// <summary>How many steps are tried at most, each half of the one before.</summary>
    public const int Steps = 15;

    /// <summary>What rounding may do to a value of order 1 of a function that is made of many operations: 4 · 2⁻⁵³.</summary>
    public const double Rounding = 4 * 1.1102230246251565e-16;

    /// <summary>How many extrapolations lie behind an entry at least: with fewer, two could agree by chance.</summary>
    private const int FewestExtrapolations = 2;

    /// <summary>How many extrapolations lie behind an entry at most.</summary>
    private const int MostExtrapolations = 6;

    /// <summary>How many times what rounding does an entry's error may be for it to count as converged.</summary>
    private const double Converged = 256;

    /// <summary>The largest error for a value of order 1 that counts as converged, however small the step.</summary>
    private const double LargestError = 5e-10;

    /// <summary>How many times an entry's error the gap between the one-sided slopes, and its error, may be for the place to count as smooth.</summary>
    private const double GapRatio = 4;

    /// <summary>The derivative at offset 0.</summary>
    /// <param name="function">From an offset in the argument to the value.</param>
    /// <param name="center">The value at offset 0.</param>
    public static Derivative At(Func<double, double> function, double center) => At(function, center, FirstStep);

    /// <summary>The derivative at offset 0, for functions whose argument is of another order than 1.</summary>
    /// <param name="function">From an offset in the argument to the value.</param>
    /// <param name="center">The value at offset 0.</param>
    /// <param name="firstStep">The largest step, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is not finite or not above 0.</exception>
    public static Derivative At(Func<double, double> function, double center, double firstStep) => At(Given.NotNull(function), center, firstStep, shrinking: 2, weight: 4);

    /// <summary>The derivative by steps that shrink by a factor, whose error is taken to shrink by another: the square of the first where the method is right.</summary>
    internal static Derivative At(Func<double, double> function, double center, double firstStep, double shrinking, double weight)
    {
        if (!(double.IsFinite(firstStep) && firstStep > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(firstStep), firstStep, "The step must be finite and above 0.");
        }

        Span<double> slopes = stackalloc double[MostExtrapolations + 1];
        Span<double> gaps = stackalloc double[MostExtrapolations + 1];
        var best = new Derivative(double.NaN, double.PositiveInfinity, true, firstStep, 0);
        var step = firstStep;
        for (var k = 0; k < Steps; k++, step /= shrinking)
        {
            double right = function(step), left = function(-step);
            var scale = Math.Max(Math.Max(1, Math.Abs(center)), Math.Max(Math.Abs(right), Math.Abs(left)));
            var rounding = Rounding * scale / step;
            var allowed = Math.Min(Converged * rounding, LargestError * scale);
            var (slope, slopeBefore) = ((right - left) / (2 * step), slopes[0]);
            var (gap, gapBefore) = ((right - center - (center - left)) / step, gaps[0]);
            (slopes[0], gaps[0]) = (slope, gap);
            var (slopeWeight, gapWeight) = (weight, Math.Sqrt(weight));
            for (var j = 1; j <= Math.Min(k, MostExtrapolations); j++, slopeWeight *= weight, gapWeight *= weight)
            {
                var nextSlope = slope + ((slope - slopeBefore) / (slopeWeight - 1));
                var nextGap = gap + ((gap - gapBefore) / (gapWeight - 1));
                var error = Math.Max(Math.Abs(nextSlope - slope), Math.Abs(nextSlope - slopeBefore)) + rounding;
                var gapError = Math.Max(Math.Abs(nextGap - gap), Math.Abs(nextGap - gapBefore));
                (slope, slopeBefore, slopes[j]) = (nextSlope, slopes[j], nextSlope);
                (gap, gapBefore, gaps[j]) = (nextGap, gaps[j], nextGap);
                var isKink = !(error <= allowed && Math.Max(Math.Abs(gap), gapError) <= GapRatio * allowed);
                if (j >= FewestExtrapolations && (isKink == best.IsKink ? error < best.Error : best.IsKink))
                {
                    best = new(slope, error, isKink, step, 0);
                }
            }

            best = best with { Evaluations = 2 * (k + 1) };
            if (!best.IsKink && shrinking * rounding >= best.Error)
            {
                break;
            }
        }

        return best;
    }
}
