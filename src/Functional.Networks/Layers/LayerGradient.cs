namespace Functional.Networks;

using System;
using MathNet.Numerics.LinearAlgebra;

/// <summary>A loss's gradient with respect to a layer's parameters and to its input.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class LayerGradient<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly Lazy<Matrix<T>> input;

    /// <summary>Puts the two gradients together.</summary>
    /// <param name="parameters">∂L/∂parameters, summed over the samples; in the shape of the parameters.</param>
    /// <param name="input">Computes ∂L/∂input, [inputs × samples]; called at most once, and not at all where nobody asks, as in a network's first layer.</param>
    public LayerGradient(Parameters<T> parameters, Func<Matrix<T>> input)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(input);
        Parameters = parameters;
        this.input = new Lazy<Matrix<T>>(input);
    }

    /// <summary>∂L/∂parameters, summed over the samples; in the shape of the parameters.</summary>
    public Parameters<T> Parameters { get; }

    /// <summary>∂L/∂input, [inputs × samples].</summary>
    public Matrix<T> Input => input.Value;
}
