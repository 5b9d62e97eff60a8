namespace Functional.Data;

using System;
using System.Linq;
using LanguageExt;

/// <summary>Sets of two features, to be drawn.</summary>
public static class PlaneSamples
{
    extension(DataSet set)
    {
        /// <summary>All samples as points with their classes, in their order; features are as they are stored, not scaled.</summary>
        /// <exception cref="ArgumentException">The samples have not two features, or no classes.</exception>
        public Seq<PlaneSample> Points() => Given.NotNull(set).FeatureCount == 2 && set.Labels is ClassLabels labels
            ? Enumerable.Range(0, set.Count)
                .Select(sample => new PlaneSample(new(set.Features.ValueAt(sample, 0), set.Features.ValueAt(sample, 1)), labels.Classes[sample]))
                .ToArray().ToSeq().Strict()
            : throw new ArgumentException($"Only samples of two features and a class are points of the plane; there is {set}.", nameof(set));
    }
}
