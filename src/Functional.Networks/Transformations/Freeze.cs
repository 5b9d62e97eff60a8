namespace Functional.Networks;

using LanguageExt;

/// <summary>Keeps some parameters as they are: their update is −0, which leaves every number's bits as they are.</summary>
/// <remarks>It belongs at the end of a chain: what stands behind it may add to the update again.</remarks>
/// <param name="Choice">Which parameters.</param>
public sealed record Freeze(ParameterChoice Choice) : GradientTransformation
{
    /// <summary>Which parameters.</summary>
    public ParameterChoice Choice { get; init => field = Given.NotNull(value); } = Given.NotNull(Choice);

    internal override void RequireNames(Seq<string> names) => Choice.RequireNames(names);

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state) =>
        plan.Sweep(Choice.Among(plan.Layout), block => block.Update.Fill(T.NegativeZero));
}
