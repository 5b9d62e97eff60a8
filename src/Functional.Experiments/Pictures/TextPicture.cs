namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Functional.Networks;
using LanguageExt;

/// <summary>A plot in letters, for a terminal without colours.</summary>
/// <remarks>
/// Lines, paths and points are drawn with the letter that the legend tells, * where several meet; a line goes through every column, so it shows no more
/// than that many of its points. Decisions are a letter for each class, large where it has at least nine tenths of the score; heights run from light
/// to dense letters.
/// </remarks>
public static class TextPicture
{
    private const int FewestColumns = 24;
    private const double Sure = 0.9;
    private const string Ramp = " .:-=+%#@";

    /// <summary>The lines of a plot, none wider than asked for.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="columns">The width in letters, at least 24.</param>
    /// <param name="rows">The height of the area within the axes, from 3 to 200.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width or the height is out of range.</exception>
    public static Seq<string> Of(Plot plot, int columns = 60, int rows = 14)
    {
        ArgumentNullException.ThrowIfNull(plot);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, FewestColumns);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 3);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, 200);
        var (horizontal, vertical) = Places.RangesOf(plot);
        var (bottom, top) = Ends(vertical);
        string[] levels = [top, bottom];
        var left = levels.Max(level => level.Length);
        var area = new TextArea(columns - left - 2, rows, horizontal, vertical);
        var names = new List<string>();
        var letter = plot.Marks.Exists(mark => mark is Mark.Regions) ? '0' : 'a';
        foreach (var mark in plot.Marks)
        {
            var own = mark is Mark.Surface or Mark.Regions or Mark.Rule or Mark.Bars ? ' ' : letter++;
            Draw(plot, area, mark, own);
            if (mark is Mark.Regions)
            {
                names.Add("A, B, … the classes, large where sure");
            }
            else if (mark.Name.Length > 0)
            {
                names.Add(own == ' ' ? mark.Name : $"{own} {mark.Name}");
            }
        }

        var lines = area.Lines.Select((line, row) => $"{(row == 0 ? levels[0] : row == rows - 1 ? levels[1] : string.Empty).PadLeft(left)} |{line}".TrimEnd());
        var (from, to) = Ends(horizontal);
        var label = horizontal.Axis.Label;
        var room = Math.Max(1, area.Columns - from.Length - to.Length);
        var middle = label.Length + 2 <= room ? label : string.Empty;
        string[] all =
        [
            .. Broken(plot.Title, columns),
            .. Broken(string.Join("; ", names), columns),
            .. Broken(vertical.Axis.Label, columns),
            .. lines,
            $"{new string(' ', left)} +{new string('-', area.Columns)}",
            $"{new string(' ', left + 2)}{from}{Centred(middle, room)}{to}",
            .. middle.Length == 0 ? Broken(label, columns) : [],
            .. Broken(Gaps.Of(plot), columns),
            .. Broken(plot.Note, columns),
        ];
        return all.ToSeq().Strict();
    }

    /// <summary>The ends of an axis, with as many digits as tell them apart.</summary>
    private static (string Low, string High) Ends(AxisRange range)
    {
        if (range.Axis.IsPercent)
        {
            return (Percent(range.Low), Percent(range.High));
        }

        var (low, high) = (Figure.Number(range.Low), Figure.Number(range.High));
        for (var digits = 5; string.Equals(low, high, StringComparison.Ordinal) && digits <= 17; digits++)
        {
            var format = string.Create(CultureInfo.InvariantCulture, $"G{digits}");
            (low, high) = (range.Low.ToString(format, CultureInfo.InvariantCulture), range.High.ToString(format, CultureInfo.InvariantCulture));
        }

        return (low, high);

        static string Percent(double share) => (100 * share).ToString("0.#", CultureInfo.InvariantCulture) + "%";
    }

    private static void Draw(Plot plot, TextArea area, Mark mark, char letter)
    {
        switch (mark)
        {
            case Mark.Line line:
                Connect(plot, area, line.Points, letter);
                break;
            case Mark.Trail trail:
                Connect(plot, area, trail.Points, letter);
                break;
            case Mark.Dots dots:
                foreach (var point in dots.Points.Where(point => Places.Shows(plot, point)))
                {
                    area.Put(point, letter);
                }

                break;
            case Mark.Bars bars:
                foreach (var bar in bars.Items.Where(bar => bar.Height != 0 && Places.Shows(plot, bar)))
                {
                    area.Stand(bar);
                }

                break;
            case Mark.Surface surface:
                var shown = surface.Heights.Where(height => Places.Shows(surface, height)).ToArray();
                if (shown.Length > 0 && shown.Max() > shown.Min())
                {
                    var range = new AxisRange(new Axis(string.Empty, surface.Scale), shown.Min(), shown.Max());
                    area.Fill(surface.Grid, cell => Places.Shows(surface, surface.Heights[cell])
                        ? Ramp[Math.Min(Ramp.Length - 1, (int)(range.Share(surface.Heights[cell]) * Ramp.Length))]
                        : ' ');
                }

                break;
            case Mark.Regions regions:
                area.Fill(regions.Map.Grid, cell =>
                {
                    var index = regions.Map.ClassAt(cell);
                    var own = (char)('a' + (index % 26));
                    return regions.Map.ScoreAt(cell, index) >= Sure ? char.ToUpperInvariant(own) : own;
                });
                break;
            case Mark.Rule rule when (rule.IsUpright ? plot.Horizontal : plot.Vertical).Shows(rule.At):
                area.Cross(rule.At, rule.IsUpright);
                break;
            default:
                break;
        }
    }

    private static void Connect(Plot plot, TextArea area, Seq<PlanePoint> points, char letter)
    {
        for (var i = 0; i < points.Count; i++)
        {
            if (!Places.Shows(plot, points[i]))
            {
                continue;
            }

            area.Put(points[i], letter);
            if (i > 0 && Places.Shows(plot, points[i - 1]))
            {
                area.Connect(points[i - 1], points[i], letter);
            }
        }
    }

    private static string Centred(string words, int room)
    {
        var before = (room - words.Length) / 2;
        return $"{new string(' ', before)}{words}{new string(' ', room - words.Length - before)}";
    }

    private static IEnumerable<string> Broken(string words, int width)
    {
        for (var rest = words; rest.Length > 0;)
        {
            var cut = rest.Length <= width ? rest.Length : rest.LastIndexOf(' ', width);
            cut = cut <= 0 ? Math.Min(width, rest.Length) : cut;
            yield return rest[..cut];
            rest = rest[cut..].TrimStart();
        }
    }
}
