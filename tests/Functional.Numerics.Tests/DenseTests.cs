namespace Functional.Numerics.Tests;

using System;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

public sealed class DenseTests
{
    [Fact]
    public void Numbers_stand_column_after_column_in_the_array_that_was_given()
    {
        float[] own = [1, 2, 3, 4, 5, 6];
        var matrix = Dense.Matrix(2, 3, own);
        Assert.Equal((2, 3), (matrix.RowCount, matrix.ColumnCount));
        Assert.Equal((2f, 3f, 6f), (matrix[1, 0], matrix[0, 1], matrix[1, 2]));
        Assert.True(matrix.Numbers.Overlaps(own, out var offset) && offset == 0 && matrix.Numbers.Length == 6);
        Assert.True(matrix.ColumnNumbers(1).Overlaps(own, out offset) && offset == -2);
        Assert.Equal([5f, 6f], matrix.ColumnNumbers(2).ToArray());
        var vector = Dense.Vector(own);
        Assert.Equal(own, vector.ToArray());
        Assert.True(vector.Numbers.Overlaps(own, out offset) && offset == 0 && vector.Numbers.Length == 6);
    }

    [Property]
    public bool Numbers_of_a_matrix_that_is_not_dense_are_a_copy_in_the_same_order(PositiveInt rows, PositiveInt columns)
    {
        var sparse = Matrix<double>.Build.Sparse(rows.Get, columns.Get, (row, column) => row % 2 == 0 ? 0 : row - (1000 * column));
        var line = Vector<double>.Build.Sparse(rows.Get, row => row % 3);
        return sparse.Numbers.SequenceEqual(sparse.ToColumnMajorArray())
            && Enumerable.Range(0, columns.Get).All(column => sparse.ColumnNumbers(column).SequenceEqual(sparse.Column(column).ToArray()))
            && line.Numbers.SequenceEqual(line.ToArray());
    }
}
