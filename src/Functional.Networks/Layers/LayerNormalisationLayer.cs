namespace Functional.Networks;

using System;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Sums;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Normalises every sample over its features: <c>y = γ·x̂ + β</c> with <c>x̂ = (x − μ) / √(σ² + ε)</c>.</summary>
/// <remarks>
/// μ and σ² are the mean and the biased variance of the sample's n features, the same in training and in inference. Backward, with
/// G = γ·∂L/∂y: ∂L/∂x = (G − ΣG/n − x̂·Σ(G·x̂)/n) / √(σ² + ε), the sums over the features in grains and their tree; ∂L/∂γ = Σ ∂L/∂y·x̂ and
/// ∂L/∂β = Σ ∂L/∂y are sums over the samples (J. L. Ba, J. R. Kiros, G. E. Hinton 2016, equation 3).
/// </remarks>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed record LayerNormalisation<T> : Layer<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>A layer normalisation with the given parameters.</summary>
    /// <param name="scale">γ, one number for each feature.</param>
    /// <param name="shift">β, one number for each feature.</param>
    /// <param name="epsilon">ε, finite and above 0.</param>
    /// <exception cref="ArgumentException">The numbers of features differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">ε is outside its range.</exception>
    public LayerNormalisation(
        MathNet.Numerics.LinearAlgebra.Vector<T> scale, MathNet.Numerics.LinearAlgebra.Vector<T> shift, double epsilon = LayerNormalisation.DefaultEpsilon)
    {
        ArgumentNullException.ThrowIfNull(scale);
        ArgumentNullException.ThrowIfNull(shift);
        if (shift.Count != scale.Count)
        {
            throw new ArgumentException($"There are {scale.Count} scales and {shift.Count} shifts; there must be one of each for every feature.", nameof(shift));
        }

        Scale = scale;
        Shift = shift;
        Epsilon = NormalisationRange.RequireEpsilon(epsilon);
    }

    /// <summary>γ, one number for each feature.</summary>
    public MathNet.Numerics.LinearAlgebra.Vector<T> Scale { get; }

    /// <summary>β, one number for each feature.</summary>
    public MathNet.Numerics.LinearAlgebra.Vector<T> Shift { get; }

    /// <summary>ε: keeps the division finite.</summary>
    public double Epsilon { get; }

    /// <inheritdoc/>
    public override int? InputSize => Scale.Count;

    /// <inheritdoc/>
    public override string Title => $"Layer normalisation of {Scale.Count}";

    /// <inheritdoc/>
    public override Parameters<T> Parameters => FeatureParameters.ScaleAndShift(Scale, Shift);

    internal FeatureNormalisation<T> Kernel => new(Deviation.FromMean, T.CreateChecked(Epsilon));

    /// <inheritdoc/>
    public override int OutputSize(int inputSize) => inputSize;

    /// <inheritdoc/>
    public override Layer<T> With(Parameters<T> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Parameters.RequireSameShape(parameters);
        return new LayerNormalisation<T>(FeatureParameters.At(parameters, 0), FeatureParameters.At(parameters, 1), Epsilon);
    }

    /// <inheritdoc/>
    public override ForwardResult<T> Forward(Matrix<T> input, Pass pass)
    {
        RequireInput(input, pass);
        var (rows, columns, kernel, execution) = (input.RowCount, input.ColumnCount, Kernel, pass.Execution);
        var (normalised, output, inverse) = (new T[rows * columns], new T[rows * columns], new T[columns]);
        for (var column = 0; column < columns; column++)
        {
            inverse[column] = kernel.Normalise(input.ColumnNumbers(column), normalised.AsSpan(column * rows, rows), execution);
        }

        EveryColumn.Map(default(MultiplyAdd<T>), normalised, Scale.Numbers, Shift.Numbers, output, rows, columns, execution);
        return new(
            Dense.Matrix(rows, columns, output),
            outputGradient => new(
                FeatureParameters.ScaleAndShift(
                    GrainSum.ProductsOverColumns(outputGradient, Dense.Matrix(rows, columns, normalised), execution),
                    GrainSum.OverColumns(outputGradient, execution)),
                () =>
                {
                    var gradient = new T[rows * columns];
                    for (var column = 0; column < columns; column++)
                    {
                        kernel.PullBack(
                            outputGradient.ColumnNumbers(column),
                            Scale.Numbers,
                            normalised.AsSpan(column * rows, rows),
                            inverse[column],
                            gradient.AsSpan(column * rows, rows),
                            execution);
                    }

                    return Dense.Matrix(rows, columns, gradient);
                }));
    }
}
