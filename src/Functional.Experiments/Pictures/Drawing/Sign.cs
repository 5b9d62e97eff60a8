namespace Functional.Experiments;

using System.Collections.Generic;
using System.Linq;
using Functional.Networks;

/// <summary>Hues are not told apart by colour alone: each has a sign and dashes of its own.</summary>
internal static class Sign
{
    private static readonly string[] Shapes = ["h0", "h0", "l3.3 5.6h-6.6z", "l3.4 3.4-3.4 3.4-3.4-3.4z", "h6m-3-3v6", "l4.8 4.8m0-4.8-4.8 4.8", "l-3.3-5.6h6.6z"];
    private static readonly (double X, double Y)[] Starts = [(0, 0), (0, 0), (0, -3.4), (0, -3.4), (-3, 0), (-2.4, -2.4), (0, 3.4)];
    private static readonly string[] Classes = ["s", "q", "d", "d", "x", "x", "d"];
    private static readonly string[] Dashes = ["", "6 3", "2 2", "9 3 2 3", "12 3", "4 2 1 2", "1 3"];

    /// <summary>How a hue's signs are drawn.</summary>
    public static string ClassOf(int hue) => Classes[hue];

    /// <summary>A hue's dashes as an attribute; empty for the first hue.</summary>
    public static string DashOf(int hue) => Dashes[hue].Length == 0 ? string.Empty : $" stroke-dasharray=\"{Dashes[hue]}\"";

    /// <summary>A hue's sign at every point.</summary>
    public static string PathOf(int hue, IEnumerable<PlanePoint> points) => points.Aggregate(
        new PathText(),
        (path, point) => hue < 2
            ? path.MoveTo(point.X, point.Y).Shape(Shapes[hue])
            : path.MoveTo(point.X + Starts[hue].X, point.Y + Starts[hue].Y).Shape(Shapes[hue]),
        path => path.ToString());
}
