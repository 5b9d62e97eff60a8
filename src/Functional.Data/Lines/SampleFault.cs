namespace Functional.Data;

/// <summary>Why one sample of a stream cannot be used, as a value: where it stands, what was found there and what would be right.</summary>
/// <param name="Place">Where: "line 3, column 12", lines and columns (in characters) counted from 1; "sample 3, feature 5", counted from 0.</param>
/// <param name="Found">What was found, a part of a sentence.</param>
/// <param name="Expected">What would be right, a part of a sentence.</param>
public sealed record SampleFault(string Place, string Found, string Expected)
{
    /// <summary>The fault in a source with a name.</summary>
    /// <param name="source">A file's path or a stream's name.</param>
    public DataFault In(string source) => new(Place.Length == 0 ? source : $"{source}, {Place}", Found, Expected);
}
