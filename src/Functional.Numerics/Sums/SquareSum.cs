namespace Functional.Numerics.Sums;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Functional.Numerics.Lanes;

/// <summary>The sum of the squares of a matrix's numbers, for norms.</summary>
/// <remarks>
/// The one order: 32 chains of fused multiply-adds, which start from +0; the number in row i belongs to chain i mod 32, and every chain
/// goes through its numbers column after column, each from the top. Then chain j and chain j + 16 are added, of what is left j and j + 8,
/// and so on with 4, 2 and 1.
/// </remarks>
internal static class SquareSum
{
    private const int Chains = 32;

    /// <summary>The sum over columns that may have room between them.</summary>
    /// <param name="numbers">The columns.</param>
    /// <param name="rows">The numbers of a column.</param>
    /// <param name="stride">From one column to the next.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="width">The vectors to use.</param>
    public static T Of<T>(ReadOnlySpan<T> numbers, int rows, int stride, int columns, VectorWidth width)
        where T : struct, IFloatingPointIeee754<T> => Hardware.Resolve(width) switch
        {
            VectorWidth.Bits512 => Of<T, Lanes512<T>>(numbers, rows, stride, columns),
            VectorWidth.Bits256 => Of<T, Lanes256<T>>(numbers, rows, stride, columns),
            VectorWidth.Bits128 => Of<T, Lanes128<T>>(numbers, rows, stride, columns),
            _ => Of<T, ScalarLanes<T>>(numbers, rows, stride, columns),
        };

    private static T Of<T, TLanes>(ReadOnlySpan<T> numbers, int rows, int stride, int columns)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
    {
        var room = default(Room<T>);
        Span<T> sums = room;
        ref var sum = ref MemoryMarshal.GetReference(sums);
        for (var column = 0; column < columns; column++)
        {
            var own = numbers.Slice(column * stride, rows);
            ref var first = ref MemoryMarshal.GetReference(own);
            for (var from = 0; from < rows; from += Chains)
            {
                var count = Math.Min(Chains, rows - from);
                var chain = 0;
                for (; chain + TLanes.Count <= count; chain += TLanes.Count)
                {
                    var x = TLanes.Load(in first, (nuint)(from + chain));
                    TLanes.Store(TLanes.FusedMultiplyAdd(x, x, TLanes.Load(in sum, (nuint)chain)), ref sum, (nuint)chain);
                }

                for (; chain < count; chain++)
                {
                    sums[chain] = T.FusedMultiplyAdd(own[from + chain], own[from + chain], sums[chain]);
                }
            }
        }

        for (var half = Chains / 2; half > 0; half /= 2)
        {
            for (var chain = 0; chain < half; chain++)
            {
                sums[chain] += sums[chain + half];
            }
        }

        return sums[0];
    }

    /// <summary>Room on the stack for the chains.</summary>
    [InlineArray(Chains)]
    private struct Room<T>
    {
        private T first;
    }
}
