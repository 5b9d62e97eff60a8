namespace Functional.Experiments;

using Functional.Networks;

/// <summary>What a document says of a normalisation; each kind has some of it.</summary>
/// <param name="Momentum">How much of a new batch goes into the running statistics.</param>
/// <param name="Epsilon">ε, added to the variance or the mean square.</param>
/// <param name="Scale">How the scales begin.</param>
/// <param name="Shift">How the shifts begin.</param>
internal sealed record NormalisedDraft(double Momentum, double Epsilon, Initialiser Scale, Initialiser Shift)
{
    public static Member<NormalisedDraft> MomentumMember { get; } =
        new Member<NormalisedDraft, double>(new NumberForm(NumberRange.Part), own => own.Momentum, (own, value) => own with { Momentum = value })
        {
            Name = "momentum",
            Description = "How much of a new batch goes into the running statistics.",
        };

    public static Member<NormalisedDraft> EpsilonMember { get; } =
        new Member<NormalisedDraft, double>(new NumberForm(NumberRange.Positive), own => own.Epsilon, (own, value) => own with { Epsilon = value })
        {
            Name = "epsilon",
            Description = "ε, added to what is divided by.",
        };

    public static Member<NormalisedDraft> ScaleMember { get; } =
        new Member<NormalisedDraft, Initialiser>(ArchitectureForms.Initialiser, own => own.Scale, (own, value) => own with { Scale = value })
        {
            Name = "scale",
            Description = "How the scales begin.",
        };

    public static Member<NormalisedDraft> ShiftMember { get; } =
        new Member<NormalisedDraft, Initialiser>(ArchitectureForms.Initialiser, own => own.Shift, (own, value) => own with { Shift = value })
        {
            Name = "shift",
            Description = "How the shifts begin.",
        };

    public static NormalisedDraft Of(BatchNormalisation batch) => new(batch.Momentum, batch.Epsilon, batch.Scale, batch.Shift);

    public static NormalisedDraft Of(LayerNormalisation layer) => new(0, layer.Epsilon, layer.Scale, layer.Shift);

    public static NormalisedDraft Of(RmsNormalisation rms) => new(0, rms.Epsilon, rms.Scale, new Zeros());
}
