namespace Functional.Numerics.Products;

/// <summary>The shape of an affine layer, and where its numbers stand.</summary>
/// <param name="Rows">The number of outputs.</param>
/// <param name="Columns">The number of inputs.</param>
/// <param name="Weights">The place of the first weight.</param>
/// <param name="Bias">The place of the bias's first number.</param>
/// <param name="InputStride">From one sample's inputs to the next one's.</param>
/// <param name="OutputStride">From one sample's outputs to the next one's, and from one column of the weights to the next.</param>
internal sealed record AffineShape(int Rows, int Columns, int Weights, int Bias, int InputStride, int OutputStride);
