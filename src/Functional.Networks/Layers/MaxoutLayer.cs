namespace Functional.Networks;

using System;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Gives for each of n outputs the largest of k features: <c>yᵢ = maxⱼ x₍ⱼ·ₙ₊ᵢ₎</c>, j from 0 to k − 1.</summary>
/// <remarks>
/// Behind an affine layer with k·n outputs it is the maxout of I. J. Goodfellow, D. Warde-Farley, M. Mirza, A. Courville, Y. Bengio 2013,
/// section 3. The gradient goes to the feature that was the largest, of equal ones to the first. NaN counts as larger than any number.
/// </remarks>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed record Maxout<T> : Layer<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly int inputs;

    /// <summary>A maxout.</summary>
    /// <param name="inputs">The number of features, a multiple of the pieces.</param>
    /// <param name="pieces">k: how many features each output is the largest of, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of pieces is less than 1.</exception>
    /// <exception cref="ArgumentException">The number of features is no multiple of the pieces.</exception>
    public Maxout(int inputs, int pieces)
    {
        Pieces = Maxout.RequirePieces(pieces);
        if (inputs < 1 || inputs % pieces != 0)
        {
            throw new ArgumentException($"Maxout over {pieces} pieces takes a multiple of {pieces} features, got {inputs}.", nameof(inputs));
        }

        this.inputs = inputs;
    }

    /// <summary>k: how many features each output is the largest of.</summary>
    public int Pieces { get; }

    /// <inheritdoc/>
    public override Parameters<T> Parameters => Parameters<T>.None;

    /// <inheritdoc/>
    public override int? InputSize => inputs;

    /// <inheritdoc/>
    public override string Title => $"Maxout {inputs}→{inputs / Pieces}";

    /// <inheritdoc/>
    public override int OutputSize(int inputSize) => inputSize / Pieces;

    /// <inheritdoc/>
    public override Layer<T> With(Parameters<T> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Parameters.RequireSameShape(parameters);
        return this;
    }

    /// <inheritdoc/>
    public override ForwardResult<T> Forward(Matrix<T> input, Pass pass)
    {
        RequireInput(input, pass);
        var (outputs, columns, execution) = (inputs / Pieces, input.ColumnCount, pass.Execution);
        var output = new T[outputs * columns];
        MaxoutKernel.Value(input.Numbers, inputs, output, outputs, outputs, columns, execution);
        return new(Dense.Matrix(outputs, columns, output), outputGradient => new(Parameters<T>.None, () =>
        {
            var gradient = new T[inputs * columns];
            MaxoutKernel.Pull<T>(input.Numbers, gradient, inputs, output, outputGradient.Numbers, outputs, outputs, columns, execution);
            return Dense.Matrix(inputs, columns, gradient);
        }));
    }
}
