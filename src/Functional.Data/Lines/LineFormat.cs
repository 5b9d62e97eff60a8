namespace Functional.Data;

using System;
using System.Linq;
using LanguageExt;

/// <summary>How lines tell samples.</summary>
public sealed record LineFormat
{
    /// <summary>A format.</summary>
    /// <param name="shape">How a sample's features are arranged; a line has as many numbers.</param>
    /// <param name="hasHeader">Whether the first line tells the columns' names.</param>
    /// <param name="ignored">Columns that are no features: their names where there is a header, otherwise their positions, counted from 1.</param>
    /// <param name="source">What the features are like, for messages: the name of the set that a network was trained on.</param>
    /// <exception cref="ArgumentException">A column is named although there is no header.</exception>
    public LineFormat(SampleShape shape, bool hasHeader = false, Seq<string> ignored = default, string? source = null)
    {
        Given.NoNulls(ignored);
        ArgumentNullException.ThrowIfNull(shape);
        Shape = shape;
        HasHeader = hasHeader;
        Ignored = ignored.IsEmpty ? Seq<string>.Empty : ignored.Strict();
        Source = source;
        if (!hasHeader && ignored.ToArray().FirstOrDefault(column => PositionOf(column) is null) is { } odd)
        {
            throw new ArgumentException($"Column '{odd}' is no position, counted from 1; without a header columns have no names.", nameof(ignored));
        }
    }

    /// <summary>How a sample's features are arranged.</summary>
    public SampleShape Shape { get; }

    /// <summary>Whether the first line tells the columns' names.</summary>
    public bool HasHeader { get; }

    /// <summary>Columns that are no features.</summary>
    public Seq<string> Ignored { get; }

    /// <summary>What the features are like, for messages.</summary>
    public string? Source { get; }

    /// <summary>A column's position, counted from 1; nothing where the text is none.</summary>
    /// <param name="column">The text.</param>
    public static int? PositionOf(string column) =>
        int.TryParse(Given.NotNull(column), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var position) && position is >= 1 and <= MaximumColumns
            ? position
            : null;

    /// <summary>The most columns that a line can have: 16,777,216.</summary>
    public const int MaximumColumns = 1 << 24;

    /// <summary>What a line should have: "64 numbers, 8 × 8 as in digits".</summary>
    internal string Expected => $"{Words.Counted(Shape.Size, "number")}{(Shape.Dimensions.Length > 1 ? $", {Shape}" : string.Empty)}{(Source is { } name ? $" as in {name}" : string.Empty)}";
}
