namespace Functional.Verification.Tests.Mutants;

using System;

/// <summary>A mistake that people make, and the law that tells it from what is right.</summary>
/// <param name="Kind">What is got wrong: an update, a reduction, an initialiser, a sampler or something random.</param>
/// <param name="Name">What is wrong.</param>
/// <param name="Source">Where such mistakes come from.</param>
/// <param name="Law">The law that must reject it, by name.</param>
/// <param name="Wrong">What the law says of the mistake.</param>
/// <param name="Right">What the law says of what is right.</param>
public sealed record SemanticMutant(string Kind, string Name, string Source, string Law, Func<LawResult> Wrong, Func<LawResult> Right)
{
    /// <summary>Asked about again and again by people who write it for the first time.</summary>
    public const string Question = "a question on a forum";

    /// <summary>Was found in a released library or a published script.</summary>
    public const string Bug = "a bug report of the field";

    /// <summary>Stands in texts that differ about it.</summary>
    public const string Reading = "a formula read in another book";

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}: {Name}";
}
