namespace Functional.Networks;

using System.Runtime.CompilerServices;
using Functional.Numerics.Lanes;

/// <summary>The rectified linear unit, <c>f(x) = max(0, x)</c>.</summary>
/// <remarks>The derivative is 1 for positive x, otherwise 0; at the kink 0 (V. Nair, G. E. Hinton 2010). NaN stays NaN.</remarks>
public sealed record Relu : Activation
{
    /// <inheritdoc/>
    public override string Title => "ReLU";

    internal override ActivationKernel<T> Kernel<T>() => new ElementwiseKernel<T, Function<T>>(default(Function<T>));

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
