namespace Functional.Networks;

using MathNet.Numerics.LinearAlgebra;

/// <summary>A step and what it changed in the gradient.</summary>
/// <param name="Step">s = xₖ₊₁ − xₖ.</param>
/// <param name="Change">y = ∇fₖ₊₁ − ∇fₖ.</param>
/// <param name="Curvature">sᵀy, positive.</param>
internal sealed record CurvaturePair<T>(Vector<T> Step, Vector<T> Change, T Curvature)
    where T : struct, IFloatingPointIeee754<T>;
