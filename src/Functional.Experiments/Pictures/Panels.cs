namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Linq;
using LanguageExt;

/// <summary>Charts side by side under one title, to be compared.</summary>
public sealed record Panels : Chart
{
    private const int MaximumColumns = 6;

    /// <summary>Charts side by side.</summary>
    /// <param name="title">What stands above them.</param>
    /// <param name="charts">The charts, row after row.</param>
    /// <param name="columns">How many stand side by side, from 1 to 6. Letters keep their size, so more than 2 leave little room for axes on a phone.</param>
    /// <param name="note">What stands below them.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of columns is out of range.</exception>
    public Panels(string title, IEnumerable<Chart> charts, int columns = 2, string note = "")
        : base(Given.NotNull(title), Given.NotNull(note))
    {
        Columns = columns is >= 1 and <= MaximumColumns
            ? columns
            : throw new ArgumentOutOfRangeException(nameof(columns), columns, $"There can be from 1 to {MaximumColumns} charts side by side.");
        Charts = charts.ToArray().ToSeq().Strict();
    }

    /// <summary>The charts.</summary>
    public Seq<Chart> Charts { get; }

    /// <summary>How many stand side by side.</summary>
    public int Columns { get; }
}
