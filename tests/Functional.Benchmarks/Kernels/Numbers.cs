namespace Functional.Benchmarks.Kernels;

using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Arguments of kernels.</summary>
internal static class Numbers
{
    private const ulong Seed = 1;
    private const double Least = 0.01;
    private const double Largest = 4;

    /// <summary>A matrix of positive numbers, the same every time.</summary>
    public static Matrix<T> Matrix<T>(int rows, int columns)
        where T : struct, IFloatingPointIeee754<T>
    {
        var key = RandomKey.FromSeed(Seed);
        return Dense.Matrix(rows, columns, Enumerable.Range(0, rows * columns).Select(at => T.CreateChecked(key.Uniform(Least, Largest, at))).ToArray());
    }
}
