namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;
using Functional.Numerics.Products;

/// <summary>Applies a function to every element, and its derivative on the way back: <c>∂L/∂x = ∂L/∂y · f′(x)</c>.</summary>
internal sealed class ElementwiseKernel<T, TFunction>(TFunction function) : ActivationKernel<T>
    where T : struct, IFloatingPointIeee754<T>
    where TFunction : struct, IActivationFunction<T>
{
    /// <inheritdoc/>
    public override void Value(ReadOnlySpan<T> x, Span<T> y, int rows, int stride, Execution execution) =>
        Elements.Map(new ValueOf(function), x, y, execution);

    /// <inheritdoc/>
    public override void Pull(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> yGradient, Span<T> xGradient, int rows, int stride, Execution execution) =>
        Elements.Map(new PulledBack(function), x, y, yGradient, xGradient, execution);

    /// <inheritdoc/>
    public override AffineProducts<T>? Behind(AffineShape shape, VectorWidth width) =>
        AffineProducts<T>.For(shape, new ValueOf(function), new PulledBack(function), width);

    private readonly record struct ValueOf(TFunction Function) : IUnaryOperation<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T> => Function.Value(x);
    }

    private readonly record struct PulledBack(TFunction Function) : ITernaryOperation<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y, TLanes z)
            where TLanes : struct, ILanes<TLanes, T> => z * Function.Slope(x, y);
    }
}
