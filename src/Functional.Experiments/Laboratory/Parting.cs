namespace Functional.Experiments;

/// <summary>Where two runs part: one of <see cref="Nowhere"/>, <see cref="AtStep"/>, <see cref="AtTheEnd"/> and <see cref="InTheRecord"/>.</summary>
public abstract record Parting
{
    private Parting()
    {
    }

    /// <summary>Every state of one is that of the other.</summary>
    /// <param name="Steps">How many steps both have.</param>
    /// <param name="Fingerprint">The identity of the last state.</param>
    public sealed record Nowhere(long Steps, string Fingerprint) : Parting;

    /// <summary>The states differ from a step on.</summary>
    /// <param name="Step">The number of steps done behind which the states differ for the first time; 0 where they already begin so.</param>
    /// <param name="Comparison">How the states behind it differ.</param>
    public sealed record AtStep(long Step, TensorComparison Comparison) : Parting;

    /// <summary>One ends before the other; as far as both go they are the same.</summary>
    /// <param name="Steps">How many steps the shorter one has.</param>
    /// <param name="OtherSteps">How many steps the longer one has.</param>
    /// <param name="IsOneShorter">Whether the first of the two is the shorter one.</param>
    /// <param name="Why">Why the shorter one ends there.</param>
    public sealed record AtTheEnd(long Steps, long OtherSteps, bool IsOneShorter, string Why) : Parting;

    /// <summary>What a run recorded is not what its description gives here: its numbers were made in another arithmetic, or its files were changed.</summary>
    /// <param name="Run">The run whose record it is.</param>
    /// <param name="Step">The number of steps done behind which the first recorded state that differs was taken.</param>
    /// <param name="AgreesUntil">The number of steps done behind which the last recorded state was taken that agrees; 0 where none does.</param>
    /// <param name="Comparison">How what is recorded differs from what is computed here.</param>
    public sealed record InTheRecord(string Run, long Step, long AgreesUntil, TensorComparison Comparison) : Parting;
}
