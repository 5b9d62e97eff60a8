namespace Functional.Networks;

using System.Runtime.CompilerServices;
using Functional.Numerics.Elementary;
using Functional.Numerics.Lanes;

/// <summary>The hyperbolic tangent.</summary>
/// <remarks>The derivative is 1 − y².</remarks>
public sealed record Tanh : Activation
{
    /// <inheritdoc/>
    public override string Title => "Tanh";

    internal override ActivationKernel<T> Kernel<T>() => new ElementwiseKernel<T, Function<T>>(default(Function<T>));

    private readonly struct Function<T> : IActivationFunction<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Value<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T> => default(Tanh<T>).Invoke(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Slope<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.FusedMultiplyAdd(-y, y, TLanes.Constant(1));
    }
}
