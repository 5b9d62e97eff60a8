namespace Functional.Experiments;

using System.Globalization;
using System.Text;

/// <summary>Cells of equal shade as level strokes of width 1, one for each run: a small picture of numbers in few letters.</summary>
internal static class CellRuns
{
    /// <summary>The strokes of every shade.</summary>
    /// <param name="shades">A shade for each cell, row after row from the top; −1 for none.</param>
    /// <param name="columns">The number of cells side by side.</param>
    /// <param name="count">The number of shades.</param>
    /// <returns>A path for each shade, in units of cells; empty where no cell has it.</returns>
    public static string[] Of(int[] shades, int columns, int count)
    {
        var paths = new StringBuilder[count];
        for (var shade = 0; shade < count; shade++)
        {
            paths[shade] = new();
        }

        for (var from = 0; from < shades.Length;)
        {
            var to = from + 1;
            while (to % columns != 0 && shades[to] == shades[from])
            {
                to++;
            }

            if (shades[from] >= 0)
            {
                paths[shades[from]].Append(CultureInfo.InvariantCulture, $"M{from % columns} {from / columns}.5h{to - from}");
            }

            from = to;
        }

        var texts = new string[count];
        for (var shade = 0; shade < count; shade++)
        {
            texts[shade] = paths[shade].ToString();
        }

        return texts;
    }
}
