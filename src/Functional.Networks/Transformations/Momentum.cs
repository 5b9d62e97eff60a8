namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;

/// <summary>Heavy-ball momentum: <c>v ← μ·v + g</c>, and v is passed on.</summary>
/// <remarks>
/// B. T. Polyak 1964. Moment 0 is v, which begins at 0. With the learning rate applied after it, as in PyTorch, a change of the rate
/// acts on the whole velocity; tutorials that write v ← μ·v − η·g, p ← p + v agree with it as long as η is constant.
/// </remarks>
public sealed record Momentum : GradientTransformation
{
    /// <summary>Heavy-ball momentum.</summary>
    /// <param name="decay">μ, at least 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The decay is outside that range.</exception>
    public Momentum(double decay = 0.9) => Decay = RequireDecay(decay, nameof(decay));

    /// <summary>μ: how much of the velocity a step keeps.</summary>
    public double Decay { get; }

    internal override int MomentCount => 1;

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state)
    {
        var velocity = state.Moments[0];
        var accumulated = new Accumulated<T>(T.CreateChecked(Decay));
        plan.Sweep(block => Elements.Replace(accumulated, block.Of(velocity), block.Update, block.Execution), velocity);
    }

    private readonly record struct Accumulated<T>(T Decay) : IPairOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y, out TLanes second)
            where TLanes : struct, ILanes<TLanes, T>
        {
            second = TLanes.FusedMultiplyAdd(TLanes.Broadcast(Decay), x, y);
            return second;
        }
    }
}
