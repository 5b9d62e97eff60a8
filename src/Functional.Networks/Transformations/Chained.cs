namespace Functional.Networks;

using System;
using Functional.Numerics;
using LanguageExt;

/// <summary>Transformations one behind another. The empty chain leaves the gradient as it is.</summary>
/// <param name="Parts">The transformations, the first to be applied first; the state has a part for each.</param>
public sealed record Chained(Seq<GradientTransformation> Parts) : GradientTransformation
{
    /// <inheritdoc/>
    public override TransformationState<T> Start<T>(Parameters<T> parameters) =>
        new(0, Seq<Parameters<T>>.Empty, Parts.Map(part => part.Start(parameters)).Strict());

    /// <inheritdoc/>
    public override (Parameters<T> Update, TransformationState<T> State) Step<T>(
        Parameters<T> gradient, TransformationState<T> state, Parameters<T> parameters, Execution? execution = null)
    {
        state.Require(0, Parts.Count, nameof(Chained));
        var update = gradient;
        var states = new TransformationState<T>[Parts.Count];
        for (var i = 0; i < states.Length; i++)
        {
            (update, states[i]) = Parts[i].Step(update, state.Parts[i], parameters, execution);
        }

        return (update, new(state.Steps + 1, Seq<Parameters<T>>.Empty, states.ToSeq().Strict()));
    }

    internal override bool Fits<T>(TransformationState<T> state) =>
        state.Moments.IsEmpty && state.Parts.Count == Parts.Count && Parts.Zip(state.Parts).ForAll(pair => pair.Item1.Fits(pair.Item2));

    internal override void StepInPlace<T>(Span<T> gradient, MomentStore<T> state, int from, Execution execution)
    {
        for (var i = 0; i < Parts.Count; i++)
        {
            Parts[i].StepInPlace(gradient, state.Parts[i], from, execution);
        }
    }
}
