namespace Functional.Networks;

using System;
using Functional.Numerics;
using Functional.Numerics.Products;
using Functional.Numerics.Sums;
using MathNet.Numerics.LinearAlgebra;

/// <summary>An affine layer with its parameters: <c>Z = W·X + b·1ᵀ</c>.</summary>
/// <remarks>
/// Backward, with D = ∂L/∂Z: ∂L/∂W = D·Xᵀ, ∂L/∂b = D·1 (both sums over the samples), ∂L/∂X = Wᵀ·D
/// (D. E. Rumelhart, G. E. Hinton, R. J. Williams 1986). Each element's chain in the product starts from the bias.
/// </remarks>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed record Affine<T> : Layer<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private const string WeightsName = "weights";
    private const string BiasName = "bias";

    /// <summary>An affine layer with the given parameters.</summary>
    /// <param name="weights">W, [outputs × inputs].</param>
    /// <param name="bias">b, one number for each output.</param>
    /// <exception cref="ArgumentException">The numbers of outputs differ.</exception>
    public Affine(Matrix<T> weights, MathNet.Numerics.LinearAlgebra.Vector<T> bias)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(bias);
        if (weights.RowCount != bias.Count)
        {
            throw new ArgumentException($"The weights are {weights.RowCount} × {weights.ColumnCount}, so the bias must have {weights.RowCount} entries, not {bias.Count}.", nameof(bias));
        }

        Weights = weights;
        Bias = bias;
    }

    /// <summary>W, [outputs × inputs].</summary>
    public Matrix<T> Weights { get; }

    /// <summary>b, one number for each output.</summary>
    public MathNet.Numerics.LinearAlgebra.Vector<T> Bias { get; }

    /// <inheritdoc/>
    public override int? InputSize => Weights.ColumnCount;

    /// <inheritdoc/>
    public override string Title => $"Affine {Weights.ColumnCount}→{Weights.RowCount}";

    /// <inheritdoc/>
    public override Parameters<T> Parameters => Named(Weights, Bias);

    /// <inheritdoc/>
    public override int OutputSize(int inputSize) => Weights.RowCount;

    /// <inheritdoc/>
    public override Layer<T> With(Parameters<T> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Parameters.RequireSameShape(parameters);
        return new Affine<T>(parameters.Entries[0].Values, Dense.Vector(parameters.Entries[1].Values.Numbers.ToArray()));
    }

    /// <inheritdoc/>
    public override ForwardResult<T> Forward(Matrix<T> input, Pass pass)
    {
        RequireInput(input, pass);
        var output = MatrixProduct.MultiplyAdd(Weights, input, Bias, pass.Execution);
        return new(output, outputGradient => new LayerGradient<T>(
            Named(
                MatrixProduct.TransposeAndMultiplyOverSamples(outputGradient, input, pass.Execution),
                GrainSum.OverColumns(outputGradient, pass.Execution)),
            () => MatrixProduct.TransposeThisAndMultiply(Weights, outputGradient, pass.Execution)));
    }

    private static Parameters<T> Named(Matrix<T> weights, MathNet.Numerics.LinearAlgebra.Vector<T> bias) => Parameters<T>.Of(
        new Parameter<T>(WeightsName, ParameterRole.Weights, weights),
        new Parameter<T>(BiasName, ParameterRole.Bias, bias.ToColumnMatrix()));
}
