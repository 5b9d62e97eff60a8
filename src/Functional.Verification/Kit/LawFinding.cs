namespace Functional.Verification;

using LanguageExt;

/// <summary>What a verification found of one law.</summary>
/// <param name="Law">The law.</param>
/// <param name="Cases">In how many cases it was tried.</param>
/// <param name="Silent">Of how many of these it said nothing, such as where a function has kinks at nearly every place.</param>
/// <param name="LeftOut">Why it was left out, where it was.</param>
/// <param name="Counterexample">The smallest case found for which it does not hold, where it does not.</param>
public sealed record LawFinding(string Law, int Cases, int Silent, Option<string> LeftOut, Option<Counterexample> Counterexample)
{
    /// <summary>The law.</summary>
    public string Law { get; init => field = Given.NotNull(value); } = Given.NotNull(Law);

    /// <summary>Whether the law holds of all cases and said something of one at least, or was left out with a reason.</summary>
    public bool IsHeld => LeftOut.IsSome || (Counterexample.IsNone && Silent < Cases);

    /// <inheritdoc/>
    public override string ToString() => LeftOut.Match(
        Some: reason => $"left out   {Law} ({reason})",
        None: () => Counterexample.Match(
            Some: _ => $"FAILS      {Law}",
            None: () => Silent < Cases
                ? $"holds      {Law} ({Cases} cases{(Silent == 0 ? string.Empty : $", {Silent} of which say nothing")})"
                : $"UNPROVEN   {Law} (none of {Cases} cases says anything)"));
}
