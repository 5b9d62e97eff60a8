namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Networks;

/// <summary>Where the marks of a plot lie.</summary>
internal static class Places
{
    /// <summary>Whether a point has a place.</summary>
    public static bool Shows(Plot plot, PlanePoint point) => plot.Horizontal.Shows(point.X) && plot.Vertical.Shows(point.Y);

    /// <summary>Whether a bar has a place; on a logarithmic axis a bar of height 0 is one that nothing is seen of.</summary>
    public static bool Shows(Plot plot, Bar bar) =>
        plot.Horizontal.Shows(bar.From) && plot.Horizontal.Shows(bar.To) && (plot.Vertical.Shows(bar.Height) || bar.Height == 0);

    /// <summary>Whether a height has a shade.</summary>
    public static bool Shows(Mark.Surface surface, double height) => Math.Abs(height) <= 1e150 && (surface.Scale == AxisScale.Linear || height >= 1e-150);

    /// <summary>The ranges of both axes.</summary>
    public static (AxisRange Horizontal, AxisRange Vertical) RangesOf(Plot plot)
    {
        var covers = plot.Marks.Exists(mark => mark is Mark.Surface or Mark.Regions);
        var hasDots = plot.Marks.Exists(mark => mark is Mark.Dots);
        return (
            AxisRange.Of(plot.Horizontal, Ends(Numbers(plot, point => point.X, bar => [bar.From, bar.To], grid => [grid.Left, grid.Right], isUpright: true), plot.Horizontal), covers || !hasDots ? 0 : 0.03),
            AxisRange.Of(
                plot.Vertical,
                Ends(Numbers(plot, point => point.Y, bar => plot.Vertical.Scale == AxisScale.Linear ? [0, bar.Height] : [bar.Height], grid => [grid.Bottom, grid.Top], isUpright: false), plot.Vertical),
                covers ? 0 : 0.05));
    }

    private static (double Low, double High)? Ends(IEnumerable<double> numbers, Axis axis)
    {
        var shown = numbers.Where(axis.Shows).ToArray();
        return shown.Length == 0 ? null : (shown.Min(), shown.Max());
    }

    private static IEnumerable<double> Numbers(
        Plot plot, Func<PlanePoint, double> ofPoint, Func<Bar, double[]> ofBar, Func<PlaneGrid, double[]> ofGrid, bool isUpright)
    {
        // Where the plane is covered, lines that lead out of it do not make it larger.
        var covering = plot.Marks.SelectMany(mark => mark switch
        {
            Mark.Surface surface => ofGrid(surface.Grid),
            Mark.Regions regions => ofGrid(regions.Map.Grid),
            _ => [],
        }).ToArray();
        return covering.Length > 0 ? covering : plot.Marks.SelectMany(mark => mark switch
        {
            Mark.Line line => Of(line.Points),
            Mark.Trail trail => Of(trail.Points),
            Mark.Dots dots => Of(dots.Points),
            Mark.Bars bars => bars.Items.Where(bar => Shows(plot, bar)).SelectMany(ofBar),
            Mark.Rule rule => rule.IsUpright == isUpright ? [rule.At] : [],
            _ => [],
        });

        IEnumerable<double> Of(IEnumerable<PlanePoint> points) => points.Where(point => Shows(plot, point)).Select(ofPoint);
    }
}
