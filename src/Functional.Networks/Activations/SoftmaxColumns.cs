namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Elementary;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Lanes;
using Functional.Numerics.Sums;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The softmax of every column, with what a loss needs besides.</summary>
internal static class SoftmaxColumns
{
    /// <summary>Probabilities, and the numbers shifted so that each column's largest is 0, and the logarithm of each column's sum of exponentials of these.</summary>
    public static (Matrix<T> Probabilities, T[] Shifted, T[] LogSums) Of<T>(Matrix<T> input, Execution execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        var (rows, columns) = (input.RowCount, input.ColumnCount);
        var shifted = new T[rows * columns];
        for (var column = 0; column < columns; column++)
        {
            var source = input.ColumnNumbers(column);
            Elements.Map(new Minus<T>(Largest(source)), source, shifted.AsSpan(column * rows, rows), execution);
        }

        var exponentials = new T[rows * columns];
        Elements.Map(default(Exp<T>), shifted, exponentials, execution);
        var sums = new T[columns];
        for (var column = 0; column < columns; column++)
        {
            var own = exponentials.AsSpan(column * rows, rows);
            sums[column] = GrainSum.Of<T>(own);
            Elements.Map(new DividedBy<T>(sums[column]), own, own, execution);
        }

        Elements.Map(default(Log<T>), sums, sums, execution);
        return (Dense.Matrix(rows, columns, exponentials), shifted, sums);
    }

    /// <summary>The largest number; NaN where there is one.</summary>
    private static T Largest<T>(ReadOnlySpan<T> numbers)
        where T : struct, IFloatingPointIeee754<T>
    {
        var largest = numbers[0];
        foreach (var number in numbers)
        {
            largest = T.Max(largest, number);
        }

        return largest;
    }

    private readonly record struct Minus<T>(T Subtrahend) : IUnaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T> => x - TLanes.Broadcast(Subtrahend);
    }
}
