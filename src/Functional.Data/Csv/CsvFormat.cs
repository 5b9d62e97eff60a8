namespace Functional.Data;

using System;
using LanguageExt;

/// <summary>How a CSV file is to be understood. Nothing is guessed: what is not said here is a fault where it is met.</summary>
public sealed record CsvFormat
{
    /// <summary>How a file is to be understood.</summary>
    /// <param name="separator">What stands between fields: a comma, a semicolon, a tab or another ASCII character that is no letter, digit, quote or line break.</param>
    /// <param name="hasHeader">Whether the first line names the columns.</param>
    /// <param name="label">The column with what is to be learned; nothing where the file has none.</param>
    /// <param name="categories">The columns of categories; text in other columns is a fault.</param>
    /// <param name="ignored">Columns that are left out.</param>
    /// <param name="missing">What becomes of missing numbers; they are refused when left out.</param>
    /// <param name="missingWords">Fields that mean a missing number besides the empty one, such as NA or ?.</param>
    /// <param name="maximumFaults">How many faults are told together, from 1.</param>
    /// <exception cref="ArgumentException">The separator cannot be one, or there is no fault to be told.</exception>
    public CsvFormat(
        char separator = ',',
        bool hasHeader = true,
        CsvLabel? label = null,
        Seq<CsvCategories> categories = default,
        Seq<CsvColumn> ignored = default,
        CsvMissing? missing = null,
        Seq<string> missingWords = default,
        int maximumFaults = 10)
    {
        Given.NoNulls(categories);
        Given.NoNulls(ignored);
        Given.NoNulls(missingWords);
        if (!char.IsAscii(separator) || char.IsAsciiLetterOrDigit(separator) || "\"\r\n\0+-.\uFEFF".Contains(separator, StringComparison.Ordinal))
        {
            throw new ArgumentException($"Fields cannot be separated by {(char.IsControl(separator) ? $"the character {(int)separator}" : $"'{separator}'")}; a comma, a semicolon or a tab would be usual.", nameof(separator));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(maximumFaults, 1);
        Separator = separator;
        HasHeader = hasHeader;
        Label = label is null ? Option<CsvLabel>.None : Option<CsvLabel>.Some(label);
        Categories = categories.Strict();
        Ignored = ignored.Strict();
        Missing = missing ?? new CsvMissing.Refused();
        MissingWords = missingWords.Strict();
        MaximumFaults = maximumFaults;
    }

    /// <summary>What stands between fields.</summary>
    public char Separator { get; }

    /// <summary>Whether the first line names the columns.</summary>
    public bool HasHeader { get; }

    /// <summary>The column with what is to be learned.</summary>
    public Option<CsvLabel> Label { get; }

    /// <summary>The columns of categories.</summary>
    public Seq<CsvCategories> Categories { get; }

    /// <summary>Columns that are left out.</summary>
    public Seq<CsvColumn> Ignored { get; }

    /// <summary>What becomes of missing numbers.</summary>
    public CsvMissing Missing { get; }

    /// <summary>Fields that mean a missing number besides the empty one.</summary>
    public Seq<string> MissingWords { get; }

    /// <summary>How many faults are told together.</summary>
    public int MaximumFaults { get; }
}
