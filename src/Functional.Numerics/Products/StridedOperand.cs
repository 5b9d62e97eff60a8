namespace Functional.Numerics.Products;

/// <summary>Numbers seen as a matrix: element (i, j) stands at i · <paramref name="RowStride"/> + j · <paramref name="ColumnStride"/>.</summary>
internal readonly record struct StridedOperand<T>(T[] Numbers, int RowStride, int ColumnStride)
{
    /// <summary>The same numbers with rows and columns exchanged.</summary>
    public StridedOperand<T> Transposed => new(Numbers, ColumnStride, RowStride);
}
