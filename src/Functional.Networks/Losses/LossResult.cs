namespace Functional.Networks;

using MathNet.Numerics.LinearAlgebra;

/// <summary>A loss and the way it changes with the outputs.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Value">The loss.</param>
/// <param name="Gradient">∂L/∂outputs, [outputs × samples].</param>
public sealed record LossResult<T>(T Value, Matrix<T> Gradient)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>∂L/∂outputs, [outputs × samples].</summary>
    public Matrix<T> Gradient { get; init => field = Given.NotNull(value); } = Given.NotNull(Gradient);
}
