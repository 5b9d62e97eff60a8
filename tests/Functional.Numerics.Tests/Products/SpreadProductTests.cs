namespace Functional.Numerics.Tests.Products;

using System;
using System.Linq;
using Functional.Numerics.Products;
using Functional.Numerics.Tests.Sums;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

/// <summary>Small products on many threads, and sums over more samples than a kernel takes at once, against the sum as it is written.</summary>
public sealed class SpreadProductTests
{
    [Fact]
    public void Threads_share_the_columns_without_gap_or_overlap()
    {
        foreach (var (rows, columns, inner) in new[] { (1, 1, 1), (2, 7, 3), (5, 36, 4), (33, 19, 7), (3, 65, 2), (20, 2, 5) })
        {
            var (a, b) = (Matrix(rows, inner, 1), Matrix(inner, columns, 2));
            var start = Matrix(rows, 1, 3).Column(0);
            var expected = Matrix<float>.Build.Dense(rows, columns, (i, j) => Chain(a, b, i, j, 0, inner, 0));
            var started = Matrix<float>.Build.Dense(rows, columns, (i, j) => Chain(a, b, i, j, 0, inner, start[i]));
            foreach (var execution in new[] { 1, 2, 3, 5, 64 }.Select(threads => new Execution { Threads = threads, WorkPerThread = 1 }))
            {
                Assert.Equal(expected, MatrixProduct.Multiply(a, b, execution));
                Assert.Equal(expected, MatrixProduct.TransposeThisAndMultiply(a.Transpose(), b, execution));
                Assert.Equal(started, MatrixProduct.MultiplyAdd(a, b, start, execution));
                Assert.Equal(expected, MatrixProduct.TransposeAndMultiplyOverSamples(a, b.Transpose(), execution));
            }
        }
    }

    [Theory]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(2048)]
    [InlineData(2113)]
    [InlineData(5000)]
    [InlineData(40000)]
    public void Any_number_of_samples_is_summed_by_grains_and_tree(int samples)
    {
        var (a, b) = (Matrix(3, samples, 4), Matrix(7, samples, 5));
        var transposed = b.Transpose();
        var expected = Matrix<float>.Build.Dense(3, 7, (i, j) => GrainSumTests.Tree(
            [.. Enumerable.Range(0, (samples + 63) / 64).Select(grain => Chain(a, transposed, i, j, 64 * grain, Math.Min(64 * (grain + 1), samples), 0))]));
        Assert.Equal(expected, MatrixProduct.TransposeAndMultiplyOverSamples(a, b));
        Assert.Equal(expected, MatrixProduct.TransposeAndMultiplyOverSamples(a, b, new Execution { Threads = 3, WorkPerThread = 1 }));
    }

    /// <summary>Where no samples are summed, nothing but memory bounds the number of terms, and all of them are one chain.</summary>
    [Theory]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(2113)]
    public void Any_number_of_terms_is_one_chain(int terms)
    {
        var (a, b) = (Matrix(3, terms, 6), Matrix(terms, 7, 7));
        var expected = Matrix<float>.Build.Dense(3, 7, (i, j) => Chain(a, b, i, j, 0, terms, 0));
        Assert.Equal(expected, MatrixProduct.Multiply(a, b));
        Assert.Equal(expected, MatrixProduct.TransposeThisAndMultiply(a.Transpose(), b, new Execution { Threads = 2, WorkPerThread = 1 }));
    }

    private static float Chain(Matrix<float> a, Matrix<float> b, int row, int column, int from, int to, float start)
    {
        for (var term = from; term < to; term++)
        {
            start = MathF.FusedMultiplyAdd(a[row, term], b[term, column], start);
        }

        return start;
    }

    private static Matrix<float> Matrix(int rows, int columns, uint seed) => Dense.Matrix(rows, columns, Numbers.Between<float>(rows * columns, seed));
}
