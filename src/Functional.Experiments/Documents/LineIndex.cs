namespace Functional.Experiments;

using System;
using System.Collections.Generic;

/// <summary>Where the lines of a text begin.</summary>
internal sealed class LineIndex
{
    private readonly List<int> starts = [0];

    /// <summary>Finds the lines.</summary>
    /// <param name="utf8">The text.</param>
    public LineIndex(ReadOnlySpan<byte> utf8)
    {
        for (var place = 0; place < utf8.Length; place++)
        {
            if (utf8[place] == (byte)'\n')
            {
                starts.Add(place + 1);
            }
        }
    }

    /// <summary>The line and the column of an octet, both counted from 1.</summary>
    /// <param name="place">The octet, counted from 0.</param>
    public (int Line, int Column) Of(int place)
    {
        var found = starts.BinarySearch(place);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, place - starts[line] + 1);
    }
}
