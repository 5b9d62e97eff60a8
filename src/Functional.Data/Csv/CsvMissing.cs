namespace Functional.Data;

using System;

/// <summary>What becomes of a row in which a feature is missing: one of <see cref="Refused"/>, <see cref="RowDropped"/>, <see cref="Mean"/> and <see cref="Constant"/>.</summary>
/// <remarks>A missing label is a fault unless rows are dropped, and so is a missing category.</remarks>
public abstract record CsvMissing
{
    private CsvMissing()
    {
    }

    /// <summary>It is a fault.</summary>
    public sealed record Refused : CsvMissing;

    /// <summary>The row is left out; <see cref="CsvTable.RowsDropped"/> counts such rows.</summary>
    public sealed record RowDropped : CsvMissing;

    /// <summary>The mean of the column's numbers in the other rows stands in its place: their sum in the order of the rows, divided by their number.</summary>
    public sealed record Mean : CsvMissing;

    /// <summary>A fixed number stands in its place.</summary>
    public sealed record Constant : CsvMissing
    {
        /// <summary>A fixed number.</summary>
        /// <param name="value">The number, finite.</param>
        /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
        public Constant(double value) => Value = double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The number in place of a missing one must be finite.");

        /// <summary>The number.</summary>
        public double Value { get; }
    }
}
