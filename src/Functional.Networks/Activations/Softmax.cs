namespace Functional.Networks;

using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Lanes;
using Functional.Numerics.Sums;

/// <summary>The softmax over the features of each sample: <c>yᵢ = e^xᵢ / Σⱼ e^xⱼ</c>.</summary>
/// <remarks>
/// The largest feature is subtracted first, which changes no value and keeps every exponential at most 1. The way back for one sample
/// is yᵢ·(dᵢ − Σⱼ dⱼ·yⱼ) with d = ∂L/∂y (J. S. Bridle 1990).
/// </remarks>
public sealed record Softmax : Activation
{
    /// <inheritdoc/>
    public override string Title => "Softmax";

    internal override ActivationKernel<T> Kernel<T>() => new Columns<T>();

    private sealed class Columns<T> : ActivationKernel<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        public override void Value(ReadOnlySpan<T> x, Span<T> y, int rows, int stride, Execution execution)
        {
            var length = SoftmaxColumn.Room(rows);
            var rented = ArrayPool<T>.Shared.Rent(length);
            for (var from = 0; from < x.Length; from += stride)
            {
                SoftmaxColumn.Of(x.Slice(from, rows), rented.AsSpan(0, length), execution);
                SoftmaxColumn.Probabilities(rented.AsSpan(0, length), rows).CopyTo(y.Slice(from, rows));
            }

            ArrayPool<T>.Shared.Return(rented);
        }

        public override void Pull(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> yGradient, Span<T> xGradient, int rows, int stride, Execution execution)
        {
            for (var from = 0; from < x.Length; from += stride)
            {
                var values = y.Slice(from, rows);
                var gradients = yGradient.Slice(from, rows);
                var target = xGradient.Slice(from, rows);
                Elements.Map(default(Multiply<T>), values, gradients, target, execution);
                Elements.Map(new Centred<T>(GrainSum.Of<T>(target)), values, gradients, target, execution);
            }
        }
    }

    private readonly record struct Centred<T>(T Mean) : IBinaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> => x * (y - TLanes.Broadcast(Mean));
    }
}
