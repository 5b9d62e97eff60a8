namespace Functional.Data;

using LanguageExt;

/// <summary>A column whose fields are categories and no numbers.</summary>
/// <param name="Column">Which column.</param>
/// <param name="Coding">How categories become features.</param>
/// <param name="Categories">
/// All categories in their order; another one is a fault. Where none are given, they are those of the file in the order of their characters' numbers, so a
/// second file may have others: give them for files that belong together.
/// </param>
public sealed record CsvCategories(CsvColumn Column, CsvCoding Coding = CsvCoding.OneHot, Seq<string> Categories = default)
{
    /// <summary>All categories in their order; another one is a fault. Where none are given, they are those of the file in the order of their characters' numbers, so a second file may have others: give them for files that belong together.</summary>
    public Seq<string> Categories { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Categories);

    /// <summary>Which column.</summary>
    public CsvColumn Column { get; init => field = Given.NotNull(value); } = Given.NotNull(Column);
}
