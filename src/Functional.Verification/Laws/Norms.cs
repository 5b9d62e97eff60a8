namespace Functional.Verification;

using System;
using Functional.Networks;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Euclidean norms and products of matrices and parameters, in double precision.</summary>
internal static class Norms
{
    public static double Of(ReadOnlySpan<double> numbers) => Math.Sqrt(Dot(numbers, numbers));

    public static double Of(Matrix<double> values) => Of(values.Numbers);

    public static double Of(Parameters<double> parameters) => Of(parameters.Unroll().Numbers);

    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        if (left.Length != right.Length)
        {
            throw new ArgumentException($"A product is of equally many numbers, not of {left.Length} and {right.Length}: a gradient has not the shape of what it is by.", nameof(right));
        }

        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    public static double Dot(Matrix<double> left, Matrix<double> right) => Dot(left.Numbers, right.Numbers);

    public static double Dot(Parameters<double> left, Parameters<double> right) => Dot(left.Unroll().Numbers, right.Unroll().Numbers);

    /// <summary>a·x + b·y.</summary>
    public static Matrix<double> Combine(double a, Matrix<double> x, double b, Matrix<double> y)
    {
        var sums = new double[x.RowCount * x.ColumnCount];
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = (a * x.Numbers[i]) + (b * y.Numbers[i]);
        }

        return Dense.Matrix(x.RowCount, x.ColumnCount, sums);
    }

    /// <summary>a·x + b·y.</summary>
    public static Parameters<double> Combine(double a, Parameters<double> x, double b, Parameters<double> y) =>
        x.Zip(y, (left, right) => Combine(a, left, b, right));
}
