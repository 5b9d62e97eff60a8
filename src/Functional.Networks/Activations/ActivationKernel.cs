namespace Functional.Networks;

using System;
using Functional.Numerics;
using Functional.Numerics.Products;

/// <summary>
/// An activation on plain numbers, column after column. Columns may have room behind their rows, which holds zeros in gradients and
/// must hold zeros there afterwards.
/// </summary>
internal abstract class ActivationKernel<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>Writes the function's values.</summary>
    /// <param name="x">The arguments.</param>
    /// <param name="y">Takes the values.</param>
    /// <param name="rows">The number of features.</param>
    /// <param name="stride">From one sample to the next.</param>
    /// <param name="execution">How to compute.</param>
    public abstract void Value(ReadOnlySpan<T> x, Span<T> y, int rows, int stride, Execution execution);

    /// <summary>Writes the gradient by the arguments.</summary>
    /// <param name="x">The arguments.</param>
    /// <param name="y">The values.</param>
    /// <param name="yGradient">The gradient by the values.</param>
    /// <param name="xGradient">Takes the gradient by the arguments.</param>
    /// <param name="rows">The number of features.</param>
    /// <param name="stride">From one sample to the next.</param>
    /// <param name="execution">How to compute.</param>
    public abstract void Pull(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> yGradient, Span<T> xGradient, int rows, int stride, Execution execution);

    /// <summary>An affine layer and the function behind it, for a few samples; nothing where the function takes more than single numbers.</summary>
    /// <param name="shape">The layer's shape.</param>
    /// <param name="width">The vectors to use, for which <see cref="AffineProducts{T}.Pays"/>.</param>
    public virtual AffineProducts<T>? Behind(AffineShape shape, VectorWidth width) => null;
}
