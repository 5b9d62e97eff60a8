namespace Functional.Networks;

using System;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Drops features at random in training: <c>y = x·f</c> with f = 0 for a fraction p of all elements and 1/(1 − p) for the others.</summary>
/// <remarks>
/// <para>So the output's expectation is the input, and in inference the input passes unchanged (N. Srivastava, G. Hinton, A. Krizhevsky,
/// I. Sutskever, R. Salakhutdinov 2014, section 4, which scales the weights in inference by 1 − p instead; dividing in training is
/// called inverted dropout). Backward: ∂L/∂x = ∂L/∂y·f.</para>
/// <para>The element of feature i of sample s of a batch is dropped where draw s·n + i, n the number of features, of the pass's key falls:
/// <c>key.Bernoulli(p, s·n + i)</c>. So the mask depends on the key and the sample's place in its batch alone.</para>
/// </remarks>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed record Dropout<T> : Layer<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>A dropout.</summary>
    /// <param name="rate">p: the fraction dropped, at least 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is outside its range.</exception>
    public Dropout(double rate) => Rate = Dropout.RequireRate(rate);

    /// <summary>p: the fraction dropped.</summary>
    public double Rate { get; }

    /// <inheritdoc/>
    public override Parameters<T> Parameters => Parameters<T>.None;

    /// <inheritdoc/>
    public override int? InputSize => null;

    /// <inheritdoc/>
    public override string Title => $"Dropout {Rate}";

    /// <inheritdoc/>
    public override int OutputSize(int inputSize) => inputSize;

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
        ArgumentNullException.ThrowIfNull(input);
        return Given.NotNull(pass) is TrainingPass training
            ? Drop(input, training)
            : new(input, outputGradient => new(Parameters<T>.None, () => outputGradient));
    }

    private ForwardResult<T> Drop(Matrix<T> input, TrainingPass pass)
    {
        var (rows, columns, execution) = (input.RowCount, input.ColumnCount, pass.Execution);
        var numbers = new T[rows * columns];
        DropoutFactors.Fill(pass.Key, Rate, pass.FirstSample, rows, rows, numbers, execution);
        var factors = Dense.Matrix(rows, columns, numbers);
        return new(
            Elements.Map(default(Multiply<T>), input, factors, execution),
            outputGradient => new(Parameters<T>.None, () => Elements.Map(default(Multiply<T>), outputGradient, factors, execution)));
    }
}
