namespace Functional.Experiments;

using Functional.Data;

/// <summary>What was found and what would be right, before it is known in which file.</summary>
/// <param name="Found">What was found, a part of a sentence.</param>
/// <param name="Expected">What would be right, a part of a sentence.</param>
internal sealed record Mismatch(string Found, string Expected)
{
    /// <summary>The fault in a place with a name.</summary>
    public DataFault In(string source) => new(source, Found, Expected);
}
