namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Functional.Networks;
using LanguageExt;

/// <summary>The results of a sweep as a picture: the figure against each axis, and where there are several rungs, against the epochs.</summary>
public static class SweepPicture
{
    private const int LongestLabel = 60;
    private const double WideRatio = 50;

    /// <summary>The picture.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="results">The results; where there are none, the panels are empty.</param>
    public static Chart Of(Sweep sweep, Seq<TrialResult> results)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        var standings = SweepStanding.Of(sweep.Figure, results).Filter(own => own.Mean.IsSome).ToArray();
        var rungs = sweep.Rungs;
        var panels = sweep.Axes.ToArray().Select((axis, i) => (Chart)Against(sweep, axis, i, standings)).ToArray();
        var diverged = results.Filter(own => own.HasDiverged).Count;
        var words = SweepFigures.Names.NameOf(sweep.Figure).IfNone(string.Empty).Replace('-', ' ');
        return new Panels(
            $"{char.ToUpperInvariant(words[0])}{words[1..]} by setting",
            rungs.Count > 1 || panels.Length == 0 ? [ByEpochs(sweep, results, standings), .. panels] : panels,
            columns: panels.Length > 1 || rungs.Count > 1 ? 2 : 1,
            note: diverged == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{diverged} {(diverged == 1 ? "trial" : "trials")} diverged and {(diverged == 1 ? "is" : "are")} not shown."));
    }

    private static Plot Against(Sweep sweep, SweepAxis axis, int number, SweepStanding[] standings)
    {
        var numbers = standings.Select(own => Number(own.Values[number])).ToArray();
        var isNumeric = numbers.All(own => own is not null);
        var names = standings.Select(own => own.Values[number]).Distinct(StringComparer.Ordinal).ToArray();
        if (axis is SweepAxis.Values values)
        {
            names = [.. values.Options.Filter(names.Contains)];
        }

        var isLogarithmic = isNumeric && numbers.Length > 0 && numbers.Min() > 0 && (axis.IsLogarithmic || numbers.Max() / numbers.Min() > WideRatio);
        var points = standings.Select((own, i) => (own.Rung, Point: new PlanePoint(isNumeric ? numbers[i]!.Value : Array.IndexOf(names, own.Values[number]) + 1, own.Mean.IfNone(0)))).ToArray();
        return new Plot(
            axis.Path,
            isNumeric ? new Axis(axis.Path, isLogarithmic ? AxisScale.Logarithmic : AxisScale.Linear) : new Axis(Legend(names), lowest: 0.5, highest: names.Length + 0.5),
            Vertical(sweep),
            Marks(sweep, points),
            aspect: 0.8);
    }

    private static IEnumerable<Mark> Marks(Sweep sweep, (int Rung, PlanePoint Point)[] points)
    {
        var rungs = sweep.Rungs;
        foreach (var rung in rungs)
        {
            var own = points.Skip(1).Where(each => each.Rung == rung.Number).Select(each => each.Point).ToArray();
            if (own.Length > 0)
            {
                yield return new Mark.Dots(
                    rung.Epochs.Match(Some: epochs => string.Create(CultureInfo.InvariantCulture, $"up to {epochs} epochs"), None: () => "trials"), own, 1 + ((rung.Number - 1) % (Mark.HueCount - 1)));
            }
        }

        if (points.Length > 0)
        {
            yield return new Mark.Dots("the best", [points[0].Point], 0);
        }
    }

    /// <summary>The way of each point over the rungs; those of the last rung above all others.</summary>
    private static Plot ByEpochs(Sweep sweep, Seq<TrialResult> results, SweepStanding[] standings)
    {
        const int Others = 6;
        var means = sweep.Rungs.Map(rung => SweepStanding.Of(sweep.Figure, results.Filter(own => own.Trial.Rung == rung.Number).Strict()).ToArray()).ToArray();
        var lines = standings.Select((own, place) => (place, Line: sweep.Rungs.ToArray()
            .SelectMany(rung => means[rung.Number - 1].Where(each => each.Point == own.Point).SelectMany(each => each.Mean).Select(mean => new PlanePoint(rung.Epochs.IfNone(1), mean)))
            .ToArray()));
        var epochs = sweep.Rungs.Map(rung => rung.Epochs.IfNone(1)).ToArray();
        return new Plot(
            "Rung by rung",
            new Axis("epochs", epochs[^1] > 8 * epochs[0] ? AxisScale.Logarithmic : AxisScale.Linear),
            Vertical(sweep),
            lines.Reverse().Where(own => own.Line.Length > 0).Select(own => (Mark)new Mark.Line(own.place == 0 ? "the best" : string.Empty, own.Line, own.place == 0 ? 0 : Others)),
            aspect: 0.8);
    }

    private static Axis Vertical(Sweep sweep) => new(SweepFigures.Names.NameOf(sweep.Figure).IfNone(string.Empty).Replace('-', ' '), isPercent: sweep.Figure.IsAccuracy());

    private static string Legend(string[] names)
    {
        var text = string.Join(", ", names.Select((name, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}: {SweepText.Shown(name)}")));
        return text.Length <= LongestLabel ? text : $"{text[..LongestLabel]}…";
    }

    private static double? Number(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
