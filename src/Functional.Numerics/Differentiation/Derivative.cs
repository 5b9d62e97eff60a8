namespace Functional.Numerics.Differentiation;

/// <summary>A derivative found numerically.</summary>
/// <param name="Value">The derivative; not meaningful at a kink.</param>
/// <param name="Error">An estimate of its error where the function is smooth: how much the last refinement changed it.</param>
/// <param name="IsKink">Whether the values are those of a function that has no derivative there, or none that is smooth.</param>
/// <param name="Step">The step that it was found with, the smallest one of several; what rounding the function's values does to the derivative is in inverse proportion to it.</param>
/// <param name="Evaluations">How often the function was evaluated, beside the value at the place itself.</param>
public readonly record struct Derivative(double Value, double Error, bool IsKink, double Step, int Evaluations);
