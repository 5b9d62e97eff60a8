namespace Functional.Networks;

using MathNet.Numerics.LinearAlgebra;

/// <summary>A point that a descent comes to.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Point">The variables.</param>
/// <param name="Value">The function's value there.</param>
public sealed record DescentPoint<T>(Vector<T> Point, T Value)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The variables.</summary>
    public Vector<T> Point { get; init => field = Given.NotNull(value); } = Given.NotNull(Point);
}
