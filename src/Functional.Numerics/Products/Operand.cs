namespace Functional.Numerics.Products;

/// <summary>Numbers seen as a matrix: element (i, j) stands at <paramref name="Offset"/> + i · <paramref name="RowStep"/> + j · <paramref name="ColumnStep"/>.</summary>
/// <param name="Numbers">Where the numbers are.</param>
/// <param name="Offset">The place of element (0, 0).</param>
/// <param name="RowStep">From one row to the next.</param>
/// <param name="ColumnStep">From one column to the next.</param>
internal readonly record struct Operand<T>(T[] Numbers, int Offset, int RowStep, int ColumnStep)
{
    /// <summary>A matrix stored column after column.</summary>
    /// <param name="numbers">Where the numbers are.</param>
    /// <param name="stride">From one column to the next, at least the number of rows.</param>
    /// <param name="offset">The place of element (0, 0).</param>
    public static Operand<T> Columns(T[] numbers, int stride, int offset = 0) => new(numbers, offset, 1, stride);

    /// <summary>The same numbers with rows and columns exchanged.</summary>
    public Operand<T> Transposed => new(Numbers, Offset, ColumnStep, RowStep);

    /// <summary>Where it stands; a record would print its transposed one within itself, and so on without end.</summary>
    public override string ToString() => $"[{Offset} + i * {RowStep} + j * {ColumnStep}] of {Numbers.Length} numbers";

    /// <summary>The place of an element.</summary>
    public int Place(int row, int column) => Offset + (row * RowStep) + (column * ColumnStep);
}
