namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics.Elementary;
using Functional.Numerics.Lanes;

/// <summary>The exponential linear unit: <c>f(x) = x</c> for positive x, otherwise <c>α·(eˣ − 1)</c>.</summary>
/// <remarks>The derivative for x ≤ 0 is α·eˣ = y + α (D.-A. Clevert, T. Unterthiner, S. Hochreiter 2016, equation 15).</remarks>
public sealed record Elu : Activation
{
    /// <summary>An exponential linear unit.</summary>
    /// <param name="alpha">α, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">α is not finite.</exception>
    public Elu(double alpha = 1) => Alpha = double.IsFinite(alpha)
        ? alpha
        : throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Alpha must be finite.");

    /// <summary>α: the function tends to −α for very negative x.</summary>
    public double Alpha { get; }

    /// <inheritdoc/>
    public override string Title => $"ELU {Alpha}";

    internal override ActivationKernel<T> Kernel<T>() => new ElementwiseKernel<T, Function<T>>(new Function<T>(T.CreateChecked(Alpha)));

    private readonly record struct Function<T>(T Alpha) : IActivationFunction<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Value<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T> =>
            TLanes.Select(TLanes.LessThan(TLanes.Zero, x), x, TLanes.Broadcast(Alpha) * default(ExpM1<T>).Invoke(x));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Slope<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> =>
            TLanes.Select(TLanes.LessThan(TLanes.Zero, x), TLanes.Constant(1), y + TLanes.Broadcast(Alpha));
    }
}
