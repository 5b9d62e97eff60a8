namespace Functional.Networks;

using System;
using LanguageExt;

/// <summary>Limited-memory BFGS (L-BFGS): a quasi-Newton method that keeps only the latest steps.</summary>
/// <remarks>
/// J. Nocedal 1980; J. Nocedal, S. J. Wright, Numerical Optimization, 2nd edition 2006: algorithm 7.4 (two-loop recursion) with
/// the scaling of equation 7.20, and a line search for the strong Wolfe conditions with c₁ = 10⁻⁴ and c₂ = 0.9 as recommended there. The
/// first step, and each one after a failed search, goes along the steepest descent, at first min(1, 1/‖g‖₁) far. A pair whose curvature
/// sᵀy is not positive is not kept.
/// </remarks>
public sealed record LimitedMemoryBfgs : Minimiser
{
    /// <summary>Limited-memory BFGS.</summary>
    /// <param name="memory">The number of steps that are kept, at least 1; 3 to 20 are usual.</param>
    /// <param name="limits">When to stop.</param>
    /// <exception cref="ArgumentOutOfRangeException">The memory is less than 1.</exception>
    public LimitedMemoryBfgs(int memory = 10, MinimiserLimits? limits = null)
        : base(limits) =>
        Memory = memory >= 1 ? memory : throw new ArgumentOutOfRangeException(nameof(memory), memory, "At least 1 step must be kept.");

    /// <summary>The number of steps that are kept.</summary>
    public int Memory { get; }

    internal override LineSearch Search => new(1e-4, 0.9);

    internal override Directions<T> Begin<T>() => new CurvatureDirections<T>(Memory, Seq<CurvaturePair<T>>.Empty);
}
