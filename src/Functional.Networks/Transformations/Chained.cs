namespace Functional.Networks;

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
}
