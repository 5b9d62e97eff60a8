namespace Functional.Numerics.Products;

using System;
using System.Buffers;
using System.Numerics;
using System.Threading.Tasks;
using Functional.Numerics.Sums;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The matrix products that forward and backward passes are made of, with bits that depend on neither width, tile nor thread.</summary>
/// <remarks>Each element is one chain of fused multiply-adds over the inner index in ascending order; see <see cref="Arithmetic"/>.</remarks>
public static class MatrixProduct
{
    /// <summary>How many times as much work a thread needs here, where none waits at the ready.</summary>
    private const long WorkFactor = 4;

    /// <summary><c>A·B</c>.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="a">[rows × inner].</param>
    /// <param name="b">[inner × columns].</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <returns>[rows × columns].</returns>
    /// <exception cref="ArgumentException">The inner sizes differ.</exception>
    public static Matrix<T> Multiply<T>(Matrix<T> a, Matrix<T> b, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        RequireInner(a.ColumnCount == b.RowCount, a, b, "A·B");
        return Run(Of(a), Of(b), a.RowCount, b.ColumnCount, a.ColumnCount, null, ChainShape.Single, execution);
    }

    /// <summary><c>A·B + s·1ᵀ</c>: to every column the same vector is added, each element's chain starting from its entry.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="a">[rows × inner].</param>
    /// <param name="b">[inner × columns].</param>
    /// <param name="start">What the chains start from, one number for each row.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <returns>[rows × columns].</returns>
    /// <exception cref="ArgumentException">The inner sizes differ, or the vector's length is not the number of rows.</exception>
    public static Matrix<T> MultiplyAdd<T>(Matrix<T> a, Matrix<T> b, MathNet.Numerics.LinearAlgebra.Vector<T> start, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(start);
        RequireInner(a.ColumnCount == b.RowCount, a, b, "A·B");
        if (start.Count != a.RowCount)
        {
            throw new ArgumentException($"A is {a.RowCount} × {a.ColumnCount}, so {a.RowCount} numbers can be added to each column, not {start.Count}.", nameof(start));
        }

        return Run(Of(a), Of(b), a.RowCount, b.ColumnCount, a.ColumnCount, start.AsArray() ?? start.ToArray(), ChainShape.Single, execution);
    }

    /// <summary><c>Aᵀ·B</c>.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="a">[inner × rows].</param>
    /// <param name="b">[inner × columns].</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <returns>[rows × columns].</returns>
    /// <exception cref="ArgumentException">The inner sizes differ.</exception>
    public static Matrix<T> TransposeThisAndMultiply<T>(Matrix<T> a, Matrix<T> b, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        RequireInner(a.RowCount == b.RowCount, a, b, "Aᵀ·B");
        return Run(Of(a).Transposed, Of(b), a.ColumnCount, b.ColumnCount, a.RowCount, null, ChainShape.Single, execution);
    }

    /// <summary>
    /// <c>A·Bᵀ</c> where the inner index counts samples, so each element is a sum over the batch: chains over grains of samples,
    /// joined by the pairwise tree.
    /// </summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="a">[rows × samples].</param>
    /// <param name="b">[columns × samples].</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <returns>[rows × columns].</returns>
    /// <exception cref="ArgumentException">The numbers of samples differ.</exception>
    public static Matrix<T> TransposeAndMultiplyOverSamples<T>(Matrix<T> a, Matrix<T> b, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        RequireInner(a.ColumnCount == b.ColumnCount, a, b, "A·Bᵀ");
        return Run(Of(a), Of(b).Transposed, a.RowCount, b.RowCount, a.ColumnCount, null, ChainShape.Grains, execution);
    }

    private static Matrix<T> Run<T>(Operand<T> a, Operand<T> b, int rows, int columns, int inner, T[]? start, ChainShape shape, Execution? execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        execution ??= Execution.Sequential;
        var product = new T[Given.Product(rows, columns, nameof(b))];
        var task = new ProductTask<T> { A = a, B = b, Product = product, Stride = rows, Start = start, Inner = inner, Rows = rows, ToColumn = columns, Shape = shape };
        if (shape == ChainShape.Single || inner <= ProductKernel.MaximumSamples)
        {
            Spread(task, execution);
            return Dense.Matrix(rows, columns, product);
        }

        var tree = new GrainTree<T>(new T[GrainTree<T>.Room((inner + ProductKernel.MaximumSamples - 1) / ProductKernel.MaximumSamples, product.Length)], product.Length, execution);
        for (var from = 0; from < inner; from += ProductKernel.MaximumSamples)
        {
            Spread(
                task with
                {
                    A = a with { Offset = a.Place(0, from) },
                    B = b with { Offset = b.Place(from, 0) },
                    Inner = Math.Min(ProductKernel.MaximumSamples, inner - from),
                },
                execution);
            tree.Push(product);
        }

        tree.Finish(product);
        return Dense.Matrix(rows, columns, product);
    }

    /// <summary>Computes a product on as many threads as it is worth.</summary>
    private static void Spread<T>(ProductTask<T> task, Execution execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        // Stryker disable all : among how many threads the work is shared changes the time, and no bit
        var blocks = (task.Columns + Tile.Columns - 1) / Tile.Columns;
        var worth = (long)task.Rows * task.Columns * task.Inner / (WorkFactor * execution.WorkPerThread);

        // Stryker restore all
        if (ProductKernel.IsNarrow(task, execution.Width))
        {
            ProductKernel.Run<T>(task, execution.Width, []);
            return;
        }

        // Stryker disable once all : as above
        var parts = (int)Math.Clamp(worth, 1, Math.Min(execution.Threads, blocks));
        if (parts == 1)
        {
            Part(0);
        }
        else
        {
            // Stryker disable once Initializer : as above
            Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = parts }, Part);
        }

        void Part(int part)
        {
            var scratch = ArrayPool<T>.Shared.Rent(ProductKernel.Scratch<T>());
            ProductKernel.Run(
                task with { FromColumn = Share(part), ToColumn = Math.Min(Share(part + 1), task.ToColumn) },
                execution.Width,
                scratch);
            ArrayPool<T>.Shared.Return(scratch);
        }

        int Share(int part) => (int)((long)blocks * part / parts) * Tile.Columns;
    }

    private static Operand<T> Of<T>(Matrix<T> matrix)
        where T : struct, IFloatingPointIeee754<T> => Operand<T>.Columns(matrix.AsColumnMajorArray() ?? matrix.ToColumnMajorArray(), matrix.RowCount);

    private static void RequireInner<T>(bool fits, Matrix<T> a, Matrix<T> b, string product)
        where T : struct, IFloatingPointIeee754<T>
    {
        if (!fits)
        {
            throw new ArgumentException($"{product} needs equal inner sizes, but A is {a.RowCount} × {a.ColumnCount} and B is {b.RowCount} × {b.ColumnCount}.", nameof(b));
        }
    }
}
