namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Networks;

/// <summary>What a chart shows, in words for those who do not see it.</summary>
internal static class Summary
{
    /// <summary>The chart in words.</summary>
    public static string Of(Chart chart) => string.Join(' ', Sentences(chart).Append(chart.Note).Where(sentence => sentence.Length > 0));

    private static IEnumerable<string> Sentences(Chart chart) => chart switch
    {
        Plot plot => Of(plot),
        ImageGrid images => [Of(images), Gaps.Of(images)],
        CountTable table => [Of(table)],
        Panels panels => panels.Charts.Select((inner, i) => $"Chart {i + 1} of {panels.Charts.Count}{(inner.Title.Length > 0 ? $", {inner.Title}" : string.Empty)}: {Of(inner)}"),
        _ => [],
    };

    private static IEnumerable<string> Of(Plot plot)
    {
        var (horizontal, vertical) = Places.RangesOf(plot);
        yield return $"{Of(horizontal, "Horizontally")}; {Of(vertical, "vertically")}.";
        foreach (var mark in plot.Marks)
        {
            yield return Of(plot, mark);
        }

        yield return Gaps.Of(plot);
    }

    private static string Of(AxisRange range, string direction) =>
        $"{direction} {(range.Axis.Label.Length == 0 ? "numbers" : range.Axis.Label)} from {Figure.Number(range.Low)} to {Figure.Number(range.High)}{(range.Axis.Scale == AxisScale.Logarithmic ? ", logarithmic" : string.Empty)}";

    private static string Of(Plot plot, Mark mark)
    {
        var name = mark.Name.Length == 0 ? string.Empty : $"{mark.Name}: ";
        return mark switch
        {
            Mark.Line line => $"{name}{Way("line", line.Points.Where(point => Places.Shows(plot, point)).ToArray())}",
            Mark.Trail trail => $"{name}{Way("path", trail.Points.Where(point => Places.Shows(plot, point)).ToArray())}",
            Mark.Dots dots => $"{name}{Figure.Counted(dots.Points.Count(point => Places.Shows(plot, point)), "point")}.",
            Mark.Bars bars => $"{name}{Highest(bars.Items.Where(bar => Places.Shows(plot, bar)).ToArray())}",
            Mark.Surface surface => $"{name}{Lowest(surface)}",
            Mark.Regions regions => Shares(regions.Map),
            Mark.Rule rule => $"{name}a line at {Figure.Number(rule.At)}.",
            _ => string.Empty,
        };
    }

    private static string Way(string noun, PlanePoint[] points)
    {
        if (points.Length == 0)
        {
            return $"a {noun} without points.";
        }

        var (first, last, lowest, highest) = (points[0], points[^1], points.MinBy(point => point.Y), points.MaxBy(point => point.Y));
        return points.Length == 1
            ? $"a single point at {At(first)}."
            : $"a {noun} of {Figure.Counted(points.Length, "point")} from {At(first)} to {At(last)}, lowest at {At(lowest)}, highest at {At(highest)}.";
    }

    private static string At(PlanePoint point) => $"({Figure.Number(point.X)}, {Figure.Number(point.Y)})";

    private static string Highest(Bar[] bars)
    {
        if (bars.Length == 0)
        {
            return "no bars.";
        }

        var highest = bars.MaxBy(bar => bar.Height);
        return $"{Figure.Counted(bars.Length, "bar")}, the highest, {Figure.Number(highest.Height)}, from {Figure.Number(highest.From)} to {Figure.Number(highest.To)}.";
    }

    private static string Lowest(Mark.Surface surface)
    {
        var shown = Enumerable.Range(0, surface.Grid.Count).Where(cell => Places.Shows(surface, surface.Heights[cell])).ToArray();
        if (shown.Length == 0)
        {
            return "no heights.";
        }

        var heights = surface.Heights.ToArray();
        var (lowest, highest) = (shown.MinBy(cell => heights[cell]), shown.MaxBy(cell => heights[cell]));
        return $"heights from {Figure.Number(heights[lowest])} at {At(surface.Grid[lowest])} to {Figure.Number(heights[highest])} at {At(surface.Grid[highest])}.";
    }

    private static string Shares(DecisionMap map)
    {
        var counts = Enumerable.Range(0, map.Grid.Count).CountBy(map.ClassAt).ToDictionary(entry => entry.Key, entry => entry.Value);
        return $"Regions of {map.ClassCount} classes: {string.Join(", ", Enumerable.Range(0, map.ClassCount).Select(index => $"class {index} has {Math.Round(100.0 * counts.GetValueOrDefault(index) / map.Grid.Count):0}% of the area"))}.";
    }

    private static string Of(ImageGrid images) => images.Tiles.IsEmpty
        ? "No images."
        : $"{Figure.Counted(images.Tiles.Count, "image")} of {images.Tiles[0].Rows} × {images.Tiles[0].Columns}{(images.Tone == Tone.Diverging ? ", positive numbers in one colour and negative ones in another" : string.Empty)}{Captions(images)}.";

    private static string Captions(ImageGrid images)
    {
        var captions = images.Tiles.Map(tile => tile.Caption).Where(caption => caption.Length > 0).ToArray();
        return captions.Length == 0 ? string.Empty : $": {string.Join("; ", captions)}";
    }

    private static string Of(CountTable table)
    {
        const int Named = 3;
        var mistakes = table.Counts.Mistakes.Take(Named).Select(cell => $"{table.Names[cell.Truth]} taken for {table.Names[cell.Predicted]} {Figure.Counted(cell.Count, "time")}").ToArray();
        return $"{table.Counts.Correct} of {Figure.Counted(table.Counts.Samples, "sample")} are taken for what they are. {(mistakes.Length == 0 ? "There are no mistakes." : $"Most frequent mistakes: {string.Join(", ", mistakes)}.")}";
    }
}
