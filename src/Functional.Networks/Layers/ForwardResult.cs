namespace Functional.Networks;

using MathNet.Numerics.LinearAlgebra;

/// <summary>What a layer made of its input, and the way back.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Output">[outputs × samples].</param>
/// <param name="Pullback">From ∂L/∂output to ∂L/∂input and ∂L/∂parameters.</param>
public sealed record ForwardResult<T>(Matrix<T> Output, Pullback<T> Pullback)
    where T : struct, IFloatingPointIeee754<T>;
