namespace Functional.Networks;

using System;
using Functional.Numerics;
using Functional.Numerics.Expressions;

/// <summary>An activation that is computed by programs: one for the values, one of the arguments and the gradient by the values for the way back.</summary>
internal sealed class ExpressionKernel<T>(VectorProgram value, VectorProgram pull) : ActivationKernel<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override void Value(ReadOnlySpan<T> x, Span<T> y, int rows, int stride, Execution execution)
    {
        value.Run(x, default, y, execution);
        ClearRoom(y, rows, stride);
    }

    /// <inheritdoc/>
    public override void Pull(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> yGradient, Span<T> xGradient, int rows, int stride, Execution execution)
    {
        pull.Run(x, yGradient, xGradient, execution);
        ClearRoom(xGradient, rows, stride);
    }

    /// <summary>Behind the rows the function may have been infinite, and its product with a gradient of 0 not a number.</summary>
    private static void ClearRoom(Span<T> numbers, int rows, int stride)
    {
        for (var from = rows; rows < stride && from < numbers.Length; from += stride)
        {
            numbers[from..Math.Min(from + stride - rows, numbers.Length)].Clear();
        }
    }
}
