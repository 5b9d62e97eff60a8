namespace Functional.Experiments;

using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LanguageExt;

/// <summary>What a row of the laboratory came to.</summary>
/// <param name="Facts">What took effect in its process.</param>
/// <param name="Runs">What it made of each experiment.</param>
public sealed record LabResult(LabFacts Facts, Seq<LabRun> Runs)
{
    /// <summary>What took effect in its process.</summary>
    public LabFacts Facts { get; init => field = Given.NotNull(value); } = Given.NotNull(Facts);

    /// <summary>What it made of each experiment.</summary>
    public Seq<LabRun> Runs { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Runs);

    /// <summary>
    /// The identity of all results together: SHA-256 over a line "FINGERPRINT EVALUATION" for each experiment, ended by a line feed. Equal ones mean equal parameters, statistics and losses, to the bit.
    /// </summary>
    public string Fingerprint { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(Runs.Select(run => string.Create(CultureInfo.InvariantCulture, $"{run.Fingerprint} {run.Evaluation}\n"))))));
}
