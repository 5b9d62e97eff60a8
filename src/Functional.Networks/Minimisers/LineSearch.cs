namespace Functional.Networks;

using System;

/// <summary>
/// Looks along a line that begins downhill for a point that meets the strong Wolfe conditions: <c>φ(α) ≤ φ(0) + c₁·α·φ′(0)</c> and
/// <c>|φ′(α)| ≤ c₂·|φ′(0)|</c>.
/// </summary>
/// <remarks>
/// J. Nocedal, S. J. Wright, Numerical Optimization, 2nd edition 2006, algorithms 3.5 (bracketing) and 3.6 (zoom), with the cubic
/// interpolation of equation 3.59 kept a tenth of the interval away from its ends. A point that is not finite counts as too high, and
/// the interval before it is halved. Where no point meets the second condition, a point found that meets the first is taken: it is lower
/// than the beginning.
/// </remarks>
/// <param name="SufficientDecrease">c₁.</param>
/// <param name="Curvature">c₂, between c₁ and 1: the smaller, the closer to the minimum along the line.</param>
internal sealed record LineSearch(double SufficientDecrease, double Curvature)
{
    /// <summary>The most points that are tried along one line.</summary>
    private const int MaximumTrials = 30;

    /// <summary>By how much a bracketing step is longer than the one before, at most.</summary>
    private const double LargestGrowth = 10;

    /// <summary>By how much it is longer at least, as a share of the last growth.</summary>
    private const double SmallestGrowth = 0.01;

    /// <summary>How far from the ends of an interval the next point is at least, as a share of the interval.</summary>
    private const double Margin = 0.1;

    /// <summary>An interval that is so small a share of its ends is not divided any more.</summary>
    private const double SmallestShare = 1e-15;

    /// <summary>The search.</summary>
    /// <param name="at">Evaluates a point at a length.</param>
    /// <param name="start">The line's beginning, of length 0 and with a negative slope.</param>
    /// <param name="first">The first length to try, positive.</param>
    /// <returns>The point found; nothing where none is low enough.</returns>
    public Trial<T>? Along<T>(Func<double, Trial<T>> at, Trial<T> start, double first)
        where T : struct, IFloatingPointIeee754<T>
    {
        var (previous, length) = (start, first);
        for (var trials = 1; trials <= MaximumTrials; trials++)
        {
            var trial = at(length);
            if (IsTooHigh(trial, start) || (trials > 1 && trial.Height >= previous.Height))
            {
                return Zoom(at, start, previous, trial, MaximumTrials - trials);
            }

            if (IsFlat(trial, start))
            {
                return trial;
            }

            if (trial.Slope >= 0)
            {
                return Zoom(at, start, trial, previous, MaximumTrials - trials);
            }

            var (shortest, longest) = (length + (SmallestGrowth * (length - previous.Length)), length * LargestGrowth);
            var wanted = Interpolated(previous, trial);
            length = double.IsFinite(wanted) ? Math.Clamp(wanted, shortest, longest) : longest;
            previous = trial;
        }

        return previous.Length > 0 ? previous : null;
    }

    /// <summary>Narrows an interval that contains a point as wanted: <paramref name="low"/> is its lower end and meets the first condition.</summary>
    private Trial<T>? Zoom<T>(Func<double, Trial<T>> at, Trial<T> start, Trial<T> low, Trial<T> high, int trials)
        where T : struct, IFloatingPointIeee754<T>
    {
        for (; trials > 0; trials--)
        {
            var (from, to) = (Math.Min(low.Length, high.Length), Math.Max(low.Length, high.Length));
            if (!(to - from > SmallestShare * to))
            {
                break;
            }

            var wanted = high.IsFinite ? Interpolated(low, high) : double.NaN;
            var margin = Margin * (to - from);
            var trial = at(double.IsFinite(wanted) ? Math.Clamp(wanted, from + margin, to - margin) : from + ((to - from) / 2));
            if (IsTooHigh(trial, start) || trial.Height >= low.Height)
            {
                high = trial;
                continue;
            }

            if (IsFlat(trial, start))
            {
                return trial;
            }

            high = trial.Slope * (high.Length - low.Length) >= 0 ? low : high;
            low = trial;
        }

        return low.Length > 0 ? low : null;
    }

    private bool IsTooHigh<T>(Trial<T> trial, Trial<T> start)
        where T : struct, IFloatingPointIeee754<T> =>
        !trial.IsFinite || trial.Height > start.Height + (SufficientDecrease * trial.Length * start.Slope);

    private bool IsFlat<T>(Trial<T> trial, Trial<T> start)
        where T : struct, IFloatingPointIeee754<T> => Math.Abs(trial.Slope) <= -Curvature * start.Slope;

    /// <summary>Where the cubic through two points with their slopes has its minimum; NaN where it has none (equation 3.59).</summary>
    private static double Interpolated<T>(Trial<T> a, Trial<T> b)
        where T : struct, IFloatingPointIeee754<T>
    {
        var first = a.Slope + b.Slope - (3 * (a.Height - b.Height) / (a.Length - b.Length));
        var second = Math.Sqrt((first * first) - (a.Slope * b.Slope));
        second = b.Length >= a.Length ? second : -second;
        return b.Length - ((b.Length - a.Length) * (b.Slope + second - first) / (b.Slope - a.Slope + (2 * second)));
    }
}
