namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;

/// <summary>Adam's scaling: <c>u = m̂ / (√v̂ + ε)</c> with running means of the gradient and of its square, freed of their start at 0.</summary>
/// <remarks>
/// m ← β₁·m + (1 − β₁)·g, v ← β₂·v + (1 − β₂)·g², m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ), t counted from 1
/// (D. P. Kingma, J. L. Ba 2015, algorithm 1; ε outside the root). Moment 0 is m, moment 1 is v.
/// </remarks>
public sealed record ScaleByAdam : GradientTransformation
{
    /// <summary>Adam's scaling.</summary>
    /// <param name="firstDecay">β₁, at least 0 and below 1.</param>
    /// <param name="secondDecay">β₂, at least 0 and below 1.</param>
    /// <param name="epsilon">ε, finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public ScaleByAdam(double firstDecay = 0.9, double secondDecay = 0.999, double epsilon = 1e-8)
    {
        FirstDecay = RequireDecay(firstDecay, nameof(firstDecay));
        SecondDecay = RequireDecay(secondDecay, nameof(secondDecay));
        Epsilon = double.IsFinite(epsilon) && epsilon > 0
            ? epsilon
            : throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "Epsilon must be finite and above 0.");
    }

    /// <summary>β₁: how much of the running mean of the gradient a step keeps.</summary>
    public double FirstDecay { get; }

    /// <summary>β₂: how much of the running mean of the squared gradient a step keeps.</summary>
    public double SecondDecay { get; }

    /// <summary>ε: keeps the division finite.</summary>
    public double Epsilon { get; }

    /// <inheritdoc/>
    public override TransformationState<T> Start<T>(Parameters<T> parameters) =>
        TransformationState<T>.Start(parameters.Zeros(), parameters.Zeros());

    /// <inheritdoc/>
    public override (Parameters<T> Update, TransformationState<T> State) Step<T>(
        Parameters<T> gradient, TransformationState<T> state, Parameters<T> parameters, Execution? execution = null)
    {
        state.Require(2, 0, nameof(ScaleByAdam));
        execution ??= Execution.Sequential;
        var first = state.Moments[0].Zip(MeanOf<T>(), gradient, execution);
        var second = state.Moments[1].Zip(MeanOfSquaresOf<T>(), gradient, execution);
        return (first.Zip(ScaledAt<T>(state.Steps), second, execution), state.Next(first, second));
    }

    internal override bool Fits<T>(TransformationState<T> state) => state.Moments.Count == 2 && state.Parts.IsEmpty;

    internal override void StepInPlace<T>(Span<T> gradient, MomentStore<T> state, int from, Execution execution)
    {
        var first = state.Moments[0].AsSpan(from, gradient.Length);
        var second = state.Moments[1].AsSpan(from, gradient.Length);
        Elements.Map(MeanOf<T>(), first, gradient, first, execution);
        Elements.Map(MeanOfSquaresOf<T>(), second, gradient, second, execution);
        Elements.Map(ScaledAt<T>(state.Steps), first, second, gradient, execution);
    }

    private Mean<T> MeanOf<T>()
        where T : struct, IFloatingPointIeee754<T> => new(T.CreateChecked(FirstDecay), T.CreateChecked(1 - FirstDecay));

    private MeanOfSquares<T> MeanOfSquaresOf<T>()
        where T : struct, IFloatingPointIeee754<T> => new(T.CreateChecked(SecondDecay), T.CreateChecked(1 - SecondDecay));

    private Scaled<T> ScaledAt<T>(long steps)
        where T : struct, IFloatingPointIeee754<T> => new(Correction<T>(FirstDecay, steps + 1), Correction<T>(SecondDecay, steps + 1), T.CreateChecked(Epsilon));

    /// <summary>1 / (1 − βᵗ).</summary>
    private static T Correction<T>(double decay, long step)
        where T : struct, IFloatingPointIeee754<T> => T.CreateChecked(1 / (1 - Powers.Of(decay, step)));

    private readonly record struct Mean<T>(T Kept, T Added) : IBinaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.FusedMultiplyAdd(TLanes.Broadcast(Kept), x, TLanes.Broadcast(Added) * y);
    }

    private readonly record struct MeanOfSquares<T>(T Kept, T Added) : IBinaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.FusedMultiplyAdd(TLanes.Broadcast(Kept), x, TLanes.Broadcast(Added) * y * y);
    }

    private readonly record struct Scaled<T>(T FirstCorrection, T SecondCorrection, T Epsilon) : IBinaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> =>
            TLanes.Broadcast(FirstCorrection) * x / (TLanes.Sqrt(TLanes.Broadcast(SecondCorrection) * y) + TLanes.Broadcast(Epsilon));
    }
}
