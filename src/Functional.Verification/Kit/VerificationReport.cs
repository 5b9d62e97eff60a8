namespace Functional.Verification;

using System.Linq;
using LanguageExt;

/// <summary>What a verification found: one finding for each law.</summary>
/// <param name="Subject">What was verified.</param>
/// <param name="Findings">A finding for each law, in the laws' order.</param>
public sealed record VerificationReport(string Subject, Seq<LawFinding> Findings)
{
    /// <summary>What was verified.</summary>
    public string Subject { get; init => field = Given.NotNull(value); } = Given.NotNull(Subject);

    /// <summary>A finding for each law, in the laws' order.</summary>
    public Seq<LawFinding> Findings { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Findings);

    /// <summary>Whether all laws hold.</summary>
    public bool IsHeld => Findings.ForAll(finding => finding.IsHeld);

    /// <summary>The finding of a law.</summary>
    /// <param name="law">The law's name.</param>
    /// <exception cref="System.ArgumentException">There is no such law.</exception>
    public LawFinding this[string law] => Findings.FirstOrDefault(finding => string.Equals(finding.Law, law, System.StringComparison.Ordinal))
        ?? throw new System.ArgumentException($"There is no law \"{law}\"; there are: {string.Join("; ", Findings.Map(finding => finding.Law))}.", nameof(law));

    /// <summary>This report, where all laws hold.</summary>
    /// <exception cref="VerificationException">A law does not hold; the message has the smallest counterexample.</exception>
    public VerificationReport Require() => IsHeld ? this : throw new VerificationException(ToString());

    /// <summary>A line for each law, then the counterexamples.</summary>
    public override string ToString() => string.Join(
        '\n',
        new[] { $"{Subject}: {(IsHeld ? "all laws hold" : "not all laws hold")}." }
            .Concat(Findings.Map(finding => $"    {finding}"))
            .Concat(Findings.Bind(finding => finding.Counterexample.ToSeq()).Map(counterexample => $"\n{counterexample}")));
}
