namespace Functional.Networks;

using MathNet.Numerics.LinearAlgebra;

/// <summary>The forward function of a <see cref="CustomLayer{T}"/>: a pure function of the layer's parameters, its input and the pass.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="parameters">The layer's parameters.</param>
/// <param name="input">[features × samples].</param>
/// <param name="pass">For inference or for training.</param>
/// <returns>The output and the way back.</returns>
public delegate ForwardResult<T> CustomForward<T>(Parameters<T> parameters, Matrix<T> input, Pass pass)
    where T : struct, IFloatingPointIeee754<T>;
