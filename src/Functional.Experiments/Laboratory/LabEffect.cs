namespace Functional.Experiments;

using System;

/// <summary>What shows that a setting took effect: one of <see cref="Differs"/>, <see cref="Has"/> and <see cref="Lacks"/>.</summary>
/// <param name="Fact">The fact to look at, one of <see cref="LabFacts"/>.</param>
public abstract record LabEffect(string Fact)
{
    /// <summary>The fact to look at, one of <see cref="LabFacts"/>.</summary>
    public string Fact { get; init => field = Given.NotNull(value); } = Given.NotNull(Fact);

    /// <summary>Whether the setting took effect.</summary>
    /// <param name="reference">What is so in the reference's process.</param>
    /// <param name="own">What is so in the setting's.</param>
    public abstract bool IsIn(LabFacts reference, LabFacts own);

    /// <summary>The fact is another one.</summary>
    /// <param name="Fact">The fact.</param>
    public sealed record Differs(string Fact) : LabEffect(Fact)
    {
        /// <inheritdoc/>
        public override bool IsIn(LabFacts reference, LabFacts own) => !string.Equals(Given.NotNull(reference)[Fact], Given.NotNull(own)[Fact], StringComparison.Ordinal);
    }

    /// <summary>A word is there that is not there in the reference.</summary>
    /// <param name="Fact">The fact.</param>
    /// <param name="Word">The word.</param>
    public sealed record Has(string Fact, string Word) : LabEffect(Fact)
    {
        /// <summary>The word.</summary>
        public string Word { get; init => field = Given.NotNull(value); } = Given.NotNull(Word);

        /// <inheritdoc/>
        public override bool IsIn(LabFacts reference, LabFacts own) => Given.NotNull(own)[Fact].Contains(Word, StringComparison.Ordinal) && !Given.NotNull(reference)[Fact].Contains(Word, StringComparison.Ordinal);
    }

    /// <summary>A word is not there that is there in the reference.</summary>
    /// <param name="Fact">The fact.</param>
    /// <param name="Word">The word.</param>
    public sealed record Lacks(string Fact, string Word) : LabEffect(Fact)
    {
        /// <summary>The word.</summary>
        public string Word { get; init => field = Given.NotNull(value); } = Given.NotNull(Word);

        /// <inheritdoc/>
        public override bool IsIn(LabFacts reference, LabFacts own) => !Given.NotNull(own)[Fact].Contains(Word, StringComparison.Ordinal) && Given.NotNull(reference)[Fact].Contains(Word, StringComparison.Ordinal);
    }
}
