namespace Functional.Numerics.Sums;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;

/// <summary>Each row's sum over columns that count samples, with vectors across the rows.</summary>
/// <remarks>A term is a function of an element of one matrix, the element of another at the same place, and the sum so far.</remarks>
internal static class ColumnSums
{
    /// <summary>Rows that are best computed together.</summary>
    public const int Piece = 64;

    /// <summary>The largest number of levels of the grains' tree.</summary>
    private const int Levels = 26;

    /// <summary>Sums rows of a matrix that has room for whole vectors in every column.</summary>
    /// <param name="numbers">The matrix, column after column.</param>
    /// <param name="stride">From one column to the next.</param>
    /// <param name="fromRow">The first row, a multiple of the vectors' size.</param>
    /// <param name="toRow">The row behind the last one, a multiple of the vectors' size.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="sums">Takes the sums, in the place of their rows.</param>
    /// <param name="width">The vectors to use.</param>
    public static void Run<T>(T[] numbers, int stride, int fromRow, int toRow, int columns, Span<T> sums, VectorWidth width)
        where T : struct, IFloatingPointIeee754<T> => Run(default(AddFirst<T>), numbers, numbers, stride, fromRow, toRow, columns, sums, width);

    /// <summary>Sums a term of two matrices' rows that have room for whole vectors in every column.</summary>
    /// <param name="term">From the matrices' elements and the sum so far to the next sum.</param>
    /// <param name="left">The first matrix, column after column.</param>
    /// <param name="right">The second matrix, column after column.</param>
    /// <param name="stride">From one column to the next.</param>
    /// <param name="fromRow">The first row, a multiple of the vectors' size.</param>
    /// <param name="toRow">The row behind the last one, a multiple of the vectors' size.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="sums">Takes the sums, in the place of their rows.</param>
    /// <param name="width">The vectors to use.</param>
    public static void Run<T, TTerm>(TTerm term, T[] left, T[] right, int stride, int fromRow, int toRow, int columns, Span<T> sums, VectorWidth width)
        where T : struct, IFloatingPointIeee754<T>
        where TTerm : struct, ITernaryOperation<T>
    {
        switch (Hardware.Resolve(width))
        {
            case VectorWidth.Bits512: Run<T, Lanes512<T>, TTerm>(term, left, right, stride, fromRow, toRow, columns, sums); break;
            case VectorWidth.Bits256: Run<T, Lanes256<T>, TTerm>(term, left, right, stride, fromRow, toRow, columns, sums); break;
            case VectorWidth.Bits128: Run<T, Lanes128<T>, TTerm>(term, left, right, stride, fromRow, toRow, columns, sums); break;
            default: Run<T, ScalarLanes<T>, TTerm>(term, left, right, stride, fromRow, toRow, columns, sums); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<T, TLanes, TTerm>(TTerm term, T[] left, T[] right, int stride, int fromRow, int toRow, int columns, Span<T> sums)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
        where TTerm : struct, ITernaryOperation<T>
    {
        if (columns > Arithmetic.GrainSize)
        {
            OverGrains<T, TLanes, TTerm>(term, left, right, stride, fromRow, toRow, columns, sums);
            return;
        }

        ref var target = ref MemoryMarshal.GetReference(sums);
        for (var row = fromRow; row < toRow; row += TLanes.Count)
        {
            ref var first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(left), row);
            ref var second = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(right), row);
            TLanes.Store(OverGrain<T, TLanes, TTerm>(term, in first, in second, stride, 0, columns), ref target, (nuint)row);
        }
    }

    /// <summary>The sum over the columns of one grain, a chain from zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes OverGrain<T, TLanes, TTerm>(TTerm term, ref readonly T first, ref readonly T second, int stride, int from, int to)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
        where TTerm : struct, ITernaryOperation<T>
    {
        var sum = TLanes.Zero;
        for (var column = from; column < to; column++)
        {
            var offset = (nuint)column * (nuint)stride;
            sum = term.Invoke(TLanes.Load(in first, offset), TLanes.Load(in second, offset), sum);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OverGrains<T, TLanes, TTerm>(TTerm term, T[] left, T[] right, int stride, int fromRow, int toRow, int columns, Span<T> sums)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
        where TTerm : struct, ITernaryOperation<T>
    {
        var waiting = default(Tree<TLanes>);
        ref var target = ref MemoryMarshal.GetReference(sums);
        for (var row = fromRow; row < toRow; row += TLanes.Count)
        {
            ref var first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(left), row);
            ref var second = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(right), row);
            var grains = 0u;
            for (var from = 0; from < columns; from += Arithmetic.GrainSize, grains++)
            {
                var sum = OverGrain<T, TLanes, TTerm>(term, in first, in second, stride, from, Math.Min(from + Arithmetic.GrainSize, columns));
                var height = 0;
                for (var pairs = grains; pairs % 2 != 0; pairs /= 2)
                {
                    sum = waiting[height] + sum;
                    height++;
                }

                waiting[height] = sum;
            }

            var isStarted = false;
            var total = TLanes.Zero;
            var level = 0;
            for (var pairs = grains; pairs != 0; pairs /= 2)
            {
                if (pairs % 2 != 0)
                {
                    total = isStarted ? waiting[level] + total : waiting[level];
                    isStarted = true;
                }

                level++;
            }

            TLanes.Store(total, ref target, (nuint)row);
        }
    }

    [InlineArray(Levels)]
    private struct Tree<TLanes>
    {
        private TLanes first;
    }
}
