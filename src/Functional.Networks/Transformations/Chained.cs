namespace Functional.Networks;

using LanguageExt;

/// <summary>Transformations one behind another. The empty chain leaves the gradient as it is.</summary>
/// <param name="Parts">The transformations, the first to be applied first; the state has a part for each.</param>
public sealed record Chained(Seq<GradientTransformation> Parts) : GradientTransformation
{
    /// <summary>The transformations, the first to be applied first; the state has a part for each.</summary>
    public Seq<GradientTransformation> Parts { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Parts);

    internal override Seq<GradientTransformation> Links => Parts;

    internal override Seq<GradientTransformation> Inner => Parts;

    internal override bool AcceptsNonFinite => !Parts.IsEmpty && Parts.Head.AcceptsNonFinite;

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state)
    {
        for (var i = 0; i < Parts.Count; i++)
        {
            Parts[i].WriteAll(plan, state.Parts[i]);
        }
    }
}
