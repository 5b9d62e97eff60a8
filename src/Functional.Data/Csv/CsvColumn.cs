namespace Functional.Data;

using System;

/// <summary>Which column of a CSV file: one of <see cref="Named"/> and <see cref="At"/>.</summary>
public abstract record CsvColumn
{
    private CsvColumn()
    {
    }

    /// <summary>The last column.</summary>
    public static CsvColumn Last { get; } = new At(-1);

    /// <summary>The column with a name in the header.</summary>
    /// <param name="Name">The name as it stands there, upper and lower case as well.</param>
    public sealed record Named(string Name) : CsvColumn
    {
        /// <summary>The name as it stands there, upper and lower case as well.</summary>
        public string Name { get; init => field = Given.NotNull(value); } = Given.NotNull(Name);

        /// <inheritdoc/>
        public override string ToString() => $"'{Name}'";
    }

    /// <summary>The column at a place.</summary>
    public sealed record At : CsvColumn
    {
        /// <summary>The column at a place.</summary>
        /// <param name="position">Counted from 1, or from the end: −1 is the last one.</param>
        /// <exception cref="ArgumentOutOfRangeException">The place is 0.</exception>
        public At(int position) => Position = position != 0
            ? position
            : throw new ArgumentOutOfRangeException(nameof(position), position, "Columns are counted from 1, or from the end with -1 for the last one.");

        /// <summary>Counted from 1, or from the end: −1 is the last one.</summary>
        public int Position { get; }

        /// <inheritdoc/>
        public override string ToString() => $"{Position}";
    }
}
