namespace Functional.Cli;

/// <summary>How lines tell what a network makes of samples.</summary>
internal enum ResultFormat
{
    /// <summary>Columns with commas between them.</summary>
    Csv = 0,

    /// <summary>A JSON object a line.</summary>
    JsonLines = 1,

    /// <summary>Aligned columns for people.</summary>
    Table = 2,
}
