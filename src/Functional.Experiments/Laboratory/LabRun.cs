namespace Functional.Experiments;

using LanguageExt;

/// <summary>What a row of the laboratory made of one of its experiments.</summary>
/// <param name="Fingerprint">The identity of the network behind the last step, as every training prints it.</param>
/// <param name="Evaluation">The losses on the samples to train on and to test with, as bits in hexadecimal digits, and how many of either it classifies rightly.</param>
/// <param name="Steps">The states that it passed through, as far as the row knows them.</param>
public sealed record LabRun(string Fingerprint, string Evaluation, Seq<LabStep> Steps);
