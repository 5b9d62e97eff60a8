namespace Functional.Experiments;

using System;
using System.Linq;
using LanguageExt;

/// <summary>How a point of a sweep stands: its trials on the last rung that it reached.</summary>
/// <param name="Point">The point, counted from 1.</param>
/// <param name="Values">The value of each axis as JSON.</param>
/// <param name="Rung">The last rung that it reached, counted from 1.</param>
/// <param name="Trials">Its trials there, by number.</param>
/// <param name="Mean">The mean of the figure over them; none where one of them diverged.</param>
/// <param name="Deviation">The standard deviation of the figure over them, with the divisor n − 1; none where there are fewer than two, or one diverged.</param>
public sealed record SweepStanding(int Point, Seq<string> Values, int Rung, Seq<TrialResult> Trials, Option<double> Mean, Option<double> Deviation)
{
    /// <summary>The value of each axis as JSON.</summary>
    public Seq<string> Values { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Values);

    /// <summary>Its trials there, by number.</summary>
    public Seq<TrialResult> Trials { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Trials);

    /// <summary>All points, the best first: those that came further, then those with the better figure, those that diverged last; the first of equals by number.</summary>
    /// <param name="figure">What they are compared by.</param>
    /// <param name="results">The results.</param>
    public static Seq<SweepStanding> Of(SweepFigure figure, Seq<TrialResult> results) => Given.NoNulls(results)
        .GroupBy(result => result.Trial.Point)
        .Select(own => Of(figure, own.Key, [.. own.Where(result => result.Trial.Rung == own.Max(each => each.Trial.Rung)).OrderBy(result => result.Trial.Number)]))
        .OrderByDescending(own => own.Rung)
        .ThenBy(own => own.Mean.IsNone)
        .ThenBy(own => own.Mean.Map(mean => figure.IsAccuracy() ? -mean : mean).IfNone(0))
        .ThenBy(own => own.Point)
        .ToArray().ToSeq().Strict();

    private static SweepStanding Of(SweepFigure figure, int point, TrialResult[] trials)
    {
        var figures = trials.SelectMany(trial => trial.Final).Select(final => figure.Of(final)).ToArray();
        var mean = figures.Sum() / figures.Length;
        var isWhole = figures.Length == trials.Length;
        return new(
            point,
            trials[0].Values,
            trials[0].Trial.Rung,
            trials.ToSeq().Strict(),
            isWhole ? mean : Option<double>.None,
            isWhole && figures.Length > 1 ? Math.Sqrt(figures.Sum(own => (own - mean) * (own - mean)) / (figures.Length - 1)) : Option<double>.None);
    }
}
