namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Linq;
using LanguageExt;

/// <summary>A small image of numbers with a caption.</summary>
public sealed record Tile
{
    /// <summary>A small image.</summary>
    /// <param name="caption">What stands below it; may be empty.</param>
    /// <param name="rows">The number of rows, at least 1.</param>
    /// <param name="columns">The number of columns, at least 1.</param>
    /// <param name="values">The numbers, row after row from the top; those that are not finite stay empty, and the note says so.</param>
    /// <exception cref="ArgumentException">There are no rows or columns, or not as many numbers as these have.</exception>
    public Tile(string caption, int rows, int columns, IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(caption);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        Values = values.ToArray().ToSeq().Strict();
        if (Values.Count != (long)rows * columns)
        {
            throw new ArgumentException($"There are {Values.Count} numbers for {rows} rows of {columns}; there must be {(long)rows * columns}.", nameof(values));
        }

        (Caption, Rows, Columns) = (caption, rows, columns);
    }

    /// <summary>What stands below it.</summary>
    public string Caption { get; }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>The numbers, row after row from the top.</summary>
    public Seq<double> Values { get; }
}
