namespace Functional.Experiments;

using System.Globalization;

/// <summary>What is wrong at one place of a document, as a value.</summary>
/// <param name="Path">The place as a JSON path, such as "$.optimiser.rate".</param>
/// <param name="Line">The line, counted from 1; 0 where the place is not in the text.</param>
/// <param name="Column">The column in octets, counted from 1; 0 where the place is not in the text.</param>
/// <param name="Found">What was found, a part of a sentence.</param>
/// <param name="Expected">What would be right, a part of a sentence.</param>
public sealed record DocumentFault(string Path, int Line, int Column, string Found, string Expected)
{
    /// <summary>The place as a JSON path, such as "$.optimiser.rate".</summary>
    public string Path { get; init => field = Given.NotNull(value); } = Given.NotNull(Path);

    /// <summary>What was found, a part of a sentence.</summary>
    public string Found { get; init => field = Given.NotNull(value); } = Given.NotNull(Found);

    /// <summary>What would be right, a part of a sentence.</summary>
    public string Expected { get; init => field = Given.NotNull(value); } = Given.NotNull(Expected);

    /// <summary>The whole as one sentence: the place, what was found and what would be right.</summary>
    public string Message => Line > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Path} (line {Line}, column {Column}): found {Found}; expected {Expected}.")
        : $"{Path}: found {Found}; expected {Expected}.";

    /// <summary>The <see cref="Message"/>.</summary>
    public override string ToString() => Message;
}
