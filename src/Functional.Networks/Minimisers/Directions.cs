namespace Functional.Networks;

using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>What a minimiser has learned of the function, and the direction that follows from it: an immutable value.</summary>
internal abstract record Directions<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>Whether nothing has been learned yet, so that the direction is the steepest descent.</summary>
    public abstract bool IsFresh { get; }

    /// <summary>The direction to search along.</summary>
    /// <param name="gradient">The gradient where the search begins.</param>
    /// <param name="execution">How to compute.</param>
    public abstract Vector<T> Of(Vector<T> gradient, Execution execution);

    /// <summary>The length that a search tries first, where something has been learned.</summary>
    /// <param name="slope">The slope along the direction, negative.</param>
    public abstract double FirstLength(double slope);

    /// <summary>What is known after a step.</summary>
    /// <param name="from">Where the step began.</param>
    /// <param name="to">Where it ended.</param>
    /// <param name="direction">The direction of the step.</param>
    /// <param name="execution">How to compute.</param>
    public abstract Directions<T> After(Trial<T> from, Trial<T> to, Vector<T> direction, Execution execution);
}
