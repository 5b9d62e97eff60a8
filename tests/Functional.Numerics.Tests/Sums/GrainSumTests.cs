namespace Functional.Numerics.Tests.Sums;

using System;
using System.Linq;
using System.Numerics;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Randomness;
using Functional.Numerics.Sums;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

public sealed class GrainSumTests
{
    private static readonly int[] Lengths = [0, 1, 2, 63, 64, 65, 127, 128, 129, 191, 192, 193, 320, 449, 1000, 4096, 4097, 10000];

    [Fact]
    public void Sums_are_ascending_chains_over_grains_joined_by_the_pairwise_tree()
    {
        foreach (var length in Lengths)
        {
            var terms = Terms(length);
            Assert.Equal(Tree([.. terms.Chunk(64).Select(grain => grain.Aggregate(0f, (sum, term) => sum + term))]), GrainSum.Of<float>(terms));
            Assert.Equal(
                Tree([.. terms.Chunk(64).Select(grain => grain.Aggregate(0f, (sum, term) => MathF.FusedMultiplyAdd(term, term, sum)))]),
                GrainSum.OfSquares<float>(terms));
            Assert.Equal(
                Tree([.. terms.Chunk(64).Select(grain => grain.Aggregate(0f, (sum, term) => sum + MathF.Abs(term)))]),
                GrainSum.OfMagnitudes<float>(terms));
            var others = Terms(length + 1)[1..];
            Assert.Equal(
                Tree([.. terms.Zip(others).Chunk(64).Select(grain => grain.Aggregate(0f, (sum, pair) => MathF.FusedMultiplyAdd(pair.First, pair.Second, sum)))]),
                GrainSum.OfProducts<float>(terms, others));
        }
    }

    [Fact]
    public void Pieces_of_whole_grains_can_be_joined_to_the_sum_of_the_whole()
    {
        var terms = Terms(5000);
        float[] grains = [.. GrainSum.Grains<float>(terms.AsSpan(0, 1024)), .. GrainSum.Grains<float>(terms.AsSpan(1024, 640)), .. GrainSum.Grains<float>(terms.AsSpan(1664))];
        Assert.Equal(GrainSum.Of<float>(terms), GrainSum.Join<float>(grains));
    }

    [Fact]
    public void Sums_over_columns_are_the_sums_of_the_rows_at_every_width()
    {
        foreach (var (rows, columns) in new[] { (1, 1), (3, 64), (10, 65), (17, 200), (33, 513), (5, 4000) })
        {
            var numbers = Terms(rows * columns);
            var matrix = Dense.Matrix(rows, columns, numbers);
            foreach (var width in Widths.All)
            {
                var sums = GrainSum.OverColumns(matrix, new Execution { Width = width });
                for (var row = 0; row < rows; row++)
                {
                    Assert.Equal(GrainSum.Of<float>(matrix.Row(row).ToArray()), sums[row]);
                }
            }
        }
    }

    [Fact]
    public void Sums_of_products_over_columns_are_those_of_the_rows_at_every_width_and_in_padded_columns()
    {
        foreach (var (rows, columns) in new[] { (1, 1), (3, 64), (10, 65), (17, 200), (33, 513) })
        {
            var left = Dense.Matrix(rows, columns, Terms(rows * columns));
            var right = Dense.Matrix(rows, columns, Terms((rows * columns) + 1)[1..]);
            foreach (var width in Widths.All)
            {
                var execution = new Execution { Width = width };
                var sums = GrainSum.ProductsOverColumns(left, right, execution);
                const int Stride = 48;
                var padded = new float[Stride];
                ColumnSums.Run(default(MultiplyAdd<float>), Padded(left, Stride), Padded(right, Stride), Stride, 0, Stride, columns, padded, width);
                for (var row = 0; row < rows; row++)
                {
                    Assert.Equal(GrainSum.OfProducts<float>(left.Row(row).ToArray(), right.Row(row).ToArray()), sums[row]);
                    Assert.Equal(sums[row], padded[row]);
                }
            }
        }

        static float[] Padded(Matrix<float> values, int stride)
        {
            var numbers = new float[stride * values.ColumnCount];
            for (var column = 0; column < values.ColumnCount; column++)
            {
                values.ColumnNumbers(column).CopyTo(numbers.AsSpan(column * stride));
            }

            return numbers;
        }
    }

    [Fact]
    public void Factors_that_do_not_pair_are_refused()
    {
        Assert.Throws<ArgumentException>(() => GrainSum.OfProducts<float>(new float[2], new float[3]));
        Assert.Throws<ArgumentException>(() => GrainSum.ProductsOverColumns(Dense.Matrix(2, 1, new float[2]), Dense.Matrix(1, 2, new float[2])));
        Assert.Throws<ArgumentException>(() => GrainSum.ProductsOverColumns(Dense.Matrix(2, 3, new float[6]), Dense.Matrix(2, 2, new float[4])));
        Assert.Throws<ArgumentException>(() => GrainSum.ProductsOverColumns(Dense.Matrix(2, 3, new float[6]), Dense.Matrix(1, 3, new float[3])));
    }

    [Fact]
    public void A_matrix_that_is_missing_is_named()
    {
        var one = Dense.Matrix(1, 1, new float[1]);
        Assert.Equal("matrix", Assert.Throws<ArgumentNullException>(() => GrainSum.OverColumns<float>(null!)).ParamName);
        Assert.Equal("left", Assert.Throws<ArgumentNullException>(() => GrainSum.ProductsOverColumns(null!, one)).ParamName);
        Assert.Equal("right", Assert.Throws<ArgumentNullException>(() => GrainSum.ProductsOverColumns(one, null!)).ParamName);
    }

    /// <summary>The product of the factors rounds to −0, which a sum with +0 would turn into +0.</summary>
    [Fact]
    public void Nothing_is_added_to_a_sum_of_products_that_underflows_to_negative_zero()
    {
        foreach (var count in new[] { 1, 63, 64, 65, 128, 192, 320 })
        {
            var (left, right) = (Enumerable.Repeat(-1e-30f, 16 * count).ToArray(), Enumerable.Repeat(1e-30f, 16 * count).ToArray());
            Assert.True(float.IsNegative(GrainSum.OfProducts<float>(left.AsSpan(0, count), right.AsSpan(0, count))));
            Assert.All(GrainSum.ProductsOverColumns(Dense.Matrix(16, count, left), Dense.Matrix(16, count, right)), sum => Assert.True(float.IsNegative(sum)));
            foreach (var width in Widths.All)
            {
                var sums = new float[16];
                ColumnSums.Run(default(MultiplyAdd<float>), left, right, 16, 0, 16, count, sums, width);
                Assert.All(sums, sum => Assert.True(float.IsNegative(sum)));
            }
        }
    }

    [Fact]
    public void The_order_differs_from_a_plain_loop_so_that_these_tests_can_fail()
    {
        var terms = Terms(10000);
        Assert.NotEqual(terms.Aggregate(0f, (sum, term) => sum + term), GrainSum.Of<float>(terms));
    }

    /// <summary>The pairwise tree written as the contract says it: level by level, an odd one passes up.</summary>
    internal static T Tree<T>(T[] sums)
        where T : struct, IFloatingPointIeee754<T>
    {
        while (sums.Length > 1)
        {
            sums = [.. sums.Chunk(2).Select(pair => pair.Length == 2 ? pair[0] + pair[1] : pair[0])];
        }

        return sums.Length == 0 ? T.Zero : sums[0];
    }

    private static float[] Terms(int count)
    {
        var key = RandomKey.FromSeed(5);
        return [.. Enumerable.Range(0, count).Select(i => (float)key.Uniform(-1, 1, i))];
    }
}
