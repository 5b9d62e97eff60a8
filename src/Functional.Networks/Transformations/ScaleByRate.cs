namespace Functional.Networks;

using System;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;

/// <summary>Multiplies by minus the learning rate, so that adding the update goes downhill: <c>u = −η(step)·g</c>.</summary>
/// <param name="Rate">η, the learning rate; a number is a constant one.</param>
public sealed record ScaleByRate(Schedule Rate) : GradientTransformation
{
    /// <inheritdoc/>
    public override TransformationState<T> Start<T>(Parameters<T> parameters) => TransformationState<T>.Start();

    /// <inheritdoc/>
    public override (Parameters<T> Update, TransformationState<T> State) Step<T>(
        Parameters<T> gradient, TransformationState<T> state, Parameters<T> parameters, Execution? execution = null)
    {
        state.Require(0, 0, nameof(ScaleByRate));
        var factor = T.CreateChecked(-Rate.At(state.Steps));
        return (gradient.Map(new Scale<T>(factor), execution ?? Execution.Sequential), state.Next());
    }

    internal override bool Fits<T>(TransformationState<T> state) => state.Moments.Count == 0 && state.Parts.IsEmpty;

    internal override void StepInPlace<T>(Span<T> gradient, MomentStore<T> state, int from, Execution execution) =>
        Elements.Map(new Scale<T>(T.CreateChecked(-Rate.At(state.Steps))), gradient, gradient, execution);
}
