namespace Functional.Experiments;

using System.Text;

/// <summary>A path's commands, relative and rounded to tenths so that they are short; the rounding of one point does not go on to the next.</summary>
internal sealed class PathText
{
    private readonly StringBuilder text = new();
    private int x;
    private int y;
    private char last = ' ';

    /// <summary>Goes to a point without drawing.</summary>
    public PathText MoveTo(double toX, double toY) => Add('m', toX, toY);

    /// <summary>Draws a straight line.</summary>
    public PathText LineTo(double toX, double toY) => Add('l', toX, toY);

    /// <summary>Adds commands that end where they begin, or behind which a move follows.</summary>
    public PathText Shape(string commands)
    {
        text.Append(commands);
        last = ' ';
        return this;
    }

    /// <summary>The commands.</summary>
    public override string ToString() => text.ToString();

    private PathText Add(char command, double toX, double toY)
    {
        var (nextX, nextY) = (Figure.ToTenths(toX), Figure.ToTenths(toY));

        // A shape leaves the pen somewhere else, so a move behind it says where it goes and not how far.
        var absolute = last == ' ';
        var dx = Figure.Tenths(absolute ? nextX : nextX - x);
        var dy = Figure.Tenths(absolute ? nextY : nextY - y);
        var repeats = command == 'l' && last == 'l';
        if (!repeats)
        {
            text.Append(absolute ? char.ToUpperInvariant(command) : command);
        }
        else if (dx[0] != '-')
        {
            text.Append(' ');
        }

        text.Append(dx).Append(dy[0] == '-' ? string.Empty : " ").Append(dy);
        (x, y, last) = (nextX, nextY, command);
        return this;
    }
}
