namespace Functional.Verification.Tests.Mutants;

using System;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>What a layer has at hand on its way back, from which a right or a wrong gradient can be made.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Input">Its input, [inputs × samples].</param>
/// <param name="Output">Its output, [outputs × samples].</param>
/// <param name="Upstream">The gradient by its output.</param>
/// <param name="Right">The layer's own, right gradients.</param>
/// <param name="Pass">The pass that the layer saw on the way forward.</param>
public sealed record WayBack(Layer<double> Layer, Matrix<double> Input, Matrix<double> Output, Matrix<double> Upstream, LayerGradient<double> Right, Pass Pass)
{
    /// <summary>The right parameters' gradient with another one by the input.</summary>
    public LayerGradient<double> WithInput(Func<Matrix<double>> input) => new(Right.Parameters, input);

    /// <summary>The right gradient by the input with another one by the parameters.</summary>
    public LayerGradient<double> WithParameters(Func<Parameter<double>, Matrix<double>, Matrix<double>> change) => WithParameters(Right.Parameters.Map(change));

    /// <summary>The right gradient by the input with another one by the parameters.</summary>
    public LayerGradient<double> WithParameters(Parameters<double> parameters) => new(parameters, () => Right.Input);

    /// <summary>The gradients as if the layer had seen another input.</summary>
    public LayerGradient<double> At(Matrix<double> input) => Layer.Forward(input, Pass).Pullback(Upstream);

    /// <summary>The gradients of another gradient by the output.</summary>
    public LayerGradient<double> Of(Matrix<double> upstream) => Layer.Forward(Input, Pass).Pullback(upstream);

    /// <summary>The gradients as if the layer had drawn from another key.</summary>
    public LayerGradient<double> WithAnotherKey() => Layer.Forward(Input, Pass.Within(1)).Pullback(Upstream);

    /// <summary>A matrix with every entry changed, given its row and column.</summary>
    public static Matrix<double> Change(Matrix<double> values, Func<int, int, double, double> change) => Dense.Matrix(
        values.RowCount,
        values.ColumnCount,
        [.. Enumerable.Range(0, values.RowCount * values.ColumnCount).Select(i => change(i % values.RowCount, i / values.RowCount, values.Numbers[i]))]);

    /// <summary>Every sample in the place of the one before.</summary>
    public static Matrix<double> NextSample(Matrix<double> values) => Change(values, (row, column, _) => values[row, (column + 1) % values.ColumnCount]);

    /// <summary>Every feature in the place of the one before.</summary>
    public static Matrix<double> NextFeature(Matrix<double> values) => Change(values, (row, column, _) => values[(row + 1) % values.RowCount, column]);
}
