namespace Functional.Experiments;

using LanguageExt;

/// <summary>What a document says of a sweep, before it is known whether it fits together.</summary>
internal sealed record SweepDraft
{
    /// <summary>The experiment that everything else stays as in, as its document on one line.</summary>
    public string Base { get; init; } = string.Empty;

    public Seq<SweepAxis> Axes { get; init; }

    public SweepStrategy Strategy { get; init; } = new SweepStrategy.Grid();

    public Option<SweepFigure> Figure { get; init; }

    public int Repetitions { get; init; } = 1;

    public ulong Seed { get; init; }
}
