namespace Functional.Networks;

using System;
using System.Collections.Generic;
using System.Linq;

/// <summary>A rectangle of the plane cut into equal cells, each of which stands for its centre. Cells are counted row after row, from the lower left.</summary>
public sealed record PlaneGrid
{
    /// <summary>The most cells along one side.</summary>
    public const int MaximumSide = 4096;

    /// <summary>A grid over a rectangle.</summary>
    /// <param name="left">The smallest x, finite.</param>
    /// <param name="right">The largest x, above the smallest.</param>
    /// <param name="bottom">The smallest y, finite.</param>
    /// <param name="top">The largest y, above the smallest.</param>
    /// <param name="columns">The number of cells side by side, from 1 to <see cref="MaximumSide"/>.</param>
    /// <param name="rows">The number of cells above each other, from 1 to <see cref="MaximumSide"/>.</param>
    /// <exception cref="ArgumentException">The rectangle has no area or is not finite, or a number of cells is out of range.</exception>
    public PlaneGrid(double left, double right, double bottom, double top, int columns = 60, int rows = 60)
    {
        if (!(right > left) || !(top > bottom) || !double.IsFinite(right - left) || !double.IsFinite(top - bottom))
        {
            throw new ArgumentException($"A rectangle from ({left}, {bottom}) to ({right}, {top}) has no finite area; the second corner must lie to the right of the first and above it.", nameof(right));
        }

        RequireSide(columns, nameof(columns));
        RequireSide(rows, nameof(rows));
        (Left, Right, Bottom, Top, Columns, Rows) = (left, right, bottom, top, columns, rows);
    }

    /// <summary>The smallest x.</summary>
    public double Left { get; }

    /// <summary>The largest x.</summary>
    public double Right { get; }

    /// <summary>The smallest y.</summary>
    public double Bottom { get; }

    /// <summary>The largest y.</summary>
    public double Top { get; }

    /// <summary>The number of cells side by side.</summary>
    public int Columns { get; }

    /// <summary>The number of cells above each other.</summary>
    public int Rows { get; }

    /// <summary>The number of cells.</summary>
    public int Count => Columns * Rows;

    /// <summary>A cell's centre.</summary>
    /// <param name="cell">From 0, the lower left one, to <see cref="Count"/> − 1, the upper right one.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell.</exception>
    public PlanePoint this[int cell]
    {
        get
        {
            if ((uint)cell >= (uint)Count)
            {
                throw new ArgumentOutOfRangeException(nameof(cell), cell, $"There are {Count} cells; they are counted from 0 to {Count - 1}.");
            }

            return new(
                Math.FusedMultiplyAdd((Right - Left) / Columns, (cell % Columns) + 0.5, Left),
                Math.FusedMultiplyAdd((Top - Bottom) / Rows, (cell / Columns) + 0.5, Bottom));
        }
    }

    /// <summary>A grid over the smallest rectangle around some points, with a margin on each side.</summary>
    /// <param name="points">The points; those that are not finite are left out. Around a single point, or points on one upright or level line, the rectangle is made 2 wide or high.</param>
    /// <param name="margin">The margin as a share of the rectangle's width and height, at least 0.</param>
    /// <param name="columns">The number of cells side by side.</param>
    /// <param name="rows">The number of cells above each other.</param>
    /// <exception cref="ArgumentException">There are no finite points, or a number is out of range.</exception>
    public static PlaneGrid Around(IEnumerable<PlanePoint> points, double margin = 0.1, int columns = 60, int rows = 60)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (!double.IsFinite(margin) || margin < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "A margin must be finite and at least 0.");
        }

        var finite = points.Where(point => double.IsFinite(point.X) && double.IsFinite(point.Y)).ToArray();
        if (finite.Length == 0)
        {
            throw new ArgumentException("There are no finite points to lay a grid around.", nameof(points));
        }

        var (left, right) = Widened(finite.Min(point => point.X), finite.Max(point => point.X), margin);
        var (bottom, top) = Widened(finite.Min(point => point.Y), finite.Max(point => point.Y), margin);
        return new(left, right, bottom, top, columns, rows);
    }

    private static (double From, double To) Widened(double from, double to, double margin) =>
        to > from ? (from - (margin * (to - from)), to + (margin * (to - from))) : (from - 1, to + 1);

    private static void RequireSide(int cells, string name)
    {
        if (cells is < 1 or > MaximumSide)
        {
            throw new ArgumentOutOfRangeException(name, cells, $"A side must have from 1 to {MaximumSide} cells.");
        }
    }
}
