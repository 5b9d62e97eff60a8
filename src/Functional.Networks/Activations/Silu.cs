namespace Functional.Networks;

using System.Runtime.CompilerServices;
using Functional.Numerics.Elementary;
using Functional.Numerics.Lanes;

/// <summary>The sigmoid linear unit, <c>f(x) = x·σ(x)</c>, also called swish.</summary>
/// <remarks>The derivative is σ(x)·(1 + x·(1 − σ(x))) (S. Elfwing, E. Uchibe, K. Doya 2018, equation 5).</remarks>
public sealed record Silu : Activation
{
    /// <inheritdoc/>
    public override string Title => "SiLU";

    internal override ActivationKernel<T> Kernel<T>() => new ElementwiseKernel<T, Function<T>>(default(Function<T>));

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
