namespace Functional.Networks;

using System;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;

/// <summary>A differentiable function without parameters that keeps the number of features. It is a part of an architecture by itself.</summary>
public abstract record Activation : Architecture
{
    private protected Activation()
    {
    }

    /// <summary>What it is called in tables and messages.</summary>
    public abstract string Title { get; }

    /// <inheritdoc/>
    public override Layer<T> Initialise<T>(int inputs, RandomKey key) => new Activated<T>(this);

    /// <summary>The function's values, and the way back from the gradient by the output to the gradient by the input.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="input">[features × samples].</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    public abstract (Matrix<T> Output, Func<Matrix<T>, Matrix<T>> Pull) Apply<T>(Matrix<T> input, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>;
}
