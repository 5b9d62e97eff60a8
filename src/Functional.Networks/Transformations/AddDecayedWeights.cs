namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;

/// <summary>Weight decay: <c>u = g + λ·p</c> for the chosen parameters.</summary>
/// <remarks>
/// In front of a chain it is the gradient of the penalty ½·λ·Σ p², as in PyTorch's SGD (g ← g + λ·p); behind an adaptive scaling it is the decoupled
/// decay of AdamW (I. Loshchilov, F. Hutter 2019, algorithm 2), which the learning rate behind it scales, too.
/// </remarks>
public sealed record AddDecayedWeights : GradientTransformation
{
    /// <summary>Weight decay.</summary>
    /// <param name="decay">λ, finite and not negative.</param>
    /// <param name="choice">Which parameters decay; the weights when left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">The decay is outside its range.</exception>
    public AddDecayedWeights(double decay, ParameterChoice? choice = null)
    {
        Decay = RequireNotNegative(decay, nameof(decay));
        Choice = choice ?? ParameterChoice.Weights;
    }

    /// <summary>λ.</summary>
    public double Decay { get; }

    /// <summary>Which parameters decay.</summary>
    public ParameterChoice Choice { get; }

    internal override void RequireNames(LanguageExt.Seq<string> names) => Choice.RequireNames(names);

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state)
    {
        var added = new Added<T>(T.CreateChecked(Decay));
        plan.Sweep(Choice.Among(plan.Layout), block => Elements.Map(added, block.Update, block.Parameters, block.Update, block.Execution));
    }

    private readonly record struct Added<T>(T Decay) : IBinaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.FusedMultiplyAdd(TLanes.Broadcast(Decay), y, x);
    }
}
