namespace Functional.Networks;

using System.Runtime.CompilerServices;
using Functional.Numerics.Lanes;

/// <summary>The identity, <c>f(x) = x</c>.</summary>
/// <remarks>The derivative is 1.</remarks>
public sealed record Identity : Activation
{
    /// <inheritdoc/>
    public override string Title => "Identity";

    internal override ActivationKernel<T> Kernel<T>() => new ElementwiseKernel<T, Function<T>>(default(Function<T>));

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
