namespace Functional.Data;

/// <summary>Why one sample of a stream cannot be used, as a value: where it stands, what was found there and what would be right.</summary>
/// <param name="Place">Where: "line 3, column 12", lines and columns (in characters) counted from 1; "sample 3, feature 5", counted from 0.</param>
/// <param name="Found">What was found, a part of a sentence.</param>
/// <param name="Expected">What would be right, a part of a sentence.</param>
public sealed record SampleFault(string Place, string Found, string Expected)
{
    /// <summary>Where: "line 3, column 12", lines and columns (in characters) counted from 1; "sample 3, feature 5", counted from 0.</summary>
    public string Place { get; init => field = Given.NotNull(value); } = Given.NotNull(Place);

    /// <summary>What was found, a part of a sentence.</summary>
    public string Found { get; init => field = Given.NotNull(value); } = Given.NotNull(Found);

    /// <summary>What would be right, a part of a sentence.</summary>
    public string Expected { get; init => field = Given.NotNull(value); } = Given.NotNull(Expected);

    /// <summary>The fault in a source with a name.</summary>
    /// <param name="source">A file's path or a stream's name.</param>
    public DataFault In(string source)
    {
        System.ArgumentNullException.ThrowIfNull(source);
        return new(Place.Length == 0 ? source : $"{source}, {Place}", Found, Expected);
    }
}
