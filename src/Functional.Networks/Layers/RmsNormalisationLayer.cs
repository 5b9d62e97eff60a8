namespace Functional.Networks;

using System;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Sums;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Divides every sample by the root of its features' mean square: <c>y = γ·x̂</c> with <c>x̂ = x / √(Σx²/n + ε)</c>.</summary>
/// <remarks>
/// It is the same in training and in inference. Backward, with G = γ·∂L/∂y: ∂L/∂x = (G − x̂·Σ(G·x̂)/n) / √(Σx²/n + ε), the sums over the n
/// features in grains and their tree; ∂L/∂γ = Σ ∂L/∂y·x̂ is a sum over the samples (B. Zhang, R. Sennrich 2019, equation 4; ε is within
/// the root).
/// </remarks>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed record RmsNormalisation<T> : Layer<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>An RMS normalisation with the given parameters.</summary>
    /// <param name="scale">γ, one number for each feature.</param>
    /// <param name="epsilon">ε, finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">ε is outside its range.</exception>
    public RmsNormalisation(MathNet.Numerics.LinearAlgebra.Vector<T> scale, double epsilon = RmsNormalisation.DefaultEpsilon)
    {
        ArgumentNullException.ThrowIfNull(scale);
        Scale = scale;
        Epsilon = NormalisationRange.RequireEpsilon(epsilon);
    }

    /// <summary>γ, one number for each feature.</summary>
    public MathNet.Numerics.LinearAlgebra.Vector<T> Scale { get; }

    /// <summary>ε: keeps the division finite.</summary>
    public double Epsilon { get; }

    /// <inheritdoc/>
    public override int? InputSize => Scale.Count;

    /// <inheritdoc/>
    public override string Title => $"RMS normalisation of {Scale.Count}";

    /// <inheritdoc/>
    public override Parameters<T> Parameters => FeatureParameters.Scale(Scale);

    internal FeatureNormalisation<T> Kernel => new(Deviation.FromZero, T.CreateChecked(Epsilon));

    /// <inheritdoc/>
    public override int OutputSize(int inputSize) => inputSize;

    /// <inheritdoc/>
    public override Layer<T> With(Parameters<T> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Parameters.RequireSameShape(parameters);
        return new RmsNormalisation<T>(FeatureParameters.At(parameters, 0), Epsilon);
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

        EveryColumn.Map(default(Multiply<T>), normalised, Scale.Numbers, output, rows, columns, execution);
        return new(
            Dense.Matrix(rows, columns, output),
            outputGradient => new(
                FeatureParameters.Scale(GrainSum.ProductsOverColumns(outputGradient, Dense.Matrix(rows, columns, normalised), execution)),
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
