namespace Functional.Experiments;

using System;
using System.Linq;
using LanguageExt;

/// <summary>A chart as SVG: the same chart gives the same text, letter for letter, everywhere.</summary>
/// <remarks>
/// <para>The text is a file of its own and can also stand within an HTML page as it is. It needs neither fonts nor a network, tells title and
/// content to screen readers, is light or dark as the reader wishes, and does not rest on colour alone: lines differ by dashes and signs,
/// too. Colours are those of M. Okabe, K. Ito, Color universal design, 2008, for colour-blind readers.</para>
/// <para>Within a page, rules for <c>.functional-chart</c> that are more specific, such as <c>[data-theme=dark] .functional-chart { color: white }</c>,
/// take precedence; <c>.p</c> within it is the paper.</para>
/// </remarks>
public sealed record Svg
{
    /// <summary>The width that is usual: letters can be read on a phone of 320 pixels.</summary>
    public const double DefaultWidth = 360;

    /// <summary>Where charts stand within a page, the style that all of them have, for the page's head.</summary>
    public const string Style =
        ".functional-chart{color:#1f2328;font:11px system-ui,-apple-system,\"Segoe UI\",Roboto,\"DejaVu Sans\",sans-serif}" +
        ".functional-chart text{fill:currentColor}" +
        ".functional-chart .p{fill:#fff}" +
        ".functional-chart .t{font-size:13px;font-weight:600}" +
        ".functional-chart .m{fill-opacity:.75}" +
        ".functional-chart .g{fill:none;stroke:currentColor;stroke-opacity:.14}" +
        ".functional-chart .a{fill:none;stroke:currentColor;stroke-opacity:.55}" +
        ".functional-chart .l{fill:none;stroke:currentColor;stroke-width:1.7;stroke-linejoin:round}" +
        ".functional-chart .n{fill:none;stroke:currentColor;stroke-width:.7;stroke-opacity:.6;stroke-linejoin:round}" +
        ".functional-chart .b{fill:currentColor;fill-opacity:.75}" +
        ".functional-chart .f{fill:none;stroke:currentColor}" +
        ".functional-chart .d{fill:currentColor}" +
        ".functional-chart .s{fill:none;stroke:currentColor;stroke-width:5;stroke-linecap:round}" +
        ".functional-chart .q{fill:none;stroke:currentColor;stroke-width:4.4;stroke-linecap:square}" +
        ".functional-chart .x{fill:none;stroke:currentColor;stroke-width:1.8}" +
        ".functional-chart .o{stroke-linejoin:round;color:#fff}" +
        ".functional-chart .s.o{stroke-width:7}.functional-chart .q.o{stroke-width:6.4}.functional-chart .x.o{stroke-width:3.8}.functional-chart .d.o{stroke:currentColor;stroke-width:2}" +
        ".functional-chart .l.o{stroke-width:3.7}" +
        ".functional-chart .h0{color:#0072b2}.functional-chart .h1{color:#d55e00}.functional-chart .h2{color:#007a58}.functional-chart .h3{color:#b0568a}" +
        ".functional-chart .h4{color:#3a97d4}.functional-chart .h5{color:#b87a00}.functional-chart .h6{color:#555b61}" +
        ".functional-chart .w{fill:#fff}" +
        "@media(prefers-color-scheme:dark){.functional-chart{color:#e6edf3}.functional-chart .p{fill:#15191e}.functional-chart .o{color:#15191e}" +
        ".functional-chart .h0{color:#4aa8e0}.functional-chart .h1{color:#f0803c}.functional-chart .h2{color:#2cc295}.functional-chart .h3{color:#de9bc0}" +
        ".functional-chart .h4{color:#a5d8f5}.functional-chart .h5{color:#e6b84a}.functional-chart .h6{color:#aab2ba}.functional-chart .w{fill:#0b0e11}}";

    /// <summary>Pictures are shown a third larger than they are counted, where there is room.</summary>
    private const double Zoom = 4.0 / 3;

    private Svg(string text, double width, double height) => (Text, Width, Height) = (text, width, height);

    /// <summary>The element, with everything that it needs.</summary>
    public string Text { get; }

    /// <summary>Its width in units of its own, in which most letters are 11 high.</summary>
    public double Width { get; }

    /// <summary>Its height in the same units.</summary>
    public double Height { get; }

    /// <summary>Draws a chart.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="id">What names within it begin with: a letter, then letters, digits and hyphens. Charts within one page must have different ones.</param>
    /// <param name="width">Its width in units of its own, from 160 to 1600; beyond 400 letters become too small for a phone.</param>
    /// <param name="hasStyle">Whether it has its style within it; leave it out where the page has <see cref="Style"/>.</param>
    /// <exception cref="ArgumentException">The id or the width is not as it must be.</exception>
    public static Svg Of(Chart chart, string id = "chart", double width = DefaultWidth, bool hasStyle = true)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentNullException.ThrowIfNull(id);
        if (id.Length == 0 || !char.IsAsciiLetter(id[0]) || !id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
        {
            throw new ArgumentException($"'{id}' cannot name a picture: a letter, then letters, digits and hyphens.", nameof(id));
        }

        if (width is not (>= 160 and <= 1600))
        {
            throw new ArgumentOutOfRangeException(nameof(width), width, "A picture must be from 160 to 1600 wide.");
        }

        const double Margin = 8;
        var drawn = Drawing.Of(chart, id, width - (2 * Margin));
        var height = drawn.Height + (2 * Margin);
        var (wide, high) = (Figure.Place(width), Figure.Place(height));
        var canvas = new Canvas();
        canvas.Raw(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"functional-chart\" id=\"{id}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" viewBox=\"0 0 {wide} {high}\" "
            + $"width=\"{Figure.Place(width * Zoom)}\" height=\"{Figure.Place(height * Zoom)}\" style=\"max-width:100%;height:auto\">");
        canvas.Raw($"<title id=\"{id}-title\">{XmlText.Of(chart.Title.Length == 0 ? "A chart" : chart.Title)}</title>");
        canvas.Raw($"<desc id=\"{id}-desc\">{XmlText.Of(Summary.Of(chart))}</desc>");
        if (hasStyle)
        {
            canvas.Raw($"<style>{Style}</style>");
        }

        canvas.Rectangle(0, 0, width, height, "p");
        canvas.Piece(Margin, Margin, drawn);
        canvas.Raw("</svg>");
        return new(canvas.ToString(), width, height);
    }
}
