namespace Functional.Numerics.Elementwise;

using System;
using System.Numerics;

/// <summary>Applies an operation to the columns of a matrix together with numbers that every column shares, one for each row.</summary>
/// <remarks>
/// Matrices are column-major with <c>stride</c> places from one column to the next; a span may begin at any row. The destination may be
/// one of the matrices.
/// </remarks>
internal static class EveryColumn
{
    /// <summary>Writes <c>operation(x[i, j], p[i])</c>.</summary>
    /// <param name="operation">The function to apply.</param>
    /// <param name="x">The matrix.</param>
    /// <param name="p">A number for each row; as many as are computed.</param>
    /// <param name="destination">Takes the values.</param>
    /// <param name="stride">From one column to the next.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="execution">How to compute.</param>
    public static void Map<T, TOperation>(
        TOperation operation, ReadOnlySpan<T> x, ReadOnlySpan<T> p, Span<T> destination, int stride, int columns, Execution execution)
        where T : struct, IFloatingPointIeee754<T>
        where TOperation : struct, IBinaryOperation<T>
    {
        var rows = p.Length;
        for (int column = 0, at = 0; column < columns; column++, at += stride)
        {
            Elements.Map(operation, x.Slice(at, rows), p, destination.Slice(at, rows), execution);
        }
    }

    /// <summary>Writes <c>operation(x[i, j], p[i], q[i])</c>.</summary>
    /// <param name="operation">The function to apply.</param>
    /// <param name="x">The matrix.</param>
    /// <param name="p">A number for each row; as many as are computed.</param>
    /// <param name="q">Another number for each row.</param>
    /// <param name="destination">Takes the values.</param>
    /// <param name="stride">From one column to the next.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="execution">How to compute.</param>
    public static void Map<T, TOperation>(
        TOperation operation, ReadOnlySpan<T> x, ReadOnlySpan<T> p, ReadOnlySpan<T> q, Span<T> destination, int stride, int columns, Execution execution)
        where T : struct, IFloatingPointIeee754<T>
        where TOperation : struct, ITernaryOperation<T>
    {
        var rows = p.Length;
        for (int column = 0, at = 0; column < columns; column++, at += stride)
        {
            Elements.Map(operation, x.Slice(at, rows), p, q, destination.Slice(at, rows), execution);
        }
    }

    /// <summary>Writes <c>operation(x[i, j], y[i, j], p[i])</c>.</summary>
    /// <param name="operation">The function to apply.</param>
    /// <param name="x">The first matrix.</param>
    /// <param name="y">The second matrix.</param>
    /// <param name="p">A number for each row; as many as are computed.</param>
    /// <param name="destination">Takes the values.</param>
    /// <param name="stride">From one column to the next.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="execution">How to compute.</param>
    public static void MapPairs<T, TOperation>(
        TOperation operation, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> p, Span<T> destination, int stride, int columns, Execution execution)
        where T : struct, IFloatingPointIeee754<T>
        where TOperation : struct, ITernaryOperation<T>
    {
        var rows = p.Length;
        for (int column = 0, at = 0; column < columns; column++, at += stride)
        {
            Elements.Map(operation, x.Slice(at, rows), y.Slice(at, rows), p, destination.Slice(at, rows), execution);
        }
    }
}
