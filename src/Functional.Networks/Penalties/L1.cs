namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;
using Functional.Numerics.Sums;

/// <summary>The L1 penalty, <c>λ·Σ |w|</c>.</summary>
/// <remarks>The gradient is λ·sign(w), and 0 at w = 0.</remarks>
public sealed record L1 : Penalty
{
    /// <summary>The L1 penalty, <c>λ·Σ |w|</c>.</summary>
    /// <param name="strength">λ, finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The strength is negative or not finite.</exception>
    public L1(double strength)
        : base(strength)
    {
    }

    internal override double Factor => Strength;

    internal override T SumOf<T>(ReadOnlySpan<T> weights) => GrainSum.OfMagnitudes(weights);

    internal override void AddGradient<T>(Span<T> gradient, ReadOnlySpan<T> weights, Execution execution) =>
        Elements.Map(new Added<T>(T.CreateChecked(Strength)), gradient, weights, gradient, execution);

    private readonly record struct Added<T>(T Strength) : IBinaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.FusedMultiplyAdd(TLanes.Broadcast(Strength), Signs.Of<T, TLanes>(y), x);
    }
}
