namespace Functional.Experiments;

using System.Linq;

/// <summary>Draws charts side by side.</summary>
internal static class PanelsDrawing
{
    private const double Gap = 10;

    /// <summary>The charts' elements.</summary>
    public static Drawn Of(Panels panels, string id, double width)
    {
        var canvas = new Canvas();
        var y = canvas.Title(0, width, panels.Title);
        var own = (width - (Gap * (panels.Columns - 1))) / panels.Columns;
        var pieces = panels.Charts.Select((chart, i) => Drawing.Of(chart, $"{id}-{i}", own)).ToArray();
        for (var first = 0; first < pieces.Length; first += panels.Columns)
        {
            var row = pieces.Skip(first).Take(panels.Columns).ToArray();
            for (var i = 0; i < row.Length; i++)
            {
                canvas.Piece(i * (own + Gap), y + (first > 0 || y > 0 ? 4 : 0), row[i]);
            }

            y += row.Max(piece => piece.Height) + Gap;
        }

        return new(canvas.Note(y, width, panels.Note), canvas.ToString());
    }
}
