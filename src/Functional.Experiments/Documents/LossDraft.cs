namespace Functional.Experiments;

using Functional.Networks;
using LanguageExt;

/// <summary>What a document says of a loss; each kind has some of it.</summary>
/// <param name="Reduction">What a batch's loss is.</param>
/// <param name="Number">The loss's own number: a margin, where a parabola ends, how much less counts what is classified well.</param>
/// <param name="Alpha">The weight of target 1; none where both targets weigh 1.</param>
internal sealed record LossDraft(Reduction Reduction, double Number, Option<double> Alpha)
{
    private static readonly NameTable<Reduction> Reductions = new(
        "reduction",
        ("mean-over-samples", Reduction.MeanOverSamples),
        ("mean-over-elements", Reduction.MeanOverElements),
        ("sum", Reduction.Sum),
        ("sum-over-count", Reduction.SumOverCount));

    /// <summary>What a batch's loss is.</summary>
    public static Member<LossDraft> ReductionMember { get; } =
        new Member<LossDraft, Reduction>(new NameForm<Reduction>(Reductions), own => own.Reduction, (own, value) => own with { Reduction = value })
        {
            Name = "reduction",
            Description = "What a batch's loss is, made of those of its samples.",
        };

    /// <summary>The weight of target 1.</summary>
    public static Member<LossDraft> AlphaMember { get; } =
        new Member<LossDraft, Option<double>>(new OptionalForm<double>(new NumberForm(NumberRange.Part)), own => own.Alpha, (own, value) => own with { Alpha = value })
        {
            Name = "alpha",
            Description = "The weight of target 1 beside 1 − alpha for target 0; null lets both weigh 1.",
        };

    /// <summary>The loss's own number.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="description">What it means.</param>
    /// <param name="range">Which numbers are right.</param>
    public static Member<LossDraft> NumberMember(string name, string description, NumberRange range) =>
        new Member<LossDraft, double>(new NumberForm(range), own => own.Number, (own, value) => own with { Number = value }) { Name = name, Description = description };
}
