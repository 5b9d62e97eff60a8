namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Networks;

/// <summary>A field of letters within axes.</summary>
internal sealed class TextArea
{
    private readonly AxisRange horizontal;
    private readonly AxisRange vertical;
    private readonly char[][] letters;
    private readonly HashSet<(int Row, int Column)> taken = [];

    /// <summary>An empty field.</summary>
    public TextArea(int columns, int rows, AxisRange horizontal, AxisRange vertical)
    {
        (Columns, this.horizontal, this.vertical) = (columns, horizontal, vertical);
        letters = [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Repeat(' ', columns).ToArray())];
    }

    /// <summary>The width in letters.</summary>
    public int Columns { get; }

    /// <summary>The lines from the top.</summary>
    public IEnumerable<string> Lines => letters.Select(line => new string(line));

    /// <summary>Puts a letter at a point; nothing where it is outside.</summary>
    public void Put(PlanePoint point, char letter) => PutShare(horizontal.Share(point.X), vertical.Share(point.Y), letter);

    /// <summary>Puts letters between two points, in every column between them.</summary>
    public void Connect(PlanePoint from, PlanePoint to, char letter)
    {
        var (first, last) = (horizontal.Share(from.X), horizontal.Share(to.X));
        var (low, high) = (vertical.Share(from.Y), vertical.Share(to.Y));
        var steps = 1 + (int)Math.Min(1000, 2 * Math.Max(Math.Abs(last - first) * Columns, Math.Abs(high - low) * letters.Length));
        for (var i = 1; i < steps; i++)
        {
            var share = (double)i / steps;
            PutShare(first + (share * (last - first)), low + (share * (high - low)), letter);
        }
    }

    /// <summary>Stands a bar on the lower end.</summary>
    public void Stand(Bar bar)
    {
        var (first, last) = (Math.Max(0, Column(bar.From)), Math.Min(Columns - 1, Column(bar.To) - 1));
        for (var column = first; column <= Math.Max(first, last) && column < Columns; column++)
        {
            for (var row = Math.Max(0, Row(bar.Height)); row < letters.Length; row++)
            {
                letters[row][column] = '#';
            }
        }
    }

    /// <summary>Fills the area with the letters of a grid's cells.</summary>
    public void Fill(PlaneGrid grid, Func<int, char> letterOf)
    {
        for (var row = 0; row < letters.Length; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                var x = horizontal.Low + ((horizontal.High - horizontal.Low) * (column + 0.5) / Columns);
                var y = vertical.High - ((vertical.High - vertical.Low) * (row + 0.5) / letters.Length);
                var (cellX, cellY) = (Math.Floor((x - grid.Left) / (grid.Right - grid.Left) * grid.Columns), Math.Floor((y - grid.Bottom) / (grid.Top - grid.Bottom) * grid.Rows));
                if (cellX >= 0 && cellX < grid.Columns && cellY >= 0 && cellY < grid.Rows)
                {
                    letters[row][column] = letterOf(((int)cellY * grid.Columns) + (int)cellX);
                }
            }
        }
    }

    /// <summary>Draws a line straight through, where nothing is.</summary>
    public void Cross(double at, bool isUpright)
    {
        var (column, row) = isUpright ? (Column(at), 0) : (0, Row(at));
        for (var i = 0; i < (isUpright ? letters.Length : Columns); i++)
        {
            var (y, x) = isUpright ? (i, column) : (row, i);
            if (y >= 0 && y < letters.Length && x >= 0 && x < Columns && letters[y][x] == ' ')
            {
                letters[y][x] = isUpright ? ':' : '-';
            }
        }
    }

    private void PutShare(double x, double y, char letter)
    {
        var (column, row) = (Cell(x, Columns), letters.Length - 1 - Cell(y, letters.Length));
        if (column < 0 || column >= Columns || row < 0 || row >= letters.Length)
        {
            return;
        }

        letters[row][column] = taken.Add((row, column)) || letters[row][column] == letter ? letter : '*';
    }

    private int Column(double x) => Cell(horizontal.Share(x), Columns);

    private int Row(double y) => letters.Length - 1 - Cell(vertical.Share(y), letters.Length);

    private static int Cell(double share, int count) => share == 1 ? count - 1 : (int)Math.Clamp(Math.Floor(share * count), -1, count);
}
