namespace Functional.Experiments;

using System.Collections.Generic;
using System.Linq;
using Functional.Networks;

/// <summary>The lines along which numbers on a grid take a value.</summary>
/// <remarks>
/// Marching squares (W. E. Lorensen, H. E. Cline 1987, in two dimensions): between the centres of neighbouring cells the value is interpolated; in
/// the middle of a saddle it is the mean of the four. Squares with a number that is not finite have no line.
/// </remarks>
internal static class Contour
{
    /// <summary>The lines, each from one end to the other, or around to its beginning.</summary>
    /// <param name="values">Row after row from the bottom.</param>
    /// <param name="columns">The number of cells side by side.</param>
    /// <param name="level">The value.</param>
    /// <returns>Points in units of cells: the first cell's centre is (½, ½).</returns>
    public static PlanePoint[][] Of(double[] values, int columns, double level)
    {
        var segments = new List<(long From, long To)>();
        var places = new Dictionary<long, PlanePoint>();
        var rows = values.Length / columns;
        for (var row = 0; row < rows - 1; row++)
        {
            for (var column = 0; column < columns - 1; column++)
            {
                Cut(values, columns, column, row, level, segments, places);
            }
        }

        return [.. Joined(segments).Select(line => line.Select(edge => places[edge]).ToArray())];
    }

    private static void Cut(
        double[] values, int columns, int column, int row, double level, List<(long From, long To)> segments, Dictionary<long, PlanePoint> places)
    {
        var at = (row * columns) + column;
        double[] corners = [values[at], values[at + 1], values[at + columns + 1], values[at + columns]];
        if (!corners.All(double.IsFinite))
        {
            return;
        }

        // The edges below, to the right, above and to the left; each is between a corner and the next one.
        long[] edges = [2L * at, (2L * (at + 1)) + 1, 2L * (at + columns), (2L * at) + 1];
        (double X, double Y)[] ends = [(0.5, 0.5), (1.5, 0.5), (1.5, 1.5), (0.5, 1.5)];
        var cut = Enumerable.Range(0, 4).Where(i => corners[i] >= level != corners[(i + 1) % 4] >= level).ToArray();
        foreach (var i in cut)
        {
            var next = (i + 1) % 4;
            var share = (level - corners[i]) / (corners[next] - corners[i]);
            places.TryAdd(edges[i], new(column + ends[i].X + (share * (ends[next].X - ends[i].X)), row + ends[i].Y + (share * (ends[next].Y - ends[i].Y))));
        }

        if (cut.Length == 2)
        {
            segments.Add((edges[cut[0]], edges[cut[1]]));
        }
        else if (cut.Length == 4)
        {
            var isLinked = (corners[0] / 4) + (corners[1] / 4) + (corners[2] / 4) + (corners[3] / 4) >= level == corners[0] >= level;
            segments.Add(isLinked ? (edges[0], edges[1]) : (edges[3], edges[0]));
            segments.Add(isLinked ? (edges[2], edges[3]) : (edges[1], edges[2]));
        }
    }

    /// <summary>Segments that share an edge become one line.</summary>
    private static IEnumerable<LinkedList<long>> Joined(List<(long From, long To)> segments)
    {
        var at = segments.SelectMany((segment, i) => new[] { (Edge: segment.From, Index: i), (Edge: segment.To, Index: i) })
            .GroupBy(end => end.Edge)
            .ToDictionary(ends => ends.Key, ends => ends.Select(end => end.Index).ToArray());
        var used = new bool[segments.Count];
        for (var start = 0; start < segments.Count; start++)
        {
            if (used[start])
            {
                continue;
            }

            used[start] = true;
            var line = new LinkedList<long>([segments[start].From, segments[start].To]);
            while (Next(line.Last!.Value) is { } edge)
            {
                line.AddLast(edge);
            }

            while (Next(line.First!.Value) is { } edge)
            {
                line.AddFirst(edge);
            }

            yield return line;
        }

        long? Next(long edge)
        {
            foreach (var i in at[edge])
            {
                if (!used[i])
                {
                    used[i] = true;
                    return segments[i].From == edge ? segments[i].To : segments[i].From;
                }
            }

            return null;
        }
    }
}
