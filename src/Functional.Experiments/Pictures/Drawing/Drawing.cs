namespace Functional.Experiments;

using System;

/// <summary>Draws any chart.</summary>
internal static class Drawing
{
    /// <summary>The chart's elements.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="id">What names within it begin with.</param>
    /// <param name="width">How wide it is.</param>
    public static Drawn Of(Chart chart, string id, double width) => chart switch
    {
        Plot plot => PlotDrawing.Of(plot, id, width),
        ImageGrid images => ImageGridDrawing.Of(images, width),
        CountTable table => CountTableDrawing.Of(table, width),
        Panels panels => PanelsDrawing.Of(panels, id, width),
        _ => throw new ArgumentException($"There is no way to draw a {chart.GetType().Name}.", nameof(chart)),
    };
}
