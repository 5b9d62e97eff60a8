namespace Functional.Data;

using LanguageExt;

/// <summary>The column with what is to be learned: one of <see cref="Classes"/> and <see cref="Values"/>.</summary>
public abstract record CsvLabel
{
    private CsvLabel(CsvColumn column) => Column = column;

    /// <summary>Which column.</summary>
    public CsvColumn Column { get; }

    /// <summary>A class for each sample.</summary>
    public sealed record Classes : CsvLabel
    {
        /// <summary>A column of classes.</summary>
        /// <param name="column">Which column.</param>
        /// <param name="names">
        /// All classes in their order; another one is a fault. Where none are given, whole numbers from 0 are the classes themselves; other labels are names,
        /// and classes are numbered in the order of the names' characters' numbers.
        /// </param>
        public Classes(CsvColumn column, Seq<string> names = default)
            : base(Given.NotNull(column)) => Names = Given.NoNulls(names);

        /// <summary>All classes in their order, or none.</summary>
        public Seq<string> Names { get; }
    }

    /// <summary>A number for each sample, to be predicted.</summary>
    public sealed record Values : CsvLabel
    {
        /// <summary>A column of numbers.</summary>
        /// <param name="column">Which column.</param>
        public Values(CsvColumn column)
            : base(Given.NotNull(column))
        {
        }
    }
}
