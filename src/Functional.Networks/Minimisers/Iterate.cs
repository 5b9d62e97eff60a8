namespace Functional.Networks;

using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>A point that a minimiser has come to.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Point">The variables.</param>
/// <param name="Value">The function's value.</param>
/// <param name="Gradient">The function's gradient.</param>
/// <param name="Iterations">The number of iterations done: 0 at the starting point.</param>
/// <param name="Evaluations">How often value and gradient have been computed up to here.</param>
/// <param name="Stop">Why it ends here; nothing where it goes on.</param>
public sealed record Iterate<T>(Vector<T> Point, T Value, Vector<T> Gradient, int Iterations, int Evaluations, MinimiserStop? Stop)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The variables.</summary>
    public Vector<T> Point { get; init => field = Given.NotNull(value); } = Given.NotNull(Point);

    /// <summary>The function's gradient.</summary>
    public Vector<T> Gradient { get; init => field = Given.NotNull(value); } = Given.NotNull(Gradient);

    /// <summary>The largest magnitude of a component of the gradient; 0 where there are no variables.</summary>
    public T GradientNorm => LargestMagnitude.Of(Gradient.Numbers);
}
