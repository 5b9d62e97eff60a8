namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;
using Functional.Numerics.Sums;

/// <summary>The L2 penalty, <c>½·λ·Σ w²</c>.</summary>
/// <remarks>The gradient is λ·w. Sources that write λ·Σ w² mean half of this strength; sources that divide by the number of samples m, λ/(2m)·Σ w², mean λ/m.</remarks>
public sealed record L2 : Penalty
{
    /// <summary>The L2 penalty, <c>½·λ·Σ w²</c>.</summary>
    /// <param name="strength">λ, finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The strength is negative or not finite.</exception>
    public L2(double strength)
        : base(strength)
    {
    }

    internal override double Factor => 0.5 * Strength;

    internal override T SumOf<T>(ReadOnlySpan<T> weights) => GrainSum.OfSquares(weights);

    internal override void AddGradient<T>(Span<T> gradient, ReadOnlySpan<T> weights, Execution execution) =>
        Elements.Map(new Added<T>(T.CreateChecked(Strength)), gradient, weights, gradient, execution);

    private readonly record struct Added<T>(T Strength) : IBinaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.FusedMultiplyAdd(TLanes.Broadcast(Strength), y, x);
    }
}
