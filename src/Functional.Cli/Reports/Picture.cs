namespace Functional.Cli;

using System;
using System.Globalization;
using System.Linq;
using Functional.Data;

/// <summary>A sample's features as grey levels.</summary>
/// <param name="Rows">The number of rows.</param>
/// <param name="Columns">The number of columns.</param>
/// <param name="Levels">Row after row, each from 0 for the ground to 1 for ink.</param>
internal sealed record Picture(int Rows, int Columns, double[] Levels)
{
    private const string Ramp = " .:-=+*#%@";
    private const int SmallWidth = 16;

    /// <summary>The picture of a sample; nothing where its features are not arranged in rows and columns.</summary>
    public static Picture? Of(DataSet set, int sample)
    {
        if (!set.Shape.IsPicture)
        {
            return null;
        }

        var values = Enumerable.Range(0, set.FeatureCount).Select(feature => set.Features.ValueAt(sample, feature)).ToArray();
        var most = set.Scaling is Scaling.UnitInterval unit ? unit.Maximum : Math.Max(values.Max(), double.Epsilon);
        return new(set.Shape.Dimensions[0], set.Shape.Dimensions[1], [.. values.Select(value => Math.Clamp(value / most, 0, 1))]);
    }

    /// <summary>The width of a line of <see cref="Plain"/>, in letters.</summary>
    public int PlainWidth => Columns <= SmallWidth ? 2 * Columns : Columns;

    /// <summary>The width of a line of <see cref="Blocks"/>, in letters.</summary>
    public int BlocksWidth => Columns * Zoom;

    private int Zoom => Math.Max(1, SmallWidth / Columns);

    /// <summary>Lines of letters, darker ones for more ink: two for each pixel of a small picture, otherwise one for two pixels below each other.</summary>
    public string[] Plain()
    {
        var small = Columns <= SmallWidth;
        return [.. Enumerable.Range(0, small ? Rows : (Rows + 1) / 2).Select(line => string.Concat(Enumerable.Range(0, Columns).Select(column =>
            small ? new string(Letter(At(line, column)), 2) : $"{Letter((At(2 * line, column) + At((2 * line) + 1, column)) / 2)}")))];
    }

    /// <summary>Lines of half blocks with colours, as markup: each letter shows two pixels below each other.</summary>
    public string[] Blocks()
    {
        var zoom = Zoom;
        return [.. Enumerable.Range(0, ((Rows * zoom) + 1) / 2).Select(line => string.Concat(Enumerable.Range(0, Columns * zoom).Select(column =>
            $"[{Grey(At(2 * line / zoom, column / zoom))} on {Grey(At(((2 * line) + 1) / zoom, column / zoom))}]▀[/]")))];
    }

    private double At(int row, int column) => row < Rows ? Levels[(row * Columns) + column] : 0;

    private static char Letter(double level) => Ramp[(int)Math.Round(level * (Ramp.Length - 1), MidpointRounding.AwayFromZero)];

    private static string Grey(double level)
    {
        const int Darkest = 24;
        var value = Darkest + (int)Math.Round(level * (byte.MaxValue - Darkest), MidpointRounding.AwayFromZero);
        return string.Create(CultureInfo.InvariantCulture, $"#{value:x2}{value:x2}{value:x2}");
    }
}
