namespace Functional.Experiments;

using System;
using System.Globalization;
using System.Linq;

/// <summary>Draws small images.</summary>
internal static class ImageGridDrawing
{
    /// <summary>How many shades there are, for each sign: enough to see a picture, few enough for long runs.</summary>
    private const int Shades = 8;
    private const double Gap = 5;

    /// <summary>The images' elements.</summary>
    public static Drawn Of(ImageGrid images, double width)
    {
        var canvas = new Canvas();
        var y = canvas.Title(0, width, images.Title) + 4;
        var side = (width - (Gap * (images.Columns - 1))) / images.Columns;
        var common = images.IsCommonScale ? Scale(images.Tone, [.. images.Tiles.SelectMany(tile => tile.Values)]) : default;
        for (var first = 0; first < images.Tiles.Count; first += images.Columns)
        {
            var row = images.Tiles.Skip(first).Take(images.Columns).ToArray();
            var height = row.Max(tile => side * tile.Rows / tile.Columns);
            var hasCaptions = row.Any(tile => tile.Caption.Length > 0);
            for (var i = 0; i < row.Length; i++)
            {
                var x = i * (side + Gap);
                var own = images.IsCommonScale ? common : Scale(images.Tone, [.. row[i].Values]);
                Draw(canvas, row[i], images.Tone, own, x, y, side);
                if (hasCaptions)
                {
                    canvas.Text(x + (side / 2), y + height + 11, "middle", row[i].Caption);
                }
            }

            y += height + Gap + (hasCaptions ? Canvas.LineHeight : 0);
        }

        return new(canvas.Note(canvas.Note(y, width, Gaps.Of(images)), width, images.Note), canvas.ToString());
    }

    /// <summary>Draws one image with its left upper corner at a place.</summary>
    public static void Draw(Canvas canvas, Tile tile, Tone tone, (double Low, double High) scale, double x, double y, double side)
    {
        var unit = side / tile.Columns;
        var shades = tile.Values.Select(value => Shade(value, tone, scale)).ToArray();
        canvas.Raw(string.Create(
            CultureInfo.InvariantCulture, $"<g transform=\"translate({Figure.Place(x)} {Figure.Place(y)}) scale({unit:0.####})\" shape-rendering=\"crispEdges\">"));
        var paths = CellRuns.Of(shades, tile.Columns, 2 * Shades);
        for (var shade = 0; shade < paths.Length; shade++)
        {
            var strength = (double)((shade % Shades) + 1) / Shades;
            canvas.Path(
                paths[shade],
                tone == Tone.Diverging ? shade < Shades ? "f h0" : "f h1" : "f",
                string.Create(CultureInfo.InvariantCulture, $" stroke-opacity=\"{strength:0.##}\""));
        }

        canvas.Raw("</g>");
        canvas.Rectangle(x, y, side, unit * tile.Rows, "g");
    }

    /// <summary>The numbers that are empty and full ink; for signed numbers the largest magnitude is full.</summary>
    public static (double Low, double High) Scale(Tone tone, double[] values)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        if (finite.Length == 0)
        {
            return (0, 1);
        }

        return tone == Tone.Diverging ? (0, finite.Max(Math.Abs)) : (finite.Min(), finite.Max());
    }

    /// <summary>−1 where nothing is drawn; positive numbers have the first shades, negative ones the last.</summary>
    private static int Shade(double value, Tone tone, (double Low, double High) scale)
    {
        if (!double.IsFinite(value) || !(scale.High > scale.Low))
        {
            return -1;
        }

        // Halves, since a difference may be too large for a number.
        var magnitude = tone == Tone.Diverging ? Math.Abs(value) : value;
        var share = ((magnitude / 2) - (scale.Low / 2)) / ((scale.High / 2) - (scale.Low / 2));
        var shade = (int)Math.Round(share * Shades, MidpointRounding.AwayFromZero) - 1;
        return shade < 0 ? -1 : tone == Tone.Diverging && value < 0 ? Shades + shade : shade;
    }
}
