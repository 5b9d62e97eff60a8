namespace Functional.Experiments;

using LanguageExt;

/// <summary>A place at which the experiments of runs differ.</summary>
/// <param name="Path">The place in their documents, such as "$.optimiser.rate".</param>
/// <param name="Values">What stands there, for each run; "nothing" where there is no such place.</param>
public sealed record RunDifference(string Path, Seq<string> Values);
