namespace Functional.Networks;

using System;
using Functional.Numerics;
using Functional.Numerics.Randomness;

/// <summary>An affine layer, W·X + b, with a number of outputs; the inputs are inferred.</summary>
public sealed record Affine : Architecture
{
    /// <summary>An affine layer.</summary>
    /// <param name="outputs">The number of outputs, at least 1.</param>
    /// <param name="weights">How the weights begin; <see cref="GlorotUniform"/> when left out.</param>
    /// <param name="bias">How the biases begin; <see cref="Zeros"/> when left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of outputs is less than 1.</exception>
    public Affine(int outputs, Initialiser? weights = null, Initialiser? bias = null)
    {
        if (outputs < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(outputs), outputs, "An affine layer needs at least 1 output.");
        }

        Outputs = outputs;
        Weights = weights ?? new GlorotUniform();
        Bias = bias ?? new Zeros();
    }

    /// <summary>The number of outputs.</summary>
    public int Outputs { get; }

    /// <summary>How the weights begin.</summary>
    public Initialiser Weights { get; }

    /// <summary>How the biases begin.</summary>
    public Initialiser Bias { get; }

    /// <inheritdoc/>
    public override Layer<T> Initialise<T>(int inputs, RandomKey key)
    {
        if (inputs < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(inputs), inputs, "An affine layer needs at least 1 input.");
        }

        return new Affine<T>(
            Dense.Matrix(Outputs, inputs, Weights.Draw<T>(Outputs, inputs, Given.Product(Outputs, inputs, nameof(inputs)), key.For("weights"))),
            Dense.Vector(Bias.Draw<T>(Outputs, inputs, Outputs, key.For("bias"))));
    }
}
