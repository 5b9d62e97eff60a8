namespace Functional.Networks;

using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// The way back through a layer: from the loss's gradient with respect to the layer's output to the gradients with respect to its
/// input and its parameters. It is linear.
/// </summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="outputGradient">∂L/∂output, [outputs × samples].</param>
public delegate LayerGradient<T> Pullback<T>(Matrix<T> outputGradient)
    where T : struct, IFloatingPointIeee754<T>;
