namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics.Elementary;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;
using LanguageExt;

/// <summary>Adam's scaling with Nesterov's momentum: <c>u = ((1 − μₜ)/(1 − Πₜ)·g + μₜ₊₁/(1 − Πₜ·μₜ·μₜ₊₁)·m) / (√v̂ + ε)</c>.</summary>
/// <remarks>
/// T. Dozat 2016, algorithm 8, with μₜ = β₁·(1 − ½·0.96^(t·ψ)) and Πₜ = μ₁·…·μₜ, t counted from 1; m, v and v̂ as in <see cref="ScaleByAdam"/>.
/// The paper divides the second term by 1 − Πₜ·μₜ₊₁; the μₜ more is PyTorch's (1.10 to 1.13), whose figures this agrees with: it makes the first updates some
/// per cent shorter and vanishes as Π does. Moment 0 is m, moment 1 is v; number 0 is Π.
/// </remarks>
public sealed record ScaleByNAdam : GradientTransformation
{
    /// <summary>log 0.96.</summary>
    private const double LogBase = -0.040821994520255166;

    /// <summary>NAdam's scaling.</summary>
    /// <param name="firstDecay">β₁, at least 0 and below 1.</param>
    /// <param name="secondDecay">β₂, at least 0 and below 1.</param>
    /// <param name="epsilon">ε, finite and above 0.</param>
    /// <param name="momentumDecay">ψ, finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public ScaleByNAdam(double firstDecay = 0.9, double secondDecay = 0.999, double epsilon = 1e-8, double momentumDecay = 0.004)
    {
        FirstDecay = RequireDecay(firstDecay, nameof(firstDecay));
        SecondDecay = RequireDecay(secondDecay, nameof(secondDecay));
        Epsilon = RequirePositive(epsilon, nameof(epsilon));
        MomentumDecay = RequireNotNegative(momentumDecay, nameof(momentumDecay));
    }

    /// <summary>β₁: how much of the running mean of the gradient a step keeps.</summary>
    public double FirstDecay { get; }

    /// <summary>β₂: how much of the running mean of the squared gradient a step keeps.</summary>
    public double SecondDecay { get; }

    /// <summary>ε: keeps the division finite.</summary>
    public double Epsilon { get; }

    /// <summary>ψ: how fast the momentum rises from half of β₁ towards β₁.</summary>
    public double MomentumDecay { get; }

    internal override int MomentCount => 2;

    internal override Seq<double> StartNumbers => Prelude.Seq1(1.0);

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state)
    {
        var (first, second) = (state.Moments[0], state.Moments[1]);
        var (mean, meanOfSquares) = (RunningMean<T>.Of(FirstDecay), RunningMeanOfSquares<T>.Of(SecondDecay));
        var product = plan.Once(() => state.Numbers[0] * MomentumAt(state.Steps + 1));
        var scaled = plan.Once(() => ScaledAt<T>(state.Steps + 1, state.Numbers[0]));
        plan.Sweep(
            block =>
            {
                Elements.Map(mean, block.Of(first), block.Update, block.Of(first), block.Execution);
                Elements.Map(meanOfSquares, block.Of(second), block.Update, block.Of(second), block.Execution);
                Elements.Map(scaled.Value, block.Update, block.Of(first), block.Of(second), block.Update, block.Execution);
            },
            first,
            second);
        plan.AtEnd(() => state.Numbers[0] = product.Value);
    }

    private double MomentumAt(long step) => FirstDecay * (1 - (0.5 * Elements.Apply(default(Exp<double>), step * MomentumDecay * LogBase)));

    private Scaled<T> ScaledAt<T>(long step, double productBefore)
        where T : struct, IFloatingPointIeee754<T>
    {
        var (now, next) = (MomentumAt(step), MomentumAt(step + 1));
        var product = productBefore * now;
        return new(
            T.CreateChecked((1 - now) / (1 - product)),
            T.CreateChecked(next / (1 - (product * now * next))),
            BiasCorrection.Of<T>(SecondDecay, step),
            T.CreateChecked(Epsilon));
    }

    private readonly record struct Scaled<T>(T OfGradient, T OfMean, T SecondCorrection, T Epsilon) : ITernaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y, TLanes z)
            where TLanes : struct, ILanes<TLanes, T> =>
            TLanes.FusedMultiplyAdd(TLanes.Broadcast(OfGradient), x, TLanes.Broadcast(OfMean) * y)
            / (TLanes.Sqrt(TLanes.Broadcast(SecondCorrection) * z) + TLanes.Broadcast(Epsilon));
    }
}
