namespace Functional.Networks;

using System;
using Functional.Numerics;
using Functional.Numerics.Expressions;
using Functional.Numerics.Sums;

/// <summary>A loss that is computed by programs of output and target: one for the value, one for the derivative by the output.</summary>
internal sealed class ExpressionLossKernel<T>(VectorProgram value, VectorProgram slope) : LossKernel<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override T Of(ReadOnlySpan<T> output, ReadOnlySpan<T> target, Span<T> gradient, Span<T> room, int rows, Execution execution)
    {
        value.Run(output, target, room[..output.Length], execution);
        slope.Run(output, target, gradient, execution);
        gradient[rows..].Clear();
        return GrainSum.Of<T>(room[..rows]);
    }
}
