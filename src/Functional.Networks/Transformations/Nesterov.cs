namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;

/// <summary>Nesterov's momentum: <c>v ← μ·v + g</c>, and g + μ·v is passed on.</summary>
/// <remarks>
/// Y. Nesterov 1983, in the form of I. Sutskever et al. 2013 with the parameters at the point that looks ahead, as in PyTorch. Moment 0 is v,
/// which begins at 0.
/// </remarks>
public sealed record Nesterov : GradientTransformation
{
    /// <summary>Nesterov's momentum.</summary>
    /// <param name="decay">μ, at least 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The decay is outside that range.</exception>
    public Nesterov(double decay = 0.9) => Decay = RequireDecay(decay, nameof(decay));

    /// <summary>μ: how much of the velocity a step keeps.</summary>
    public double Decay { get; }

    internal override int MomentCount => 1;

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state)
    {
        var velocity = state.Moments[0];
        var ahead = new Ahead<T>(T.CreateChecked(Decay));
        plan.Sweep(block => Elements.Replace(ahead, block.Of(velocity), block.Update, block.Execution), velocity);
    }

    private readonly record struct Ahead<T>(T Decay) : IPairOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y, out TLanes second)
            where TLanes : struct, ILanes<TLanes, T>
        {
            var decay = TLanes.Broadcast(Decay);
            var velocity = TLanes.FusedMultiplyAdd(decay, x, y);
            second = TLanes.FusedMultiplyAdd(decay, velocity, y);
            return velocity;
        }
    }
}
