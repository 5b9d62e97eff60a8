namespace Functional.Networks;

using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Sums;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The parametric rectified linear unit: <c>y = x</c> for positive x, otherwise <c>a·x</c> with a slope a for each feature that is learnt.</summary>
/// <remarks>
/// Backward: ∂L/∂x = ∂L/∂y for positive x, otherwise a·∂L/∂y; ∂L/∂a = Σ ∂L/∂y·min(x, 0) over the samples (K. He, X. Zhang, S. Ren, J. Sun
/// 2015, equations 1 to 4). The slopes are no weights: penalties leave them out, as the authors advise.
/// </remarks>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Slopes">a, one number for each feature.</param>
public sealed record ParametricRelu<T>(MathNet.Numerics.LinearAlgebra.Vector<T> Slopes) : Layer<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>a, one number for each feature.</summary>
    public MathNet.Numerics.LinearAlgebra.Vector<T> Slopes { get; init => field = Given.NotNull(value); } = Given.NotNull(Slopes);

    private const string SlopeName = "slope";

    /// <inheritdoc/>
    public override Parameters<T> Parameters => Named(Slopes);

    /// <inheritdoc/>
    public override int? InputSize => Slopes.Count;

    /// <inheritdoc/>
    public override string Title => $"Parametric ReLU of {Slopes.Count}";

    /// <inheritdoc/>
    public override int OutputSize(int inputSize) => inputSize;

    /// <inheritdoc/>
    public override Layer<T> With(Parameters<T> parameters)
    {
        System.ArgumentNullException.ThrowIfNull(parameters);
        Parameters.RequireSameShape(parameters);
        return new ParametricRelu<T>(FeatureParameters.At(parameters, 0));
    }

    /// <inheritdoc/>
    public override ForwardResult<T> Forward(Matrix<T> input, Pass pass)
    {
        RequireInput(input, pass);
        var (rows, columns, execution) = (input.RowCount, input.ColumnCount, pass.Execution);
        var output = new T[rows * columns];
        EveryColumn.Map(default(ParametricReluValue<T>), input.Numbers, Slopes.Numbers, output, rows, columns, execution);
        return new(Dense.Matrix(rows, columns, output), outputGradient => new(
            Named(GrainSum.OverColumns(default(ParametricReluTerm<T>), outputGradient, input, execution)),
            () =>
            {
                var gradient = new T[rows * columns];
                EveryColumn.MapPairs(default(ParametricReluPull<T>), input.Numbers, outputGradient.Numbers, Slopes.Numbers, gradient, rows, columns, execution);
                return Dense.Matrix(rows, columns, gradient);
            }));
    }

    private static Parameters<T> Named(MathNet.Numerics.LinearAlgebra.Vector<T> slopes) =>
        Parameters<T>.Of(new Parameter<T>(SlopeName, ParameterRole.Scale, slopes.ToColumnMatrix()));
}
