namespace Functional.Networks;

using System;
using Functional.Numerics;

/// <summary>
/// A pair of pure functions, from a gradient to what is added to the parameters: an optimiser is a chain of such. It is data; what
/// it remembers between steps is a value of its own.
/// </summary>
public abstract record GradientTransformation
{
    private protected GradientTransformation()
    {
    }

    /// <summary>The state before the first step.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="parameters">The parameters that are going to be trained.</param>
    public abstract TransformationState<T> Start<T>(Parameters<T> parameters)
        where T : struct, IFloatingPointIeee754<T>;

    /// <summary>Transforms one step's gradient.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="gradient">The gradient, or what the transformation before made of it.</param>
    /// <param name="state">The state that <see cref="Start{T}"/> or the last step gave.</param>
    /// <param name="parameters">The parameters before the step.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <returns>The update, in the parameters' shape, and the next state.</returns>
    /// <exception cref="ArgumentException">Gradient, state and parameters do not belong together.</exception>
    public abstract (Parameters<T> Update, TransformationState<T> State) Step<T>(
        Parameters<T> gradient, TransformationState<T> state, Parameters<T> parameters, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>;

    /// <summary>Whether a state has the form that this transformation gives it.</summary>
    internal abstract bool Fits<T>(TransformationState<T> state)
        where T : struct, IFloatingPointIeee754<T>;

    /// <summary>The same as <see cref="Step{T}"/>, on a range of a gradient's numbers and of the state's, which are written over.</summary>
    /// <param name="gradient">The gradient's numbers, which become the update's.</param>
    /// <param name="state">The state; its number of steps is for the caller to advance.</param>
    /// <param name="from">Where the range begins among all numbers.</param>
    /// <param name="execution">How to compute.</param>
    internal abstract void StepInPlace<T>(Span<T> gradient, MomentStore<T> state, int from, Execution execution)
        where T : struct, IFloatingPointIeee754<T>;

    /// <summary>This transformation, then another.</summary>
    /// <param name="next">What is applied to the result of this one.</param>
    public GradientTransformation Then(GradientTransformation next) => new Chained(LanguageExt.Prelude.Seq(this, next));

    /// <summary>Returns a factor of a running mean, which must be at least 0 and below 1.</summary>
    private protected static double RequireDecay(double decay, string name) => decay is >= 0 and < 1
        ? decay
        : throw new ArgumentOutOfRangeException(name, decay, "The decay must be at least 0 and below 1.");
}
