namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;

/// <summary>The sign of a momentum: <c>u = sign(β₁·m + (1 − β₁)·g)</c>, then <c>m ← β₂·m + (1 − β₂)·g</c>.</summary>
/// <remarks>X. Chen et al. 2023, algorithm 2, without its weight decay, which is <see cref="AddDecayedWeights"/>. Moment 0 is m, which begins at 0; sign(0) is 0.</remarks>
public sealed record Lion : GradientTransformation
{
    /// <summary>The sign of a momentum.</summary>
    /// <param name="firstDecay">β₁, at least 0 and below 1.</param>
    /// <param name="secondDecay">β₂, at least 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Lion(double firstDecay = 0.9, double secondDecay = 0.99)
    {
        FirstDecay = RequireDecay(firstDecay, nameof(firstDecay));
        SecondDecay = RequireDecay(secondDecay, nameof(secondDecay));
    }

    /// <summary>β₁: the momentum's share in the update.</summary>
    public double FirstDecay { get; }

    /// <summary>β₂: how much of the momentum a step keeps.</summary>
    public double SecondDecay { get; }

    internal override int MomentCount => 1;

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state)
    {
        var momentum = state.Moments[0];
        var signed = new Signed<T>(RunningMean<T>.Of(FirstDecay), RunningMean<T>.Of(SecondDecay));
        plan.Sweep(block => Elements.Replace(signed, block.Of(momentum), block.Update, block.Execution), momentum);
    }

    private readonly record struct Signed<T>(RunningMean<T> Shared, RunningMean<T> Kept) : IPairOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y, out TLanes second)
            where TLanes : struct, ILanes<TLanes, T>
        {
            second = Signs.Of<T, TLanes>(Shared.Invoke(x, y));
            return Kept.Invoke(x, y);
        }
    }
}
