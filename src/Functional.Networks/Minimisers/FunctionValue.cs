namespace Functional.Networks;

using MathNet.Numerics.LinearAlgebra;

/// <summary>A function's value at a point, and its gradient there.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Gradient">The derivative by each variable.</param>
public sealed record FunctionValue<T>(T Value, Vector<T> Gradient)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The derivative by each variable.</summary>
    public Vector<T> Gradient { get; init => field = Given.NotNull(value); } = Given.NotNull(Gradient);
}
