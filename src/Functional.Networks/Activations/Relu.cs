namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Lanes;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The rectified linear unit, <c>f(x) = max(0, x)</c>.</summary>
/// <remarks>The derivative is 1 for positive x, otherwise 0; at the kink 0 (V. Nair, G. E. Hinton 2010). NaN stays NaN.</remarks>
public sealed record Relu : Activation
{
    /// <inheritdoc/>
    public override string Title => "ReLU";

    /// <inheritdoc/>
    public override (Matrix<T> Output, Func<Matrix<T>, Matrix<T>> Pull) Apply<T>(Matrix<T> input, Execution? execution = null) =>
        ElementwiseActivation.Apply(default(Function<T>), input, execution);

    private readonly struct Function<T> : IActivationFunction<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Value<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.LessThanOrEqual(x, TLanes.Zero), TLanes.Zero, x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Slope<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.LessThan(TLanes.Zero, x), TLanes.Constant(1), TLanes.Zero);
    }
}
