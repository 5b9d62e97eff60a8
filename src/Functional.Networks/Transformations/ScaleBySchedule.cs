namespace Functional.Networks;

using Functional.Numerics.Elementwise.Operations;

/// <summary>Multiplies by a factor that depends on the step: <c>u = s(step)·g</c>.</summary>
/// <remarks>Unlike <see cref="ScaleByRate"/> it does not turn the direction around.</remarks>
/// <param name="Factor">s, the factor.</param>
public sealed record ScaleBySchedule(Schedule Factor) : GradientTransformation
{
    /// <summary>s, the factor.</summary>
    public Schedule Factor { get; init => field = Given.NotNull(value); } = Given.NotNull(Factor);

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state) =>
        plan.Scale(plan.Once(() => new Scale<T>(T.CreateChecked(Factor.At(state.Steps)))));
}
