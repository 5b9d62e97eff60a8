namespace Functional.Experiments;

using LanguageExt;

/// <summary>The identities by which a run can be proven to be the one that its description gives.</summary>
/// <param name="Experiment">That of the experiment.</param>
/// <param name="Data">That of the samples.</param>
/// <param name="Initial">That of the network before the first step.</param>
/// <param name="Final">That of the network that is the result; none where there is no result yet.</param>
public sealed record RunFingerprints(string Experiment, string Data, string Initial, Option<string> Final)
{
    /// <summary>That of the experiment.</summary>
    public string Experiment { get; init => field = Given.NotNull(value); } = Given.NotNull(Experiment);

    /// <summary>That of the samples.</summary>
    public string Data { get; init => field = Given.NotNull(value); } = Given.NotNull(Data);

    /// <summary>That of the network before the first step.</summary>
    public string Initial { get; init => field = Given.NotNull(value); } = Given.NotNull(Initial);
}
