namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics;
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

    /// <inheritdoc/>
    public override TransformationState<T> Start<T>(Parameters<T> parameters) => TransformationState<T>.Start(parameters.Zeros());

    /// <inheritdoc/>
    public override (Parameters<T> Update, TransformationState<T> State) Step<T>(
        Parameters<T> gradient, TransformationState<T> state, Parameters<T> parameters, Execution? execution = null)
    {
        state.Require(1, 0, nameof(Momentum));
        var velocity = state.Moments[0].Zip(new Accumulated<T>(T.CreateChecked(Decay)), gradient, execution ?? Execution.Sequential);
        return (velocity, state.Next(velocity));
    }

    internal override bool Fits<T>(TransformationState<T> state) => state.Moments.Count == 1 && state.Parts.IsEmpty;

    internal override void StepInPlace<T>(Span<T> gradient, MomentStore<T> state, int from, Execution execution)
    {
        var velocity = state.Moments[0].AsSpan(from, gradient.Length);
        Elements.Map(new Accumulated<T>(T.CreateChecked(Decay)), velocity, gradient, velocity, execution);
        velocity.CopyTo(gradient);
    }

    private readonly record struct Accumulated<T>(T Decay) : IBinaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.FusedMultiplyAdd(TLanes.Broadcast(Decay), x, y);
    }
}
