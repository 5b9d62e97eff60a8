namespace Functional.Networks;

using MathNet.Numerics.LinearAlgebra;

/// <summary>A pure function from a point to one number, with its gradient.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="point">The variables.</param>
/// <returns>The value, and a gradient of as many numbers as the point has.</returns>
public delegate FunctionValue<T> DifferentiableFunction<T>(Vector<T> point)
    where T : struct, IFloatingPointIeee754<T>;
