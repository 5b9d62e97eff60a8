namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;

/// <summary>Adam's scaling by the largest gradient instead of the root mean square: <c>u = m̂ / s</c>, <c>s ← max(β₂·s, |g| + ε)</c>.</summary>
/// <remarks>
/// D. P. Kingma, J. L. Ba 2015, algorithm 2, with m and m̂ as in <see cref="ScaleByAdam"/>; the paper has no ε, PyTorch adds it to |g| so that s is never 0.
/// Moment 0 is m, moment 1 is s; both begin at 0.
/// </remarks>
public sealed record ScaleByAdaMax : GradientTransformation
{
    /// <summary>AdaMax's scaling.</summary>
    /// <param name="firstDecay">β₁, at least 0 and below 1.</param>
    /// <param name="secondDecay">β₂, at least 0 and below 1.</param>
    /// <param name="epsilon">ε, finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public ScaleByAdaMax(double firstDecay = 0.9, double secondDecay = 0.999, double epsilon = 1e-8)
    {
        FirstDecay = RequireDecay(firstDecay, nameof(firstDecay));
        SecondDecay = RequireDecay(secondDecay, nameof(secondDecay));
        Epsilon = RequirePositive(epsilon, nameof(epsilon));
    }

    /// <summary>β₁: how much of the running mean of the gradient a step keeps.</summary>
    public double FirstDecay { get; }

    /// <summary>β₂: how much of the largest gradient a step keeps.</summary>
    public double SecondDecay { get; }

    /// <summary>ε: keeps the division finite.</summary>
    public double Epsilon { get; }

    internal override int MomentCount => 2;

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state)
    {
        var (first, largest) = (state.Moments[0], state.Moments[1]);
        var (mean, larger) = (RunningMean<T>.Of(FirstDecay), new Larger<T>(T.CreateChecked(SecondDecay), T.CreateChecked(Epsilon)));
        var scaled = plan.Once(() => new Scaled<T>(BiasCorrection.Of<T>(FirstDecay, state.Steps + 1)));
        plan.Sweep(
            block =>
            {
                Elements.Map(mean, block.Of(first), block.Update, block.Of(first), block.Execution);
                Elements.Map(larger, block.Of(largest), block.Update, block.Of(largest), block.Execution);
                Elements.Map(scaled.Value, block.Of(first), block.Of(largest), block.Update, block.Execution);
            },
            first,
            largest);
    }

    private readonly record struct Larger<T>(T Decay, T Epsilon) : IBinaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> =>
            default(Maximum<T>).Invoke(TLanes.Broadcast(Decay) * x, TLanes.Abs(y) + TLanes.Broadcast(Epsilon));
    }

    private readonly record struct Scaled<T>(T Correction) : IBinaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Broadcast(Correction) * x / y;
    }
}
