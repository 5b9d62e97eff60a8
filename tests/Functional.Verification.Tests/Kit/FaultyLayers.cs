namespace Functional.Verification.Tests.Kit;

using System;
using System.Linq;
using Functional.Networks;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Layers as users write them, right and with subtle faults.</summary>
internal static class FaultyLayers
{
    /// <summary>1/√(2π).</summary>
    public const double RightDensity = 0.3989422804014327;

    /// <summary>GELU, whose derivative Φ(x) + x·φ(x) has the given constant in φ.</summary>
    public static Layer<double> Gelu(double density) => CustomLayer<double>.Elementwise(
        "my GELU",
        x => x * Phi(x),
        x => Phi(x) + (x * density * Math.Exp(-x * x / 2)));

    /// <summary>Softmax, with or without what the other outputs do to each input's derivative.</summary>
    public static Layer<double> Softmax(bool withOffDiagonal) => new CustomLayer<double>("my softmax", (_, input, _) =>
    {
        var output = Columns(input, column =>
        {
            var exponentials = (column - column.Maximum()).PointwiseExp();
            return exponentials / exponentials.Sum();
        });
        return new(output, gradient => new(Parameters<double>.None, () => withOffDiagonal
            ? Columns(output, gradient, (y, d) => y.PointwiseMultiply(d - d.DotProduct(y)))
            : Columns(output, gradient, (y, d) => y.PointwiseMultiply(d).PointwiseMultiply(1 - y))));
    });

    /// <summary>Batch normalisation without scale and shift, with or without the path through the mean.</summary>
    public static Layer<double> BatchNormalisation(bool withMean) => new CustomLayer<double>("my batch normalisation", (_, input, _) =>
    {
        var rows = input.Transpose();
        var normalised = Columns(rows, x => (x - x.Average()) / Root(x)).Transpose();
        return new(normalised, gradient => new(Parameters<double>.None, () =>
        {
            var own = Columns(rows, gradient.Transpose(), (x, d) =>
            {
                var y = (x - x.Average()) / Root(x);
                return (d - (withMean ? d.Average() : 0) - (y * (d.DotProduct(y) / y.Count))) / Root(x);
            });
            return own.Transpose();
        }));

        static double Root(Vector<double> x) => Math.Sqrt((x - x.Average()).DotProduct(x - x.Average()) / x.Count + 0.25);
    });

    private static double Phi(double x) => 0.5 * (1 + SpecialFunctions.Erf(x / Math.Sqrt(2)));

    private static Matrix<double> Columns(Matrix<double> values, Func<Vector<double>, Vector<double>> function) =>
        Matrix<double>.Build.DenseOfColumnVectors(values.EnumerateColumns().Select(function));

    private static Matrix<double> Columns(Matrix<double> values, Matrix<double> others, Func<Vector<double>, Vector<double>, Vector<double>> function) =>
        Matrix<double>.Build.DenseOfColumnVectors(values.EnumerateColumns().Zip(others.EnumerateColumns(), function));
}
