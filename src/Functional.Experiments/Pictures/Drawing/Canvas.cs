namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Text;

/// <summary>Collects elements.</summary>
internal sealed class Canvas
{
    /// <summary>The height of a line of letters of the usual size, and of the title's.</summary>
    public const double LineHeight = 14;

    /// <summary>The height of a line of a title.</summary>
    public const double TitleHeight = 18;

    /// <summary>About how wide a letter of the usual size is; no text is measured, since fonts differ.</summary>
    private const double LetterWidth = 5.9;
    private const double TitleLetterWidth = 7.4;

    private readonly StringBuilder text = new();

    /// <summary>About how wide a text is.</summary>
    public static double WidthOf(string words) => words.Length * LetterWidth;

    /// <summary>Adds an element as it is.</summary>
    public void Raw(string element) => text.Append(element).Append('\n');

    /// <summary>Adds a text.</summary>
    public void Text(double x, double y, string anchor, string words, string classes = "")
    {
        var look = (anchor is "start" ? string.Empty : $" text-anchor=\"{anchor}\"") + (classes.Length == 0 ? string.Empty : $" class=\"{classes}\"");
        Raw($"<text x=\"{Figure.Place(x)}\" y=\"{Figure.Place(y)}\"{look}>{XmlText.Of(words)}</text>");
    }

    /// <summary>Adds a path; nothing where it is empty.</summary>
    public void Path(string commands, string classes, string attributes = "")
    {
        if (commands.Length > 0)
        {
            Raw($"<path class=\"{classes}\"{attributes} d=\"{commands}\"/>");
        }
    }

    /// <summary>Adds a rectangle.</summary>
    public void Rectangle(double x, double y, double width, double height, string classes, string attributes = "") =>
        Raw($"<rect class=\"{classes}\"{attributes} x=\"{Figure.Place(x)}\" y=\"{Figure.Place(y)}\" width=\"{Figure.Place(width)}\" height=\"{Figure.Place(height)}\"/>");

    /// <summary>Adds a piece with its corner at a place.</summary>
    public void Piece(double x, double y, Drawn piece) => Raw($"<g transform=\"translate({Figure.Place(x)} {Figure.Place(y)})\">\n{piece.Text}</g>");

    /// <summary>Adds a title, in as many lines as it needs.</summary>
    /// <returns>Where the title ends.</returns>
    public double Title(double y, double width, string words) => Lines(y, width, words, TitleLetterWidth, TitleHeight, "t");

    /// <summary>Adds a note, in as many lines as it needs.</summary>
    /// <returns>Where the note ends.</returns>
    public double Note(double y, double width, string words) => Lines(y, width, words, LetterWidth, LineHeight, "m");

    /// <summary>What was added.</summary>
    public override string ToString() => text.ToString();

    private double Lines(double y, double width, string words, double letter, double height, string classes)
    {
        if (words.Length == 0)
        {
            return y;
        }

        foreach (var line in Broken(words, Math.Max(8, (int)(width / letter))))
        {
            y += height;
            Text(0, y - 4, "start", line, classes);
        }

        return y;
    }

    private static IEnumerable<string> Broken(string words, int width)
    {
        var line = string.Empty;
        foreach (var word in words.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }
}
