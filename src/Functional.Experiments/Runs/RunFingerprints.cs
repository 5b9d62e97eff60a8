namespace Functional.Experiments;

using LanguageExt;

/// <summary>The identities by which a run can be proven to be the one that its description gives.</summary>
/// <param name="Experiment">That of the experiment.</param>
/// <param name="Data">That of the samples.</param>
/// <param name="Initial">That of the network before the first step.</param>
/// <param name="Final">That of the network that is the result; none where there is no result yet.</param>
public sealed record RunFingerprints(string Experiment, string Data, string Initial, Option<string> Final);
