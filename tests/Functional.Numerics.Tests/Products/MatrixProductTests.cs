namespace Functional.Numerics.Tests.Products;

using System;
using System.Linq;
using System.Numerics;
using Functional.Numerics.Products;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

/// <summary>Sizes are 1, primes, and the edges of register tiles and grains on purpose.</summary>
public sealed class MatrixProductTests
{
    private static readonly (int Rows, int Columns, int Inner)[] Shapes =
    [
        (1, 1, 1), (1, 7, 13), (2, 2, 2), (3, 1, 65), (5, 6, 64), (7, 12, 63), (8, 13, 128), (11, 5, 1), (16, 6, 129),
        (17, 7, 200), (31, 29, 37), (32, 18, 64), (33, 19, 193), (64, 64, 64), (10, 100, 50), (257, 3, 5), (130, 131, 127),
    ];

    [Fact]
    public void Multiply_is_one_ascending_chain_of_fused_multiply_adds_from_zero_in_double() => EveryShape<double>(
        (a, b, execution) => MatrixProduct.Multiply(a, b, execution), (a, b, i, j) => Chain(a.Row(i), b.Column(j), 0));

    [Fact]
    public void Multiply_is_one_ascending_chain_of_fused_multiply_adds_from_zero_in_single() => EveryShape<float>(
        (a, b, execution) => MatrixProduct.Multiply(a, b, execution), (a, b, i, j) => Chain(a.Row(i), b.Column(j), 0));

    [Fact]
    public void MultiplyAdd_starts_each_chain_from_the_vector() => EveryShape<float>(
        (a, b, execution) => MatrixProduct.MultiplyAdd(a, b, Start<float>(a.RowCount), execution),
        (a, b, i, j) => Chain(a.Row(i), b.Column(j), Start<float>(a.RowCount)[i]));

    [Fact]
    public void TransposeThisAndMultiply_has_the_bits_of_Multiply() => EveryShape<float>(
        (a, b, execution) => MatrixProduct.TransposeThisAndMultiply(a.Transpose(), b, execution), (a, b, i, j) => Chain(a.Row(i), b.Column(j), 0));

    [Fact]
    public void TransposeAndMultiplyOverSamples_chains_grains_and_joins_them_by_the_tree_in_double() => EveryShape<double>(
        (a, b, execution) => MatrixProduct.TransposeAndMultiplyOverSamples(a, b.Transpose(), execution), (a, b, i, j) => Grains(a.Row(i), b.Column(j)));

    [Fact]
    public void TransposeAndMultiplyOverSamples_chains_grains_and_joins_them_by_the_tree_in_single() => EveryShape<float>(
        (a, b, execution) => MatrixProduct.TransposeAndMultiplyOverSamples(a, b.Transpose(), execution), (a, b, i, j) => Grains(a.Row(i), b.Column(j)));

    [Fact]
    public void One_or_two_columns_have_the_same_bits_for_every_number_of_rows()
    {
        Few<float>();
        Few<double>();

        static void Few<T>()
            where T : struct, IFloatingPointIeee754<T>
        {
            foreach (var columns in new[] { 1, 2 })
            {
                var b = Random<T>(3, columns, "b");
                for (var rows = 1; rows <= 260; rows++)
                {
                    var a = Random<T>(rows, 3, "a");
                    var expected = MatrixProduct.MultiplyAdd(a, b, Start<T>(rows), new Execution { Width = VectorWidth.Scalar });
                    Assert.All(Widths.All, width => Assert.Equal(expected, MatrixProduct.MultiplyAdd(a, b, Start<T>(rows), new Execution { Width = width })));
                }
            }
        }
    }

    [Fact]
    public void Large_products_that_are_spread_over_threads_have_the_same_bits()
    {
        var a = Random<float>(173, 129, "a");
        var b = Random<float>(129, 211, "b");
        var tall = Random<float>(1201, 129, "tall");
        var few = Random<float>(129, 11, "few");
        foreach (var threads in new[] { 2, 3, 5, 8, 64 })
        {
            var execution = new Execution { Threads = threads };
            Assert.Equal(MatrixProduct.Multiply(a, b), MatrixProduct.Multiply(a, b, execution));
            Assert.Equal(MatrixProduct.Multiply(tall, few), MatrixProduct.Multiply(tall, few, execution));
            Assert.Equal(MatrixProduct.TransposeAndMultiplyOverSamples(a, tall), MatrixProduct.TransposeAndMultiplyOverSamples(a, tall, execution));
        }
    }

    [Fact]
    public void Products_agree_with_MathNet()
    {
        foreach (var (rows, columns, inner) in Shapes)
        {
            var a = Random<double>(rows, inner, "a");
            var b = Random<double>(inner, columns, "b");
            var oracle = a * b;
            Assert.True((MatrixProduct.Multiply(a, b) - oracle).InfinityNorm() < 1e-12 * inner);
            Assert.True((MatrixProduct.TransposeThisAndMultiply(a.Transpose(), b) - oracle).InfinityNorm() < 1e-12 * inner);
            Assert.True((MatrixProduct.TransposeAndMultiplyOverSamples(a, b.Transpose()) - oracle).InfinityNorm() < 1e-12 * inner);
        }
    }

    [Fact]
    public void A_sparse_operand_gives_what_the_dense_one_gives()
    {
        var a = Matrix<double>.Build.Sparse(3, 4, (i, j) => i == j ? 2.5 : 0);
        var b = Random<double>(4, 5, "b");
        var dense = Matrix<double>.Build.DenseOfMatrix(a);
        Assert.Equal(MatrixProduct.Multiply(dense, b), MatrixProduct.Multiply(a, b));
        Assert.Equal(MatrixProduct.MultiplyAdd(dense, b, dense.Column(1)), MatrixProduct.MultiplyAdd(a, b, a.Column(1)));
    }

    /// <summary>Dense operands are read where they stand, and the room to pack them is lent.</summary>
    [Fact]
    public void A_product_takes_no_memory_but_its_own_and_that_of_the_tree()
    {
        const int little = 5_000;
        var (tall, small, start) = (Random<float>(20_011, 2, "tall"), Random<float>(2, 3, "small"), Start<float>(20_011));
        var (column, samples, more) = (Random<float>(2, 1, "column"), Random<float>(97, 1024, "samples"), Random<float>(97, 3072, "more"));
        AssertTaken(20_011, () => MatrixProduct.MultiplyAdd(tall, column, start));
        AssertTaken(3 * 20_011, () => MatrixProduct.MultiplyAdd(tall, small, start));
        AssertTaken(4, () => MatrixProduct.TransposeThisAndMultiply(tall, tall));
        AssertTaken(97 * 97, () => MatrixProduct.TransposeAndMultiplyOverSamples(samples, samples));
        AssertTaken(3 * 97 * 97, () => MatrixProduct.TransposeAndMultiplyOverSamples(more, more));

        static void AssertTaken(int numbers, Func<Matrix<float>> multiply)
        {
            // The room is made once, and again only where the collector has taken back what was not lent.
            multiply();
            var taken = Enumerable.Range(0, 5).Min(_ =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                multiply();
                return GC.GetAllocatedBytesForCurrentThread() - before;
            });
            Assert.InRange(taken, sizeof(float) * numbers, (sizeof(float) * numbers) + little);
        }
    }

    [Fact]
    public void Arguments_are_left_as_they_are()
    {
        var a = Random<double>(9, 70, "a");
        var b = Random<double>(70, 4, "b");
        var (copyOfA, copyOfB) = (a.Clone(), b.Clone());
        MatrixProduct.Multiply(a, b);
        MatrixProduct.TransposeAndMultiplyOverSamples(a, a);
        Assert.Equal(copyOfA, a);
        Assert.Equal(copyOfB, b);
    }

    [Fact]
    public void Infinities_and_NaN_stay_in_their_own_elements()
    {
        var a = Random<float>(5, 3, "a");
        var b = Random<float>(3, 7, "b");
        a[4, 2] = float.PositiveInfinity;
        b[1, 6] = float.NaN;
        var product = MatrixProduct.Multiply(a, b);
        for (var i = 0; i < 5; i++)
        {
            for (var j = 0; j < 7; j++)
            {
                Assert.Equal(i == 4 || j == 6, !float.IsFinite(product[i, j]));
            }
        }
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_named_with_both_shapes()
    {
        var a = Matrix<double>.Build.Dense(2, 3);
        var b = Matrix<double>.Build.Dense(4, 5);
        Assert.StartsWith("A·B needs equal inner sizes, but A is 2 × 3 and B is 4 × 5.", Assert.Throws<ArgumentException>(() => MatrixProduct.Multiply(a, b)).Message, StringComparison.Ordinal);
        Assert.StartsWith("A·B needs", Assert.Throws<ArgumentException>(() => MatrixProduct.MultiplyAdd(a, b, Start<double>(2))).Message, StringComparison.Ordinal);
        Assert.StartsWith("Aᵀ·B needs", Assert.Throws<ArgumentException>(() => MatrixProduct.TransposeThisAndMultiply(a, b)).Message, StringComparison.Ordinal);
        Assert.StartsWith("A·Bᵀ needs", Assert.Throws<ArgumentException>(() => MatrixProduct.TransposeAndMultiplyOverSamples(a, b)).Message, StringComparison.Ordinal);
        Assert.Contains("2 numbers can be added to each column, not 3", Assert.Throws<ArgumentException>(() => MatrixProduct.MultiplyAdd(a, a.Transpose(), Start<double>(3))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_operand_that_is_missing_is_named()
    {
        var a = Matrix<double>.Build.Dense(2, 3);
        Matrix<double>? none = null;
        Missing("a", () => MatrixProduct.Multiply(none!, a));
        Missing("b", () => MatrixProduct.Multiply(a, none!));
        Missing("a", () => MatrixProduct.MultiplyAdd(none!, a, Start<double>(2)));
        Missing("b", () => MatrixProduct.MultiplyAdd(a, none!, Start<double>(2)));
        Missing("start", () => MatrixProduct.MultiplyAdd(a, a.Transpose(), null!));
        Missing("a", () => MatrixProduct.TransposeThisAndMultiply(none!, a));
        Missing("b", () => MatrixProduct.TransposeThisAndMultiply(a, none!));
        Missing("a", () => MatrixProduct.TransposeAndMultiplyOverSamples(none!, a));
        Missing("b", () => MatrixProduct.TransposeAndMultiplyOverSamples(a, none!));

        static void Missing(string name, Action multiply) => Assert.Equal(name, Assert.Throws<ArgumentNullException>(multiply).ParamName);
    }

    private static void EveryShape<T>(Func<Matrix<T>, Matrix<T>, Execution, Matrix<T>> multiply, Func<Matrix<T>, Matrix<T>, int, int, T> element)
        where T : struct, IFloatingPointIeee754<T>
    {
        foreach (var (rows, columns, inner) in Shapes)
        {
            var a = Random<T>(rows, inner, "a");
            var b = Random<T>(inner, columns, "b");
            var expected = Matrix<T>.Build.Dense(rows, columns, (i, j) => element(a, b, i, j));
            foreach (var execution in Widths.Executions.Where(execution => execution.Threads <= 2))
            {
                Assert.Equal(expected, multiply(a, b, execution));
            }
        }
    }

    private static T Chain<T>(MathNet.Numerics.LinearAlgebra.Vector<T> left, MathNet.Numerics.LinearAlgebra.Vector<T> right, T start)
        where T : struct, IFloatingPointIeee754<T>
    {
        var sum = start;
        for (var p = 0; p < left.Count; p++)
        {
            sum = T.FusedMultiplyAdd(left[p], right[p], sum);
        }

        return sum;
    }

    private static T Grains<T>(MathNet.Numerics.LinearAlgebra.Vector<T> left, MathNet.Numerics.LinearAlgebra.Vector<T> right)
        where T : struct, IFloatingPointIeee754<T> => Sums.GrainSumTests.Tree(
            [.. Enumerable.Range(0, left.Count).Chunk(64).Select(grain => Chain(
                MathNet.Numerics.LinearAlgebra.Vector<T>.Build.DenseOfEnumerable(grain.Select(p => left[p])),
                MathNet.Numerics.LinearAlgebra.Vector<T>.Build.DenseOfEnumerable(grain.Select(p => right[p])),
                T.Zero))]);

    private static MathNet.Numerics.LinearAlgebra.Vector<T> Start<T>(int count)
        where T : struct, IFloatingPointIeee754<T> => Random<T>(count, 1, "start").Column(0);

    private static Matrix<T> Random<T>(int rows, int columns, string name)
        where T : struct, IFloatingPointIeee754<T>
    {
        var key = RandomKey.FromSeed(11).For(name);
        return Dense.Matrix(rows, columns, [.. Enumerable.Range(0, rows * columns).Select(i => T.CreateChecked(key.Uniform(-1, 1, i)))]);
    }
}
