namespace Functional.Experiments;

using LanguageExt;

/// <summary>A place at which the experiments of runs differ.</summary>
/// <param name="Path">The place in their documents, such as "$.optimiser.rate".</param>
/// <param name="Values">What stands there, for each run; "nothing" where there is no such place.</param>
public sealed record RunDifference(string Path, Seq<string> Values)
{
    /// <summary>What stands there, for each run; "nothing" where there is no such place.</summary>
    public Seq<string> Values { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Values);

    /// <summary>The place in their documents, such as "$.optimiser.rate".</summary>
    public string Path { get; init => field = Given.NotNull(value); } = Given.NotNull(Path);
}
