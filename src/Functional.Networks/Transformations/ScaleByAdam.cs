namespace Functional.Networks;

using System;
using Functional.Numerics.Elementwise;

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
        Epsilon = RequirePositive(epsilon, nameof(epsilon));
    }

    /// <summary>β₁: how much of the running mean of the gradient a step keeps.</summary>
    public double FirstDecay { get; }

    /// <summary>β₂: how much of the running mean of the squared gradient a step keeps.</summary>
    public double SecondDecay { get; }

    /// <summary>ε: keeps the division finite.</summary>
    public double Epsilon { get; }

    internal override int MomentCount => 2;

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state)
    {
        var (first, second) = (state.Moments[0], state.Moments[1]);
        var (mean, meanOfSquares) = (RunningMean<T>.Of(FirstDecay), RunningMeanOfSquares<T>.Of(SecondDecay));
        var scaled = plan.Once(() => new ScaledMean<T>(
            BiasCorrection.Of<T>(FirstDecay, state.Steps + 1), BiasCorrection.Of<T>(SecondDecay, state.Steps + 1), T.CreateChecked(Epsilon)));
        plan.Sweep(
            block =>
            {
                Elements.Map(mean, block.Of(first), block.Update, block.Of(first), block.Execution);
                Elements.Map(meanOfSquares, block.Of(second), block.Update, block.Of(second), block.Execution);
                Elements.Map(scaled.Value, block.Of(first), block.Of(second), block.Update, block.Execution);
            },
            first,
            second);
    }
}
