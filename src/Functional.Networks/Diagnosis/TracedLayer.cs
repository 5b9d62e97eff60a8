namespace Functional.Networks;

using MathNet.Numerics.LinearAlgebra;

/// <summary>What one layer took, gave and got back on the way through a network and back.</summary>
/// <remarks>For an affine layer <see cref="Output"/> is what textbooks call z and <see cref="OutputGradient"/> their δ; for an activation the output is a.</remarks>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Place">Where it stands, such as "layer 2", or "layer 2.0" inside another layer.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Output">[outputs × samples].</param>
/// <param name="OutputGradient">∂L/∂output, [outputs × samples].</param>
/// <param name="ParameterGradient">∂L/∂parameters of the layer itself, summed over the samples; none for a residual block, whose layers stand before it.</param>
public sealed record TracedLayer<T>(string Place, Layer<T> Layer, Matrix<T> Output, Matrix<T> OutputGradient, Parameters<T> ParameterGradient)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>Where it stands, such as "layer 2", or "layer 2.0" inside another layer.</summary>
    public string Place { get; init => field = Given.NotNull(value); } = Given.NotNull(Place);

    /// <summary>The layer.</summary>
    public Layer<T> Layer { get; init => field = Given.NotNull(value); } = Given.NotNull(Layer);

    /// <summary>[outputs × samples].</summary>
    public Matrix<T> Output { get; init => field = Given.NotNull(value); } = Given.NotNull(Output);

    /// <summary>∂L/∂output, [outputs × samples].</summary>
    public Matrix<T> OutputGradient { get; init => field = Given.NotNull(value); } = Given.NotNull(OutputGradient);

    /// <summary>∂L/∂parameters of the layer itself, summed over the samples; none for a residual block, whose layers stand before it.</summary>
    public Parameters<T> ParameterGradient { get; init => field = Given.NotNull(value); } = Given.NotNull(ParameterGradient);
}
