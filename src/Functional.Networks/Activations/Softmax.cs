namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Lanes;
using Functional.Numerics.Sums;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The softmax over the features of each sample: <c>yᵢ = e^xᵢ / Σⱼ e^xⱼ</c>.</summary>
/// <remarks>
/// The largest feature is subtracted first, which changes no value and keeps every exponential at most 1. The way back for one sample
/// is yᵢ·(dᵢ − Σⱼ dⱼ·yⱼ) with d = ∂L/∂y (J. S. Bridle 1990).
/// </remarks>
public sealed record Softmax : Activation
{
    /// <inheritdoc/>
    public override string Title => "Softmax";

    /// <inheritdoc/>
    public override (Matrix<T> Output, Func<Matrix<T>, Matrix<T>> Pull) Apply<T>(Matrix<T> input, Execution? execution = null)
    {
        var output = SoftmaxColumns.Of(input, execution ?? Execution.Sequential).Probabilities;
        return (output, outputGradient => Pull(output, outputGradient, execution));
    }

    private static Matrix<T> Pull<T>(Matrix<T> output, Matrix<T> outputGradient, Execution? execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        var (rows, columns) = (output.RowCount, output.ColumnCount);
        var products = Elements.Map(default(Multiply<T>), output, outputGradient, execution);
        var gradient = new T[rows * columns];
        for (var column = 0; column < columns; column++)
        {
            var weighted = GrainSum.Of(products.ColumnNumbers(column));
            Elements.Map(new Centred<T>(weighted), output.ColumnNumbers(column), outputGradient.ColumnNumbers(column), gradient.AsSpan(column * rows, rows), execution);
        }

        return Dense.Matrix(rows, columns, gradient);
    }

    private readonly record struct Centred<T>(T Mean) : IBinaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> => x * (y - TLanes.Broadcast(Mean));
    }
}
