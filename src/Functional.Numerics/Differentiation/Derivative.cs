namespace Functional.Numerics.Differentiation;

/// <summary>A derivative found numerically.</summary>
/// <param name="Value">The derivative; not meaningful at a kink.</param>
/// <param name="Error">How much the last refinement changed it: an upper bound for its error where the function is smooth.</param>
/// <param name="IsKink">Whether the values are those of a function that has no derivative there, or none that is smooth.</param>
/// <param name="Step">The step that it was found with; what rounding the function's values does to the derivative is in inverse proportion to it.</param>
public readonly record struct Derivative(double Value, double Error, bool IsKink, double Step);
