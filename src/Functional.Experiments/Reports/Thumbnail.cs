namespace Functional.Experiments;

/// <summary>A small picture without letters in it, for a page whose words stand beside it.</summary>
internal static class Thumbnail
{
    private const double Side = 100;

    /// <summary>The picture.</summary>
    /// <param name="tile">What it shows.</param>
    /// <param name="id">What names within it begin with.</param>
    /// <param name="title">What is read to those who do not see it.</param>
    public static Markup Of(Tile tile, string id, string title)
    {
        var height = Side * tile.Rows / tile.Columns;
        var (wide, high) = (Figure.Place(Side), Figure.Place(height));
        var canvas = new Canvas();
        canvas.Raw($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"functional-chart\" id=\"{id}\" role=\"img\" aria-labelledby=\"{id}-title\" viewBox=\"0 0 {wide} {high}\" width=\"{wide}\" height=\"{high}\">");
        canvas.Raw($"<title id=\"{id}-title\">{XmlText.Of(title)}</title>");
        canvas.Rectangle(0, 0, Side, height, "p");
        ImageGridDrawing.Draw(canvas, tile, Tone.Ink, ImageGridDrawing.Scale(Tone.Ink, [.. tile.Values]), 0, 0, Side);
        canvas.Raw("</svg>");
        return Markup.Ready(canvas.ToString());
    }
}
