namespace Functional.Numerics.Expressions;

/// <summary>The first thing in a text that makes it no formula.</summary>
/// <param name="Position">Which character it is, counted from 1; behind the last one where the text ends too early.</param>
/// <param name="Found">What stands there, such as "')'" or "the end".</param>
/// <param name="Expected">What would be right.</param>
public sealed record FormulaFault(int Position, string Found, string Expected)
{
    /// <summary>What stands there, such as "')'" or "the end".</summary>
    public string Found { get; init => field = Given.NotNull(value); } = Given.NotNull(Found);

    /// <summary>What would be right.</summary>
    public string Expected { get; init => field = Given.NotNull(value); } = Given.NotNull(Expected);

    /// <summary>The fault in a sentence.</summary>
    public string Message => $"At character {Position} of the formula stands {Found}, where {Expected} is expected.";
}
