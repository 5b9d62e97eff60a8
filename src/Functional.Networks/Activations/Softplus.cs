namespace Functional.Networks;

using System.Runtime.CompilerServices;
using Functional.Numerics.Elementary;
using Functional.Numerics.Lanes;

/// <summary>The soft plus, <c>f(x) = ln(1 + eˣ)</c>, in nats.</summary>
/// <remarks>The derivative is the logistic sigmoid (C. Dugas and others 2001).</remarks>
public sealed record Softplus : Activation
{
    /// <inheritdoc/>
    public override string Title => "Softplus";

    internal override ActivationKernel<T> Kernel<T>() => new ElementwiseKernel<T, Function<T>>(default(Function<T>));

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
