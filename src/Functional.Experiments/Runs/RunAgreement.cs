namespace Functional.Experiments;

/// <summary>Whether a run that is carried out again agrees with what was recorded of it, in one respect.</summary>
/// <param name="What">The respect, such as "final parameters".</param>
/// <param name="Recorded">What was recorded.</param>
/// <param name="Found">What was found now.</param>
public sealed record RunAgreement(string What, string Recorded, string Found)
{
    /// <summary>The respect, such as "final parameters".</summary>
    public string What { get; init => field = Given.NotNull(value); } = Given.NotNull(What);

    /// <summary>What was recorded.</summary>
    public string Recorded { get; init => field = Given.NotNull(value); } = Given.NotNull(Recorded);

    /// <summary>What was found now.</summary>
    public string Found { get; init => field = Given.NotNull(value); } = Given.NotNull(Found);

    /// <summary>Whether both are the same.</summary>
    public bool Agrees => string.Equals(Recorded, Found, System.StringComparison.Ordinal);
}
