namespace Functional.Data;

/// <summary>How a column of categories becomes features.</summary>
public enum CsvCoding
{
    /// <summary>A feature for each category: 1 for the sample's own, 0 for the others.</summary>
    OneHot = 0,

    /// <summary>One feature, the category's number from 0.</summary>
    Ordinal = 1,
}
