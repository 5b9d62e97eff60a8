namespace Functional.Experiments;

using System;
using System.Globalization;
using System.Linq;

/// <summary>Draws a confusion matrix.</summary>
internal static class CountTableDrawing
{
    /// <summary>Cells that are smaller have no numbers in them.</summary>
    private const double SmallestCell = 16;

    /// <summary>The table's elements.</summary>
    public static Drawn Of(CountTable table, double width)
    {
        var counts = table.Counts;
        var classes = counts.ClassCount;
        var canvas = new Canvas();
        var y = canvas.Title(0, width, table.Title);
        var (rows, columns, left, cell) = Layout(table, width);
        canvas.Text(left, y + 12, "start", "predicted →", "m");
        y += Canvas.LineHeight + 2;
        for (var index = 0; index < classes; index++)
        {
            if (cell >= SmallestCell)
            {
                canvas.Text(left + ((index + 0.5) * cell), y + 11, "middle", columns[index]);
            }
        }

        y += Canvas.LineHeight + 2;
        var mistakes = counts.Cells.Filter(entry => entry.Truth != entry.Predicted);
        var most = Math.Max(1, mistakes.IsEmpty ? 0 : mistakes.Max(entry => entry.Count));
        var support = counts.Classes.Map(entry => Math.Max(1, entry.Support)).ToArray();
        foreach (var (entry, isRight) in counts.Cells.Select(entry => (entry, entry.Truth == entry.Predicted)))
        {
            // Mistakes are few: they are shaded by the most frequent one, so that they are seen.
            var strength = isRight ? (double)entry.Count / support[entry.Truth] : 0.15 + (0.7 * Math.Sqrt((double)entry.Count / most));
            var (x, top) = (left + (entry.Predicted * cell), y + (entry.Truth * cell));
            canvas.Rectangle(x, top, cell, cell, isRight ? "d h0" : "d h1", string.Create(CultureInfo.InvariantCulture, $" fill-opacity=\"{strength:0.##}\""));
            var number = entry.Count.ToString(CultureInfo.InvariantCulture);
            if (cell >= SmallestCell && Canvas.WidthOf(number) <= cell + 4)
            {
                canvas.Text(x + (cell / 2), top + (cell / 2) + 4, "middle", number, isRight && strength > 0.6 ? "w" : string.Empty);
            }
        }

        for (var index = 0; index < classes; index++)
        {
            if (cell >= 11)
            {
                canvas.Text(left - 5, y + ((index + 0.5) * cell) + 4, "end", rows[index]);
            }
        }

        canvas.Rectangle(left, y, cell * classes, cell * classes, "g");
        y += cell * classes;
        return new(canvas.Note(canvas.Note(y + 2, width, "Rows are what samples are, columns what they are taken for."), width, table.Note), canvas.ToString());
    }

    /// <summary>What stands beside the rows and above the columns: names, or where they do not fit above, numbers that stand before the names, too.</summary>
    private static (string[] Rows, string[] Columns, double Left, double Cell) Layout(CountTable table, double width)
    {
        var names = table.Names.ToArray();
        var left = Math.Min(width / 3, names.Max(Canvas.WidthOf) + 8);
        var cell = Math.Min(40, (width - left) / names.Length);
        if (names.All(name => Canvas.WidthOf(name) <= cell + 2))
        {
            return (names, names, left, cell);
        }

        string[] numbers = [.. names.Select((_, index) => (index + 1).ToString(CultureInfo.InvariantCulture))];
        string[] rows = [.. names.Select((name, index) => $"{index + 1} {name}")];
        left = Math.Min(width / 3, rows.Max(Canvas.WidthOf) + 8);
        return ([.. rows.Select(row => Cut(row, (int)(left / 6)))], numbers, left, Math.Min(40, (width - left) / names.Length));
    }

    private static string Cut(string name, int letters) => name.Length <= letters ? name : $"{name[..Math.Max(0, letters - 1)]}…";
}
