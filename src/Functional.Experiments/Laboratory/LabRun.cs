namespace Functional.Experiments;

using LanguageExt;

/// <summary>What a row of the laboratory made of one of its experiments.</summary>
/// <param name="Fingerprint">The identity of the network behind the last step, as every training prints it.</param>
/// <param name="Evaluation">The losses on the samples to train on and to test with, as bits in hexadecimal digits, and how many of either it classifies rightly.</param>
/// <param name="Steps">The states that it passed through, as far as the row knows them.</param>
public sealed record LabRun(string Fingerprint, string Evaluation, Seq<LabStep> Steps)
{
    /// <summary>The identity of the network behind the last step, as every training prints it.</summary>
    public string Fingerprint { get; init => field = Given.NotNull(value); } = Given.NotNull(Fingerprint);

    /// <summary>The losses on the samples to train on and to test with, as bits in hexadecimal digits, and how many of either it classifies rightly.</summary>
    public string Evaluation { get; init => field = Given.NotNull(value); } = Given.NotNull(Evaluation);

    /// <summary>The states that it passed through, as far as the row knows them.</summary>
    public Seq<LabStep> Steps { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Steps);
}
