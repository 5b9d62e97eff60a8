namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;

/// <summary>RMSProp's scaling: <c>v ← α·v + (1 − α)·g²</c>, <c>u = g / (√v + ε)</c>.</summary>
/// <remarks>
/// T. Tieleman, G. Hinton 2012 (lecture 6.5); ε outside the root, as in PyTorch (others write √(v + ε)). Moment 0 is v, which begins at 0 and
/// is not corrected for it. With <see cref="Momentum"/> behind it, it is RMSProp with momentum.
/// </remarks>
public sealed record ScaleByRmsProp : GradientTransformation
{
    /// <summary>RMSProp's scaling.</summary>
    /// <param name="decay">α, at least 0 and below 1.</param>
    /// <param name="epsilon">ε, finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public ScaleByRmsProp(double decay = 0.99, double epsilon = 1e-8)
    {
        Decay = RequireDecay(decay, nameof(decay));
        Epsilon = RequirePositive(epsilon, nameof(epsilon));
    }

    /// <summary>α: how much of the running mean of the squared gradient a step keeps.</summary>
    public double Decay { get; }

    /// <summary>ε: keeps the division finite.</summary>
    public double Epsilon { get; }

    internal override int MomentCount => 1;

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state)
    {
        var squares = state.Moments[0];
        var scaled = new Scaled<T>(RunningMeanOfSquares<T>.Of(Decay), T.CreateChecked(Epsilon));
        plan.Sweep(block => Elements.Replace(scaled, block.Of(squares), block.Update, block.Execution), squares);
    }

    private readonly record struct Scaled<T>(RunningMeanOfSquares<T> Mean, T Epsilon) : IPairOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y, out TLanes second)
            where TLanes : struct, ILanes<TLanes, T>
        {
            var mean = Mean.Invoke(x, y);
            second = y / (TLanes.Sqrt(mean) + TLanes.Broadcast(Epsilon));
            return mean;
        }
    }
}
