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
    public (Matrix<T> Output, Func<Matrix<T>, Matrix<T>> Pull) Apply<T>(Matrix<T> input, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(input);
        execution ??= Execution.Sequential;
        var kernel = Kernel<T>();
        var (rows, columns) = (input.RowCount, input.ColumnCount);
        var output = new T[rows * columns];
        kernel.Value(input.Numbers, output, rows, rows, execution);
        return (Dense.Matrix(rows, columns, output), outputGradient =>
        {
            RequireShape(outputGradient, rows, columns);
            var gradient = new T[rows * columns];
            kernel.Pull(input.Numbers, output, outputGradient.Numbers, gradient, rows, rows, execution);
            return Dense.Matrix(rows, columns, gradient);
        }
        );
    }

    /// <summary>The function on plain numbers.</summary>
    internal abstract ActivationKernel<T> Kernel<T>()
        where T : struct, IFloatingPointIeee754<T>;

    private void RequireShape<T>(Matrix<T> outputGradient, int rows, int columns)
        where T : struct, IFloatingPointIeee754<T>
    {
        if (outputGradient.RowCount != rows || outputGradient.ColumnCount != columns)
        {
            throw new ArgumentException(
                $"{Title} gave an output of {rows} × {columns}, so the gradient by it must have that shape, not {outputGradient.RowCount} × {outputGradient.ColumnCount}.", nameof(outputGradient));
        }
    }
}
