namespace Functional.Networks;

using MathNet.Numerics.LinearAlgebra;

/// <summary>What a layer made of its input, and the way back.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Output">[outputs × samples].</param>
/// <param name="Pullback">From ∂L/∂output to ∂L/∂input and ∂L/∂parameters.</param>
public sealed record ForwardResult<T>(Matrix<T> Output, Pullback<T> Pullback)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>[outputs × samples].</summary>
    public Matrix<T> Output { get; init => field = Given.NotNull(value); } = Given.NotNull(Output);

    /// <summary>From ∂L/∂output to ∂L/∂input and ∂L/∂parameters.</summary>
    public Pullback<T> Pullback { get; init => field = Given.NotNull(value); } = Given.NotNull(Pullback);

    /// <summary>The layer's statistics as they go on from here; none where they stay as they are, as in every inference.</summary>
    public Parameters<T> Statistics { get; init => field = Given.NotNull(value); } = Parameters<T>.None;
}
