namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Elementary;
using Functional.Numerics.Lanes;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The soft plus, <c>f(x) = ln(1 + eˣ)</c>, in nats.</summary>
/// <remarks>The derivative is the logistic sigmoid (C. Dugas and others 2001).</remarks>
public sealed record Softplus : Activation
{
    /// <inheritdoc/>
    public override string Title => "Softplus";

    /// <inheritdoc/>
    public override (Matrix<T> Output, Func<Matrix<T>, Matrix<T>> Pull) Apply<T>(Matrix<T> input, Execution? execution = null) =>
        ElementwiseActivation.Apply(default(Function<T>), input, execution);

    private readonly struct Function<T> : IActivationFunction<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Value<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T> => default(Softplus<T>).Invoke(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Slope<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> => default(Sigmoid<T>).Invoke(x);
    }
}
