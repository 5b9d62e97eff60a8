namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;

/// <summary>RMSProp's scaling by an estimate of the variance: <c>v ← α·v + (1 − α)·g²</c>, <c>m ← α·m + (1 − α)·g</c>, <c>u = g / (√(v − m²) + ε)</c>.</summary>
/// <remarks>
/// A. Graves 2013, equations 38 to 45, there with ε inside the root; here outside, as in PyTorch. Moment 0 is v, moment 1 is m; both begin at 0.
/// v − m² is taken as 0 where rounding makes it negative.
/// </remarks>
public sealed record ScaleByCentredRmsProp : GradientTransformation
{
    /// <summary>RMSProp's scaling by an estimate of the variance.</summary>
    /// <param name="decay">α, at least 0 and below 1.</param>
    /// <param name="epsilon">ε, finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public ScaleByCentredRmsProp(double decay = 0.99, double epsilon = 1e-8)
    {
        Decay = RequireDecay(decay, nameof(decay));
        Epsilon = RequirePositive(epsilon, nameof(epsilon));
    }

    /// <summary>α: how much of the running means a step keeps.</summary>
    public double Decay { get; }

    /// <summary>ε: keeps the division finite.</summary>
    public double Epsilon { get; }

    internal override int MomentCount => 2;

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state)
    {
        var (squares, means) = (state.Moments[0], state.Moments[1]);
        var (ofSquares, ofGradients) = (RunningMeanOfSquares<T>.Of(Decay), RunningMean<T>.Of(Decay));
        var scaled = new Scaled<T>(T.CreateChecked(Epsilon));
        plan.Sweep(
            block =>
            {
                Elements.Map(ofSquares, block.Of(squares), block.Update, block.Of(squares), block.Execution);
                Elements.Map(ofGradients, block.Of(means), block.Update, block.Of(means), block.Execution);
                Elements.Map(scaled, block.Update, block.Of(squares), block.Of(means), block.Update, block.Execution);
            },
            squares,
            means);
    }

    private readonly record struct Scaled<T>(T Epsilon) : ITernaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y, TLanes z)
            where TLanes : struct, ILanes<TLanes, T>
        {
            var variance = TLanes.FusedMultiplyAdd(-z, z, y);
            return x / (TLanes.Sqrt(TLanes.Select(TLanes.LessThan(variance, TLanes.Zero), TLanes.Zero, variance)) + TLanes.Broadcast(Epsilon));
        }
    }
}
