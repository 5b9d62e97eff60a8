namespace Functional.Experiments;

using System;
using System.Linq;

/// <summary>The known name that somebody probably meant.</summary>
public static class NearestName
{
    private const int MostEdits = 3;

    /// <summary>The known name that a word is nearest to, or another text where none is near.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="known">The names that there are.</param>
    /// <param name="otherwise">The text where none is near.</param>
    public static string Or(string word, string[] known, string otherwise)
    {
        ArgumentNullException.ThrowIfNull(otherwise);
        return Of(word, known) ?? otherwise;
    }

    /// <summary>The known name that a word is nearest to; nothing where none is near.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="known">The names that there are.</param>
    public static string? Of(string word, string[] known)
    {
        Given.NoNulls(known);
        ArgumentNullException.ThrowIfNull(word);
        return known
        .Select(name => (Name: name, Edits: Edits(word, name)))
        .Where(candidate => candidate.Edits <= Math.Min(MostEdits, (word.Length - 1) / 2) || (word.Length > 0 && candidate.Name.StartsWith(word, StringComparison.Ordinal)))
        .OrderBy(candidate => candidate.Edits)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();
    }

    /// <summary>How many letters must be inserted, removed or replaced (V. I. Levenshtein 1966).</summary>
    private static int Edits(string left, string right)
    {
        // A word so long is no slip of the pen, and comparing it would take its length squared.
        if (left.Length > right.Length + MostEdits)
        {
            return left.Length;
        }

        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1)));
            }
        }

        return row[right.Length];
    }
}
