namespace Functional.Numerics.Differentiation;

using System;

/// <summary>A way to find the derivative of a function of one number from its values alone: <see cref="ExtrapolatedDifference"/> or <see cref="CentralDifference"/>.</summary>
/// <param name="function">From an offset in the argument to the value.</param>
/// <param name="center">The value at offset 0.</param>
/// <returns>The derivative at offset 0.</returns>
public delegate Derivative NumericDerivative(Func<double, double> function, double center);
