namespace Functional.Networks;

/// <summary>Nonlinear conjugate gradient: little memory, no more than one direction and one gradient besides the present ones.</summary>
/// <remarks>
/// E. Polak, G. Ribière 1969, with β = max(0, β_PR): J. Nocedal, S. J. Wright, Numerical Optimization, 2nd edition 2006, equations 5.44
/// and 5.45; the line search is for the strong Wolfe conditions with c₁ = 10⁻⁴ and c₂ = 0.1 as recommended there, and tries first the
/// length that promises the last step's decrease (page 59). Where β is 0, or the direction does not go downhill, it starts again from the
/// steepest descent.
/// </remarks>
public sealed record ConjugateGradient : Minimiser
{
    /// <summary>Nonlinear conjugate gradient.</summary>
    /// <param name="limits">When to stop.</param>
    public ConjugateGradient(MinimiserLimits? limits = null)
        : base(limits)
    {
    }

    internal override LineSearch Search => new(1e-4, 0.1);

    internal override Directions<T> Begin<T>() => new ConjugateDirections<T>(null, null, 0);
}
