namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Functional.Networks;

/// <summary>Draws marks within axes.</summary>
internal sealed class PlotDrawing
{
    private const double LegendHeight = 15;
    private const double SampleWidth = 22;

    /// <summary>How many signs a line has at most besides its dashes.</summary>
    private const int SignsOfLine = 7;
    private const int FewPoints = 12;

    private readonly Plot plot;
    private readonly int[] hues;
    private readonly bool covers;
    private readonly Canvas canvas = new();
    private readonly AxisRange horizontal;
    private readonly AxisRange vertical;
    private double left;
    private double top;
    private double wide;
    private double high;

    private PlotDrawing(Plot plot)
    {
        this.plot = plot;
        hues = Hues.Of(plot);
        covers = plot.Marks.Exists(mark => mark is Mark.Surface or Mark.Regions);
        (horizontal, vertical) = Places.RangesOf(plot);
    }

    /// <summary>The plot's elements.</summary>
    public static Drawn Of(Plot plot, string id, double width) => new PlotDrawing(plot).Draw(id, width);

    private Drawn Draw(string id, double width)
    {
        var y = canvas.Title(0, width, plot.Title);
        y = Legend(y, width);
        if (plot.Vertical.Label.Length > 0)
        {
            canvas.Text(0, y + 12, "start", plot.Vertical.Label, "m");
            y += Canvas.LineHeight + 1;
        }

        top = y + 6;
        var levels = Ticks.Of(vertical, Math.Max(2, (int)(plot.Aspect * (width - 40) / 34)));
        left = levels.Select(tick => Canvas.WidthOf(tick.Label)).Append(0).Max() + 6;
        wide = width - left - 8;
        high = plot.Aspect * wide;
        var places = Ticks.Of(horizontal, Math.Max(2, (int)(wide / 52)));
        Axes(places, levels);
        canvas.Raw($"<clipPath id=\"{id}-clip\"><rect x=\"{Figure.Place(left)}\" y=\"{Figure.Place(top)}\" width=\"{Figure.Place(wide)}\" height=\"{Figure.Place(high)}\"/></clipPath>");
        canvas.Raw($"<g clip-path=\"url(#{id}-clip)\">");
        for (var i = 0; i < plot.Marks.Count; i++)
        {
            Draw(plot.Marks[i], hues[i]);
        }

        canvas.Raw("</g>");
        y = top + high + Canvas.LineHeight + 3;
        if (plot.Horizontal.Label.Length > 0)
        {
            canvas.Text(left + (wide / 2), y + 10, "middle", plot.Horizontal.Label, "m");
            y += Canvas.LineHeight;
        }

        return new(canvas.Note(canvas.Note(y, width, Gaps.Of(plot)), width, plot.Note), canvas.ToString());
    }

    private double X(double value) => left + (horizontal.Share(value) * wide);

    private double Y(double value) => top + ((1 - vertical.Share(value)) * high);

    private PlanePoint At(PlanePoint point) => new(X(point.X), Y(point.Y));

    private void Axes(Tick[] places, Tick[] levels)
    {
        var grid = new PathText();
        foreach (var tick in levels)
        {
            grid.MoveTo(left, Y(tick.Value)).LineTo(left + wide, Y(tick.Value));
            canvas.Text(left - 4, Y(tick.Value) + 4, "end", tick.Label);
        }

        var free = double.NegativeInfinity;
        foreach (var tick in places)
        {
            var x = X(tick.Value);
            grid.MoveTo(x, top).LineTo(x, top + high);
            var half = Canvas.WidthOf(tick.Label) / 2;
            if (x - half < free)
            {
                continue;
            }

            // The outermost labels stay within the picture.
            var isLast = x + half > left + wide + 8;
            canvas.Text(isLast ? left + wide + 8 : x, top + high + 14, isLast ? "end" : "middle", tick.Label);
            free = x + half + 4;
        }

        canvas.Path(covers ? string.Empty : grid.ToString(), "g");
        canvas.Path(new PathText().MoveTo(left, top).LineTo(left, top + high).LineTo(left + wide, top + high).ToString(), "a");
    }

    private void Draw(Mark mark, int hue)
    {
        switch (mark)
        {
            case Mark.Line line:
                Line(line, hue);
                break;
            case Mark.Trail trail:
                Trail(trail, hue);
                break;
            case Mark.Dots dots:
                Signs(hue, Shown(dots.Points));
                break;
            case Mark.Bars bars:
                Bars(bars, hue);
                break;
            case Mark.Surface surface:
                Surface(surface, hue);
                break;
            case Mark.Regions regions:
                Regions(regions.Map);
                break;
            case Mark.Rule rule when (rule.IsUpright ? plot.Horizontal : plot.Vertical).Shows(rule.At):
                var path = rule.IsUpright
                    ? new PathText().MoveTo(X(rule.At), top).LineTo(X(rule.At), top + high)
                    : new PathText().MoveTo(left, Y(rule.At)).LineTo(left + wide, Y(rule.At));
                canvas.Path(path.ToString(), "a", " stroke-dasharray=\"3 3\"");
                break;
            default:
                break;
        }
    }

    private PlanePoint[] Shown(IEnumerable<PlanePoint> points) => [.. points.Where(point => Places.Shows(plot, point)).Select(At)];

    private void Signs(int hue, PlanePoint[] points)
    {
        var path = Sign.PathOf(hue, points);
        if (covers)
        {
            canvas.Path(path, $"{Sign.ClassOf(hue)} o");
        }

        canvas.Path(path, $"{Sign.ClassOf(hue)} h{hue}");
    }

    private void Line(Mark.Line line, int hue)
    {
        var path = new PathText();
        var lone = new List<PlanePoint>();
        var points = line.Points.ToArray();
        for (var i = 0; i < points.Length; i++)
        {
            if (!Places.Shows(plot, points[i]))
            {
                continue;
            }

            var (isFirst, isLast) = (i == 0 || !Places.Shows(plot, points[i - 1]), i == points.Length - 1 || !Places.Shows(plot, points[i + 1]));
            var at = At(points[i]);
            if (isFirst && isLast)
            {
                lone.Add(at);
            }
            else
            {
                _ = isFirst ? path.MoveTo(at.X, at.Y) : path.LineTo(at.X, at.Y);
            }
        }

        var shown = Shown(points);
        canvas.Path(path.ToString(), $"l h{hue}", Sign.DashOf(hue));
        var stride = shown.Length <= FewPoints ? 1 : (shown.Length + SignsOfLine - 1) / SignsOfLine;
        Signs(hue, [.. shown.Where((_, i) => (i + (stride > 1 ? hue * stride / Mark.HueCount : 0)) % stride == 0).Concat(lone).Distinct()]);
    }

    private void Trail(Mark.Trail trail, int hue)
    {
        var points = Shown(trail.Points);
        if (points.Length == 0)
        {
            return;
        }

        var path = points.Skip(1).Aggregate(new PathText().MoveTo(points[0].X, points[0].Y), (way, point) => way.LineTo(point.X, point.Y)).ToString();
        if (covers)
        {
            canvas.Path(points.Length > 1 ? path : string.Empty, "l o");
        }

        canvas.Path(points.Length > 1 ? path : string.Empty, $"l h{hue}", Sign.DashOf(hue));
        Signs(hue, [points[0]]);

        // The end is a ring with a point, so that it is no beginning.
        var (x, y) = (Figure.Place(points[^1].X), Figure.Place(points[^1].Y));
        canvas.Raw($"<circle class=\"p\" cx=\"{x}\" cy=\"{y}\" r=\"4.6\"/>");
        canvas.Raw($"<circle class=\"l h{hue}\" cx=\"{x}\" cy=\"{y}\" r=\"4.2\"/>");
        canvas.Raw($"<circle class=\"d h{hue}\" cx=\"{x}\" cy=\"{y}\" r=\"1.7\"/>");
    }

    private void Bars(Mark.Bars bars, int hue)
    {
        var path = new PathText();
        var floor = plot.Vertical.Scale == AxisScale.Linear ? Y(Math.Clamp(0, vertical.Low, vertical.High)) : top + high;
        foreach (var bar in bars.Items.Where(bar => bar.Height != 0 && Places.Shows(plot, bar)))
        {
            path.MoveTo(X(bar.From), floor).LineTo(X(bar.From), Y(bar.Height)).LineTo(X(bar.To), Y(bar.Height)).LineTo(X(bar.To), floor);
        }

        canvas.Path(path.ToString(), $"b h{hue}");
    }

    private void Surface(Mark.Surface surface, int hue)
    {
        var heights = surface.Heights.Select(height => Places.Shows(surface, height) ? height : double.NaN).ToArray();
        var finite = heights.Where(double.IsFinite).ToArray();
        if (finite.Length == 0)
        {
            return;
        }

        // Shares of the range are taken as on an axis, logarithmic or not.
        var (low, highest) = (finite.Min(), finite.Max());
        var range = new AxisRange(new Axis(string.Empty, surface.Scale), low, highest);
        double[] shares = highest > low ? [.. heights.Select(height => double.IsFinite(height) ? range.Share(height) : double.NaN)] : [.. heights.Select(height => height - low)];
        var shades = shares.Select(share => double.IsNaN(share) ? -1 : Math.Min(surface.Levels - 1, (int)(share * surface.Levels))).ToArray();
        var grid = surface.Grid;
        Cells(grid, shades, surface.Levels, shade => ($"f h{hue}", 0.06 + (0.74 * shade / (surface.Levels - 1))));
        var lines = new PathText();
        foreach (var level in Enumerable.Range(1, surface.Levels - 1))
        {
            Add(lines, grid, Contour.Of(shares, grid.Columns, (double)level / surface.Levels));
        }

        canvas.Path(lines.ToString(), $"n h{hue}");
    }

    private void Regions(DecisionMap map)
    {
        const int Strengths = 5;
        var grid = map.Grid;
        var classes = Math.Min(map.ClassCount, Mark.HueCount);
        var shades = Enumerable.Range(0, grid.Count).Select(cell =>
        {
            var index = map.ClassAt(cell);
            var score = map.ScoreAt(cell, index);

            // From an even chance to certainty.
            var even = 1.0 / map.ClassCount;
            return double.IsFinite(score)
                ? ((index % classes) * Strengths) + (int)Math.Clamp((score - even) / (1 - even) * Strengths, 0, Strengths - 1)
                : -1;
        }).ToArray();
        Cells(grid, shades, classes * Strengths, shade => ($"f h{shade / Strengths}", 0.08 + (0.09 * (shade % Strengths))));
        var lines = new PathText();
        foreach (var index in Enumerable.Range(map.ClassCount == 2 ? 1 : 0, map.ClassCount == 2 ? 1 : map.ClassCount))
        {
            Add(lines, grid, Contour.Of([.. Enumerable.Range(0, grid.Count).Select(cell => map.MarginAt(cell, index))], grid.Columns, 0));
        }

        canvas.Path(lines.ToString(), "a");
    }

    private void Cells(PlaneGrid grid, int[] shades, int count, Func<int, (string Classes, double Strength)> look)
    {
        // Shades run from the top; the grid from the bottom.
        var turned = Enumerable.Range(0, grid.Count).Select(i => shades[((grid.Rows - 1 - (i / grid.Columns)) * grid.Columns) + (i % grid.Columns)]).ToArray();
        var (x, y) = (X(grid.Left), Y(grid.Top));
        var (unitX, unitY) = ((X(grid.Right) - x) / grid.Columns, (Y(grid.Bottom) - y) / grid.Rows);
        canvas.Raw(string.Create(
            CultureInfo.InvariantCulture,
            $"<g transform=\"translate({Figure.Place(x)} {Figure.Place(y)}) scale({unitX:0.#####} {unitY:0.#####})\" shape-rendering=\"crispEdges\">"));
        var paths = CellRuns.Of(turned, grid.Columns, count);
        for (var shade = 0; shade < count; shade++)
        {
            var (classes, strength) = look(shade);
            canvas.Path(paths[shade], classes, string.Create(CultureInfo.InvariantCulture, $" stroke-opacity=\"{strength:0.##}\""));
        }

        canvas.Raw("</g>");
    }

    private void Add(PathText path, PlaneGrid grid, PlanePoint[][] lines)
    {
        foreach (var line in lines)
        {
            for (var i = 0; i < line.Length; i++)
            {
                var x = X(grid.Left + ((grid.Right - grid.Left) * line[i].X / grid.Columns));
                var y = Y(grid.Bottom + ((grid.Top - grid.Bottom) * line[i].Y / grid.Rows));
                _ = i == 0 ? path.MoveTo(x, y) : path.LineTo(x, y);
            }
        }
    }

    /// <summary>Draws what the names of marks belong to, in as many lines as it needs.</summary>
    /// <returns>Where the legend ends.</returns>
    private double Legend(double y, double width)
    {
        var named = plot.Marks.Select((mark, i) => (Mark: mark, Hue: hues[i])).Where(entry => entry.Mark.Name.Length > 0).ToArray();
        if (named.Length == 0)
        {
            return y;
        }

        var x = 0.0;
        y += LegendHeight;
        foreach (var (mark, hue) in named)
        {
            var words = mark is Mark.Surface surface ? $"{mark.Name} {RangeOf(surface)}" : mark.Name;
            var own = SampleWidth + Canvas.WidthOf(words) + 10;
            if (x > 0 && x + own - 10 > width)
            {
                x = 0;
                y += LegendHeight;
            }

            Sample(mark, hue, x, y - 4);
            canvas.Text(x + SampleWidth, y, "start", words);
            x += own;
        }

        return y + 3;
    }

    private void Sample(Mark mark, int hue, double x, double y)
    {
        var middle = Sign.PathOf(hue, [new(x + 9, y)]);
        switch (mark)
        {
            case Mark.Line or Mark.Trail:
                canvas.Path(new PathText().MoveTo(x, y).LineTo(x + 18, y).ToString(), $"l h{hue}", Sign.DashOf(hue));
                canvas.Path(middle, $"{Sign.ClassOf(hue)} h{hue}");
                break;
            case Mark.Dots:
                canvas.Path(middle, $"{Sign.ClassOf(hue)} h{hue}");
                break;
            case Mark.Rule:
                canvas.Path(new PathText().MoveTo(x, y).LineTo(x + 18, y).ToString(), "a", " stroke-dasharray=\"3 3\"");
                break;
            case Mark.Surface:
                for (var i = 0; i < 4; i++)
                {
                    canvas.Rectangle(x + (4.5 * i), y - 4, 4.5, 8, $"d h{hue}", string.Create(CultureInfo.InvariantCulture, $" fill-opacity=\"{0.06 + (0.74 * i / 3):0.##}\""));
                }

                break;
            default:
                canvas.Rectangle(x + 2, y - 4, 14, 8, $"b h{hue}");
                break;
        }
    }

    private static string RangeOf(Mark.Surface surface)
    {
        var shown = surface.Heights.Where(height => Places.Shows(surface, height)).ToArray();
        return shown.Length == 0 ? "(none)" : $"{Figure.Number(shown.Min())} to {Figure.Number(shown.Max())}";
    }
}
