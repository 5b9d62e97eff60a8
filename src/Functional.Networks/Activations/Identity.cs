namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Lanes;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The identity, <c>f(x) = x</c>.</summary>
/// <remarks>The derivative is 1.</remarks>
public sealed record Identity : Activation
{
    /// <inheritdoc/>
    public override string Title => "Identity";

    /// <inheritdoc/>
    public override (Matrix<T> Output, Func<Matrix<T>, Matrix<T>> Pull) Apply<T>(Matrix<T> input, Execution? execution = null) =>
        ElementwiseActivation.Apply(default(Function<T>), input, execution);

    private readonly struct Function<T> : IActivationFunction<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Value<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T> => x;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Slope<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Constant(1);
    }
}
