namespace Functional.Networks;

using System;
using Functional.Numerics.Elementwise;

/// <summary>Adam's scaling with a second moment that never falls: <c>u = m̂ / (√(v⁺ / (1 − β₂ᵗ)) + ε)</c>, <c>v⁺ ← max(v⁺, v)</c>.</summary>
/// <remarks>
/// S. J. Reddi, S. Kale, S. Kumar 2018, algorithm 2, with m and v as in <see cref="ScaleByAdam"/>. The paper corrects neither moment for its start
/// at 0; here both are, and the largest is taken of the uncorrected v, as in PyTorch. Moment 0 is m, moment 1 is v, moment 2 is v⁺.
/// </remarks>
public sealed record ScaleByAmsGrad : GradientTransformation
{
    /// <summary>AMSGrad's scaling.</summary>
    /// <param name="firstDecay">β₁, at least 0 and below 1.</param>
    /// <param name="secondDecay">β₂, at least 0 and below 1.</param>
    /// <param name="epsilon">ε, finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public ScaleByAmsGrad(double firstDecay = 0.9, double secondDecay = 0.999, double epsilon = 1e-8)
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

    internal override int MomentCount => 3;

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state)
    {
        var (first, second, largest) = (state.Moments[0], state.Moments[1], state.Moments[2]);
        var (mean, meanOfSquares) = (RunningMean<T>.Of(FirstDecay), RunningMeanOfSquares<T>.Of(SecondDecay));
        var scaled = plan.Once(() => new ScaledMean<T>(
            BiasCorrection.Of<T>(FirstDecay, state.Steps + 1), BiasCorrection.Of<T>(SecondDecay, state.Steps + 1), T.CreateChecked(Epsilon)));
        plan.Sweep(
            block =>
            {
                Elements.Map(mean, block.Of(first), block.Update, block.Of(first), block.Execution);
                Elements.Map(meanOfSquares, block.Of(second), block.Update, block.Of(second), block.Execution);
                Elements.Map(default(Maximum<T>), block.Of(largest), block.Of(second), block.Of(largest), block.Execution);
                Elements.Map(scaled.Value, block.Of(first), block.Of(largest), block.Update, block.Execution);
            },
            first,
            second,
            largest);
    }
}
