namespace Functional.Networks;

using LanguageExt;

/// <summary>Applies a transformation to some parameters; the gradient of the others passes as it is.</summary>
/// <remarks>
/// With <see cref="Scale"/> inside it gives layers learning rates of their own. What looks at all parameters, such as a norm, looks at the chosen ones. Part 0 is the
/// state of the transformation inside, which has room for all parameters.
/// </remarks>
/// <param name="Choice">Which parameters.</param>
/// <param name="Transformation">What is applied to them.</param>
public sealed record ForParameters(ParameterChoice Choice, GradientTransformation Transformation) : GradientTransformation
{
    /// <summary>Which parameters.</summary>
    public ParameterChoice Choice { get; init => field = Given.NotNull(value); } = Given.NotNull(Choice);

    /// <summary>What is applied to them.</summary>
    public GradientTransformation Transformation { get; init => field = Given.NotNull(value); } = Given.NotNull(Transformation);

    internal override Seq<GradientTransformation> Inner => Prelude.Seq1(Transformation);

    internal override void RequireNames(Seq<string> names)
    {
        Choice.RequireNames(names);
        Transformation.RequireNames(names);
    }

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state) =>
        plan.For(Choice.Among(plan.Layout), () => Transformation.WriteAll(plan, state.Parts[0]));
}
