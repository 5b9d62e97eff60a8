namespace Functional.Networks;

using MathNet.Numerics.LinearAlgebra;

/// <summary>An objective's value for a batch, and how it changes with the parameters and the inputs.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Value">The loss and the penalties together.</param>
/// <param name="Loss">The loss alone.</param>
/// <param name="Output">The network's outputs, [outputs × samples].</param>
/// <param name="Gradient">∂objective/∂parameters and ∂objective/∂inputs.</param>
public sealed record ObjectiveResult<T>(T Value, T Loss, Matrix<T> Output, LayerGradient<T> Gradient)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The network's outputs, [outputs × samples].</summary>
    public Matrix<T> Output { get; init => field = Given.NotNull(value); } = Given.NotNull(Output);

    /// <summary>∂objective/∂parameters and ∂objective/∂inputs.</summary>
    public LayerGradient<T> Gradient { get; init => field = Given.NotNull(value); } = Given.NotNull(Gradient);

    /// <summary>The network's statistics as they go on from here; none where they stay as they are.</summary>
    public Parameters<T> Statistics { get; init => field = Given.NotNull(value); } = Parameters<T>.None;
}
