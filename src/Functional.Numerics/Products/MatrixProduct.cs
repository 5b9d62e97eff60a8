namespace Functional.Numerics.Products;

using System;
using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The matrix products that forward and backward passes are made of, with bits that depend on neither width, tile nor thread.</summary>
/// <remarks>Each element is one chain of fused multiply-adds over the inner index in ascending order; see <see cref="Arithmetic"/>.</remarks>
public static class MatrixProduct
{
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
        RequireInner(a.ColumnCount == b.RowCount, a, b, "A·B");
        return Run(Operand(a), Operand(b), a.RowCount, b.ColumnCount, a.ColumnCount, default, ChainShape.Single, execution);
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
        RequireInner(a.ColumnCount == b.RowCount, a, b, "A·B");
        if (start.Count != a.RowCount)
        {
            throw new ArgumentException($"A is {a.RowCount} × {a.ColumnCount}, so {a.RowCount} numbers can be added to each column, not {start.Count}.", nameof(start));
        }

        return Run(Operand(a), Operand(b), a.RowCount, b.ColumnCount, a.ColumnCount, start.Numbers, ChainShape.Single, execution);
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
        RequireInner(a.RowCount == b.RowCount, a, b, "Aᵀ·B");
        return Run(Operand(a).Transposed, Operand(b), a.ColumnCount, b.ColumnCount, a.RowCount, default, ChainShape.Single, execution);
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
        RequireInner(a.ColumnCount == b.ColumnCount, a, b, "A·Bᵀ");
        return Run(Operand(a), Operand(b).Transposed, a.RowCount, b.RowCount, a.ColumnCount, default, ChainShape.Grains, execution);
    }

    private static Matrix<T> Run<T>(
        StridedOperand<T> a, StridedOperand<T> b, int rows, int columns, int inner, ReadOnlySpan<T> start, ChainShape shape, Execution? execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        var product = new T[checked(rows * columns)];
        ProductKernel.Run(a, b, product, rows, columns, inner, start, shape, execution ?? Execution.Sequential);
        return Dense.Matrix(rows, columns, product);
    }

    private static StridedOperand<T> Operand<T>(Matrix<T> matrix)
        where T : struct, IFloatingPointIeee754<T> => new(matrix.AsColumnMajorArray() ?? matrix.ToColumnMajorArray(), 1, matrix.RowCount);

    private static void RequireInner<T>(bool fits, Matrix<T> a, Matrix<T> b, string product)
        where T : struct, IFloatingPointIeee754<T>
    {
        if (!fits)
        {
            throw new ArgumentException($"{product} needs equal inner sizes, but A is {a.RowCount} × {a.ColumnCount} and B is {b.RowCount} × {b.ColumnCount}.", nameof(b));
        }
    }
}
