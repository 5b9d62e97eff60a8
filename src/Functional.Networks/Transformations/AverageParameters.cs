namespace Functional.Networks;

using System;
using System.Linq;
using System.Runtime.CompilerServices;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;
using LanguageExt;

/// <summary>Keeps an exponential moving average of the parameters beside training: <c>a ← β·a + (1 − β)·(p + u)</c>; the update passes as it is.</summary>
/// <remarks>
/// B. T. Polyak, A. B. Juditsky 1992 for the idea of averaging. It belongs at the end of a chain, where the update is what is added to the parameters. Moment 0
/// is a, which begins at the parameters before the first step, so that no correction is needed.
/// </remarks>
public sealed record AverageParameters : GradientTransformation
{
    /// <summary>Keeps an exponential moving average of the parameters.</summary>
    /// <param name="decay">β, at least 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The decay is outside that range.</exception>
    public AverageParameters(double decay = 0.999) => Decay = RequireDecay(decay, nameof(decay));

    /// <summary>β: how much of the average a step keeps.</summary>
    public double Decay { get; }

    /// <summary>The averaged parameters in an optimiser's state, to be put into a network by <see cref="Layer{T}.With"/>.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="optimiser">The optimiser.</param>
    /// <param name="state">Its state.</param>
    /// <returns>The first average; nothing where the optimiser keeps none.</returns>
    /// <exception cref="ArgumentException">The state belongs to another optimiser.</exception>
    public static Option<Parameters<T>> In<T>(GradientTransformation optimiser, TransformationState<T> state)
        where T : struct, IFloatingPointIeee754<T> =>
        Given.NotNull(optimiser).Unfold(Given.NotNull(state)).Where(pair => pair.Transformation is AverageParameters).Select(pair => pair.State.Moments[0]).HeadOrNone();

    internal override int MomentCount => 1;

    internal override Seq<Parameters<T>> StartMoments<T>(Parameters<T> parameters) => Prelude.Seq1(parameters);

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state)
    {
        var average = state.Moments[0];
        var averaged = new Averaged<T>(RunningMean<T>.Of(Decay));
        plan.Sweep(block => Elements.Map(averaged, block.Of(average), block.Parameters, block.Update, block.Of(average), block.Execution), average);
    }

    private readonly record struct Averaged<T>(RunningMean<T> Mean) : ITernaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y, TLanes z)
            where TLanes : struct, ILanes<TLanes, T> => Mean.Invoke(x, y + z);
    }
}
