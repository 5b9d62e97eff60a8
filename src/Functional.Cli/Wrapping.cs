namespace Functional.Cli;

using System.Collections.Generic;
using System.Text;

/// <summary>Breaks a text into lines.</summary>
internal static class Wrapping
{
    /// <summary>The lines, broken at spaces; a word that is longer has a line of its own.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : string.Empty).Append(word);
        }

        yield return line.ToString();
    }
}
