namespace Functional.Numerics.Differentiation;

using System;

/// <summary>The derivative of a function of one number, from its values alone.</summary>
/// <remarks>
/// Central differences <c>D(h) = (f(x + h) − f(x − h)) / 2h</c> at a step h, at h/2 and at h/4, joined so that the error's two leading
/// terms cancel: <c>(64·D(h/4) − 20·D(h/2) + D(h)) / 45</c> (L. F. Richardson 1911, W. Romberg 1955), which leaves an error of order h⁶.
/// Six evaluations where the function is smooth; <see cref="ExtrapolatedDifference"/> finds some two digits more with nine.
/// </remarks>
public static class CentralDifference
{
    /// <summary>
    /// 2⁻⁷, which balances the formula's error, some 10⁻¹⁸ times the seventh derivative, against what rounding a value of order 1 does
    /// to a quotient, some 10⁻¹³.
    /// </summary>
    public const double DefaultStep = 1.0 / 128;

    /// <summary>How often one look evaluates the function: on both sides of the place, at each of three steps.</summary>
    private const int Evaluations = 6;

    /// <summary>How far a smooth function's gaps may be from the law that they follow, relative to its value or 1, times the step: some ten times what rounding does to them.</summary>
    private const double LawTolerance = 1e-12;

    /// <summary>How far a gap may be from twice the gap at half the step, relative likewise.</summary>
    private const double GapTolerance = 1e-5;

    /// <summary>How far the central differences may be from a parabola in the step, relative likewise; it bounds what a jump of the second derivative can do unseen.</summary>
    private const double ParabolaTolerance = 1e-9;

    /// <summary>How much smaller the step becomes each time a place that looks like a kink is looked at again.</summary>
    private const double Refinement = 8;

    /// <summary>How often a place is looked at again.</summary>
    private const int Refinements = 2;

    /// <summary>The derivative at offset 0, by steps of <see cref="DefaultStep"/>.</summary>
    /// <param name="function">From an offset in the argument to the value.</param>
    /// <param name="center">The value at offset 0.</param>
    public static Derivative At(Func<double, double> function, double center) => At(function, center, DefaultStep);

    /// <summary>The derivative at offset 0.</summary>
    /// <remarks>
    /// A kink shows in the one-sided slopes. Where the function is smooth, the gap between right and left slope is
    /// <c>G(h) = h·f″ + h³·f⁗/12 + …</c>, so <c>d(h) = G(h) − 2·G(h/2)</c> is small and <c>d(h) = 8·d(h/2)</c> nearly. Where that does not
    /// hold a kink lies within h of the place, and central differences mix the slopes of both sides. The place is then looked at again
    /// with a step 8 times smaller, that may fit beside the kink, and once more; if it does not, there is nothing to compare with. A jump
    /// of the second derivative right at the place leaves the gap as it is, but makes the error of D(h) linear in h, not a parabola:
    /// <c>D(h) − D(h/2) = 4·(D(h/2) − D(h/4))</c> nearly where the function is smooth. Such a place counts as a kink, too. The tests
    /// look at the function's values alone, so a wrong derivative cannot hide behind them.
    /// </remarks>
    /// <param name="function">From an offset in the argument to the value.</param>
    /// <param name="center">The value at offset 0.</param>
    /// <param name="step">h, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is not finite or not above 0.</exception>
    public static Derivative At(Func<double, double> function, double center, double step)
    {
        ArgumentNullException.ThrowIfNull(function);
        if (!(double.IsFinite(step) && step > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(step), step, "The step must be finite and above 0.");
        }

        var derivative = Estimate(function, center, step);
        for (var again = 0; again < Refinements && derivative.IsKink; again++)
        {
            step /= Refinement;
            derivative = Estimate(function, center, step) with { Evaluations = (again + 2) * Evaluations };
        }

        return derivative;
    }

    private static Derivative Estimate(Func<double, double> function, double center, double step)
    {
        var (far, farGap) = Slopes(function, center, step);
        var (near, nearGap) = Slopes(function, center, step / 2);
        var (nearest, nearestGap) = Slopes(function, center, step / 4);
        var value = ((64 * nearest) - (20 * near) + far) / 45;
        var scale = Math.Max(1, Math.Abs(center));
        var farDefect = farGap - (2 * nearGap);
        var nearDefect = nearGap - (2 * nearestGap);
        var isSmooth = Math.Abs(farDefect - (8 * nearDefect)) <= LawTolerance * scale / step
            && Math.Abs(farDefect) <= GapTolerance * scale
            && Math.Abs(far - near - (4 * (near - nearest))) <= ParabolaTolerance * scale;
        return new(value, Math.Abs(value - (((4 * nearest) - near) / 3)), !isSmooth, step, Evaluations);
    }

    /// <summary>The mean of right and left slope, and the gap between them.</summary>
    private static (double Mean, double Gap) Slopes(Func<double, double> function, double center, double step)
    {
        double right = function(step), left = function(-step);
        return ((right - left) / (2 * step), (right - center - (center - left)) / step);
    }
}
