namespace Functional.Networks;

/// <summary>Adds a penalty's gradient: <c>u = g + ∂penalty/∂p</c> for the chosen parameters.</summary>
/// <param name="Penalty">The penalty. Here it acts on updates alone; as a part of the <see cref="Objective"/> it is measured, too.</param>
/// <param name="Choice">Which parameters it acts on.</param>
public sealed record AddPenalty(Penalty Penalty, ParameterChoice Choice) : GradientTransformation
{
    /// <summary>The penalty. Here it acts on updates alone; as a part of the <see cref="Objective"/> it is measured, too.</summary>
    public Penalty Penalty { get; init => field = Given.NotNull(value); } = Given.NotNull(Penalty);

    /// <summary>Which parameters it acts on.</summary>
    public ParameterChoice Choice { get; init => field = Given.NotNull(value); } = Given.NotNull(Choice);

    /// <summary>Adds a penalty's gradient for the weights.</summary>
    /// <param name="penalty">The penalty.</param>
    public AddPenalty(Penalty penalty)
        : this(penalty, ParameterChoice.Weights)
    {
    }

    internal override void RequireNames(LanguageExt.Seq<string> names) => Choice.RequireNames(names);

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state) =>
        plan.Sweep(Choice.Among(plan.Layout), block => Penalty.AddGradient(block.Update, block.Parameters, block.Execution));
}
