namespace Functional.Networks;

using System.Runtime.CompilerServices;
using Functional.Numerics.Elementary;
using Functional.Numerics.Lanes;

/// <summary>The logistic sigmoid, <c>f(x) = 1 / (1 + e⁻ˣ)</c>.</summary>
/// <remarks>The derivative is y·(1 − y).</remarks>
public sealed record Sigmoid : Activation
{
    /// <inheritdoc/>
    public override string Title => "Sigmoid";

    internal override ActivationKernel<T> Kernel<T>() => new ElementwiseKernel<T, Function<T>>(default(Function<T>));

    private readonly struct Function<T> : IActivationFunction<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Value<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T> => default(Sigmoid<T>).Invoke(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Slope<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> => y * (TLanes.Constant(1) - y);
    }
}
