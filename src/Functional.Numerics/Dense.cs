namespace Functional.Numerics;

using System;
using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The plain numbers behind MathNet's matrices and vectors. Matrices are treated as values: nobody writes into the arrays.</summary>
public static class Dense
{
    /// <summary>A matrix over the given numbers, which are not copied.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="columnMajor">The numbers, column after column.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative, or there are more numbers than an array holds.</exception>
    /// <exception cref="ArgumentException">There are more or less numbers.</exception>
    public static Matrix<T> Matrix<T>(int rows, int columns, T[] columnMajor)
        where T : struct, IFloatingPointIeee754<T> =>
        MathNet.Numerics.LinearAlgebra.Matrix<T>.Build.Dense(rows, columns, Given.NotNull(columnMajor).Length == Given.Product(rows, columns, nameof(rows))
            ? columnMajor
            : throw new ArgumentException($"{rows} × {columns} are {rows * columns} numbers, but {columnMajor.Length} are given.", nameof(columnMajor)));

    /// <summary>A vector over the given numbers, which are not copied.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="values">The numbers.</param>
    public static MathNet.Numerics.LinearAlgebra.Vector<T> Vector<T>(T[] values)
        where T : struct, IFloatingPointIeee754<T> =>
        MathNet.Numerics.LinearAlgebra.Vector<T>.Build.Dense(Given.NotNull(values));

    extension<T>(Matrix<T> matrix)
        where T : struct, IFloatingPointIeee754<T>
    {
        /// <summary>The numbers column after column: the matrix's own storage where it is dense, otherwise a copy.</summary>
        public ReadOnlySpan<T> Numbers => Given.NotNull(matrix).AsColumnMajorArray() ?? matrix.ToColumnMajorArray();

        /// <summary>The numbers of one column.</summary>
        /// <param name="index">The column, counted from 0.</param>
        /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
        public ReadOnlySpan<T> ColumnNumbers(int index) => (uint)index < (uint)Given.NotNull(matrix).ColumnCount
            ? matrix.Numbers.Slice(index * matrix.RowCount, matrix.RowCount)
            : throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {matrix.ColumnCount} columns.");
    }

    extension<T>(MathNet.Numerics.LinearAlgebra.Vector<T> vector)
        where T : struct, IFloatingPointIeee754<T>
    {
        /// <summary>The vector's numbers: its own storage where it is dense, otherwise a copy.</summary>
        public ReadOnlySpan<T> Numbers => Given.NotNull(vector).AsArray() ?? vector.ToArray();
    }
}
