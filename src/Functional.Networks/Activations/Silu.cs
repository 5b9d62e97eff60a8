namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Elementary;
using Functional.Numerics.Lanes;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The sigmoid linear unit, <c>f(x) = x·σ(x)</c>, also called swish.</summary>
/// <remarks>The derivative is σ(x)·(1 + x·(1 − σ(x))) (S. Elfwing, E. Uchibe, K. Doya 2018, equation 5).</remarks>
public sealed record Silu : Activation
{
    /// <inheritdoc/>
    public override string Title => "SiLU";

    /// <inheritdoc/>
    public override (Matrix<T> Output, Func<Matrix<T>, Matrix<T>> Pull) Apply<T>(Matrix<T> input, Execution? execution = null) =>
        ElementwiseActivation.Apply(default(Function<T>), input, execution);

    private readonly struct Function<T> : IActivationFunction<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Value<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T> => x * default(Sigmoid<T>).Invoke(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Slope<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T>
        {
            var one = TLanes.Constant(1);
            var sigmoid = default(Sigmoid<T>).Invoke(x);
            return sigmoid * TLanes.FusedMultiplyAdd(x, one - sigmoid, one);
        }
    }
}
