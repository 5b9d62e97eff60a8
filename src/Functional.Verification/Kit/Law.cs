namespace Functional.Verification;

using System;

/// <summary>A named law about cases of one kind. Laws compose with FsCheck: <c>Prop.ForAll(cases, trial => law.Check(trial).ToProperty())</c>.</summary>
/// <typeparam name="TTrial">What it is about.</typeparam>
/// <param name="Name">The law as a sentence.</param>
/// <param name="Check">Whether it holds for a case.</param>
public sealed record Law<TTrial>(string Name, Func<TTrial, LawResult> Check)
{
    /// <summary>The law as a sentence.</summary>
    public string Name { get; init => field = Given.NotNull(value); } = Given.NotNull(Name);

    /// <summary>Whether it holds for a case.</summary>
    public Func<TTrial, LawResult> Check { get; init => field = Given.NotNull(value); } = Given.NotNull(Check);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
