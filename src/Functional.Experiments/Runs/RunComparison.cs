namespace Functional.Experiments;

using System;
using System.Linq;
using Functional.Data;
using LanguageExt;

/// <summary>Runs side by side.</summary>
/// <param name="Runs">The runs.</param>
/// <param name="Differences">Where their experiments differ.</param>
public sealed record RunComparison(Seq<RunRecord> Runs, Seq<RunDifference> Differences)
{
    /// <summary>The runs.</summary>
    public Seq<RunRecord> Runs { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Runs);

    /// <summary>Where their experiments differ.</summary>
    public Seq<RunDifference> Differences { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Differences);

    /// <summary>Puts runs side by side.</summary>
    /// <param name="folders">Their folders.</param>
    /// <returns>The comparison, or everything that is wrong with the folders.</returns>
    public static Validation<DataFault, RunComparison> Of(Seq<RunFolder> folders) => Given.NoNulls(folders)
        .Map(folder => folder.Read())
        .Fold(
            Prelude.Success<DataFault, Seq<RunRecord>>(Seq<RunRecord>.Empty),
            (sum, next) => (sum, next).Apply((before, record) => before.Add(record)))
        .Map(records => new RunComparison(records.Strict(), Compared(records.Map(record => record.Experiment).Strict())));

    private static Seq<RunDifference> Compared(Seq<Experiment> experiments)
    {
        if (experiments.IsEmpty)
        {
            return Seq<RunDifference>.Empty;
        }

        var against = experiments.Map(other => ExperimentDocument.Differences(experiments[0], other)).Strict();
        return against
            .SelectMany(differences => differences)
            .Select(difference => (difference.Path, difference.One))
            .DistinctBy(difference => difference.Path, StringComparer.Ordinal)
            .Select(difference => new RunDifference(
                difference.Path,
                against.Map(own => own.Find(each => string.Equals(each.Path, difference.Path, StringComparison.Ordinal)).Map(each => each.Other).IfNone(difference.One)).Strict()))
            .ToArray().ToSeq().Strict();
    }
}
