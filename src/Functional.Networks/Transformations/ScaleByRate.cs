namespace Functional.Networks;

using Functional.Numerics.Elementwise.Operations;

/// <summary>Multiplies by minus the learning rate, so that adding the update goes downhill: <c>u = −η(step)·g</c>.</summary>
/// <param name="Rate">η, the learning rate; a number is a constant one.</param>
public sealed record ScaleByRate(Schedule Rate) : GradientTransformation
{
    /// <summary>η, the learning rate; a number is a constant one.</summary>
    public Schedule Rate { get; init => field = Given.NotNull(value); } = Given.NotNull(Rate);

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state) =>
        plan.Scale(plan.Once(() => new Scale<T>(T.CreateChecked(-Rate.At(state.Steps)))));
}
