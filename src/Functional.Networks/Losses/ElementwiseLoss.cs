namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;
using Functional.Numerics.Sums;

/// <summary>A loss that is a sum of a loss for each output.</summary>
internal sealed class ElementwiseLoss<T, TLoss>(TLoss loss) : LossKernel<T>
    where T : struct, IFloatingPointIeee754<T>
    where TLoss : struct, IElementLoss<T>
{
    /// <inheritdoc/>
    public override T Of(ReadOnlySpan<T> output, ReadOnlySpan<T> target, Span<T> gradient, Span<T> room, int rows, Execution execution)
    {
        Elements.Map(new ValueAndSlope(loss), output, target, room[..output.Length], gradient, execution);
        gradient[rows..].Clear();
        return GrainSum.Of<T>(room[..rows]);
    }

    private readonly record struct ValueAndSlope(TLoss Loss) : IPairOperation<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y, out TLanes second)
            where TLanes : struct, ILanes<TLanes, T>
        {
            second = Loss.Slope(x, y);
            return Loss.Value(x, y);
        }
    }
}
