namespace Functional.Data;

/// <summary>Why data from outside cannot be used, as a value: what is wrong, where, and what would be right.</summary>
/// <param name="Source">Where the data came from: a file's path, a stream's or a data set's name.</param>
/// <param name="Found">What was found, a part of a sentence.</param>
/// <param name="Expected">What would be right, a part of a sentence.</param>
public sealed record DataFault(string Source, string Found, string Expected)
{
    /// <summary>Where the data came from: a file's path, a stream's or a data set's name.</summary>
    public string Source { get; init => field = Given.NotNull(value); } = Given.NotNull(Source);

    /// <summary>What was found, a part of a sentence.</summary>
    public string Found { get; init => field = Given.NotNull(value); } = Given.NotNull(Found);

    /// <summary>What would be right, a part of a sentence.</summary>
    public string Expected { get; init => field = Given.NotNull(value); } = Given.NotNull(Expected);

    /// <summary>The whole as one sentence that names the source, what was found and what would be right.</summary>
    public string Message => $"{Source}: {Found}; expected {Expected}.";

    /// <summary>The <see cref="Message"/>.</summary>
    public override string ToString() => Message;
}
