namespace Functional.Benchmarks.Products;

using System;
using Functional.Benchmarks.Serving;
using Functional.Numerics;
using Functional.Numerics.Products;
using MathNet.Numerics.LinearAlgebra;

/// <summary>A product by this library, again and again.</summary>
/// <param name="product">The product.</param>
/// <param name="execution">How to compute.</param>
internal sealed class FunctionalProduct<T>(Product product, Execution execution) : IServed
    where T : struct, IFloatingPointIeee754<T>
{
    private const uint Spread = 2654435761;
    private const int UnusedBits = 8;
    private const double Range = 1 << 24;

    private readonly Matrix<T> weights = Filled(product.Outputs, product.Inputs);
    private readonly Matrix<T> inputs = Filled(product.Inputs, product.Samples);
    private readonly Matrix<T> slopes = Filled(product.Outputs, product.Samples);

    /// <summary>The mean squares of all of the result, of its first column and of its last.</summary>
    public double[] Verify()
    {
        var result = Multiply();
        return [MeanSquare(result.Numbers), MeanSquare(result.ColumnNumbers(0)), MeanSquare(result.ColumnNumbers(result.ColumnCount - 1))];
    }

    /// <inheritdoc/>
    public double Run(long steps)
    {
        var result = weights;
        for (var step = 0L; step < steps; step++)
        {
            result = Multiply();
        }

        return double.CreateChecked(result[0, 0]);
    }

    private Matrix<T> Multiply() => product.Kind switch
    {
        ProductKind.Forward => MatrixProduct.Multiply(weights, inputs, execution),
        ProductKind.WeightGradient => MatrixProduct.TransposeAndMultiplyOverSamples(slopes, inputs, execution),
        _ => MatrixProduct.TransposeThisAndMultiply(weights, slopes, execution),
    };

    /// <summary>Numbers between −0.5 and 0.5 with 24 bits, the same for all contenders.</summary>
    private static Matrix<T> Filled(int rows, int columns)
    {
        var numbers = new T[rows * columns];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = T.CreateChecked((unchecked((uint)i * Spread) >> UnusedBits) / Range - 0.5);
        }

        return Dense.Matrix(rows, columns, numbers);
    }

    private static double MeanSquare(ReadOnlySpan<T> numbers)
    {
        var sum = 0.0;
        foreach (var number in numbers)
        {
            sum += double.CreateChecked(number) * double.CreateChecked(number);
        }

        return sum / numbers.Length;
    }
}
