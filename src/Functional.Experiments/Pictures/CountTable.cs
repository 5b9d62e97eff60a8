namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Networks;
using LanguageExt;

/// <summary>Counts of pairs as shaded cells with their numbers: a confusion matrix.</summary>
public sealed record CountTable : Chart
{
    /// <summary>The most classes that are drawn: 100.</summary>
    public const int MaximumClasses = 100;

    /// <summary>A confusion matrix.</summary>
    /// <param name="title">What stands above it.</param>
    /// <param name="counts">The counts.</param>
    /// <param name="names">A name for each class; their numbers when left out.</param>
    /// <param name="note">What stands below it.</param>
    /// <exception cref="ArgumentException">There are too many classes, or not as many names as classes.</exception>
    public CountTable(string title, ConfusionMatrix counts, IEnumerable<string>? names = null, string note = "")
        : base(Given.NotNull(title), Given.NotNull(note))
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.ClassCount > MaximumClasses)
        {
            throw new ArgumentException($"There are {counts.ClassCount} classes; a table of more than {MaximumClasses} cannot be read.", nameof(counts));
        }

        Names = (names ?? Enumerable.Range(0, counts.ClassCount).Select(index => $"{index}")).ToArray().ToSeq().Strict();
        if (Names.Count != counts.ClassCount)
        {
            throw new ArgumentException($"There are {Names.Count} names for {counts.ClassCount} classes; there must be one for each.", nameof(names));
        }

        Counts = counts;
    }

    /// <summary>The counts.</summary>
    public ConfusionMatrix Counts { get; }

    /// <summary>A name for each class.</summary>
    public Seq<string> Names { get; }
}
