namespace Functional.Experiments;

using System.Collections.Generic;
using System.Linq;
using Functional.Networks;

/// <summary>What a chart cannot show, in words; nothing where it shows all.</summary>
internal static class Gaps
{
    /// <summary>What of a plot has no place on its axes.</summary>
    public static string Of(Plot plot)
    {
        var missing = plot.Marks.Select(mark => (Name: mark.Name.Length == 0 ? "a mark" : mark.Name, Count: Missing(plot, mark))).Where(mark => mark.Count > 0).ToArray();
        return missing.Length == 0 ? string.Empty : $"Not finite{(IsLogarithmic(plot) ? " or not above 0" : string.Empty)}, so not drawn: {string.Join(", ", missing.Select(mark => $"{mark.Count} of {mark.Name}"))}.";
    }

    /// <summary>What of images is not finite.</summary>
    public static string Of(ImageGrid images)
    {
        var missing = images.Tiles.Sum(tile => tile.Values.Count(value => !double.IsFinite(value)));
        return missing == 0 ? string.Empty : $"Not finite, so not drawn: {Figure.Counted(missing, "number")}.";
    }

    private static bool IsLogarithmic(Plot plot) => plot.Horizontal.Scale == AxisScale.Logarithmic || plot.Vertical.Scale == AxisScale.Logarithmic;

    private static int Missing(Plot plot, Mark mark) => mark switch
    {
        Mark.Line line => Missing(plot, line.Points),
        Mark.Trail trail => Missing(plot, trail.Points),
        Mark.Dots dots => Missing(plot, dots.Points),
        Mark.Bars bars => bars.Items.Count(bar => !Places.Shows(plot, bar)),
        Mark.Surface surface => surface.Heights.Count(height => !Places.Shows(surface, height)),
        Mark.Regions regions => Enumerable.Range(0, regions.Map.Grid.Count).Count(cell => !double.IsFinite(regions.Map.ScoreAt(cell, regions.Map.ClassAt(cell)))),
        Mark.Rule rule => (rule.IsUpright ? plot.Horizontal : plot.Vertical).Shows(rule.At) ? 0 : 1,
        _ => 0,
    };

    private static int Missing(Plot plot, IEnumerable<PlanePoint> points) => points.Count(point => !Places.Shows(plot, point));
}
