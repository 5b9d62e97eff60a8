namespace Functional.Numerics.Elementwise;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Functional.Numerics.Lanes;

/// <summary>Looks for numbers that are infinite or NaN.</summary>
internal static class Finite
{
    /// <summary>Whether every number is finite.</summary>
    public static bool All<T>(ReadOnlySpan<T> numbers, VectorWidth width = VectorWidth.Widest)
        where T : struct, IFloatingPointIeee754<T> => Hardware.Resolve(width) switch
        {
            VectorWidth.Bits512 => All<T, Lanes512<T>>(numbers),
            VectorWidth.Bits256 => All<T, Lanes256<T>>(numbers),
            VectorWidth.Bits128 => All<T, Lanes128<T>>(numbers),
            _ => All<T, ScalarLanes<T>>(numbers),
        };

    private static bool All<T, TLanes>(ReadOnlySpan<T> numbers)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
    {
        // x · 0 is 0 for a finite x and NaN otherwise, and a NaN stays in a sum; only whether it is NaN is used. Four sums, so that
        // none waits for the one before.
        ref var first = ref MemoryMarshal.GetReference(numbers);
        nuint length = (nuint)numbers.Length, count = (nuint)TLanes.Count, i = 0;
        TLanes a = TLanes.Zero, b = TLanes.Zero, c = TLanes.Zero, d = TLanes.Zero;
        for (; i + (4 * count) <= length; i += 4 * count)
        {
            a += TLanes.Load(in first, i) * TLanes.Zero;
            b += TLanes.Load(in first, i + count) * TLanes.Zero;
            c += TLanes.Load(in first, i + (2 * count)) * TLanes.Zero;
            d += TLanes.Load(in first, i + (3 * count)) * TLanes.Zero;
        }

        var room = default(Room<T>);
        Span<T> sums = room[..TLanes.Count];
        TLanes.Store(a + b + (c + d), ref MemoryMarshal.GetReference(sums), 0);
        var sum = T.Zero;
        foreach (var own in sums)
        {
            sum += own;
        }

        for (; i < length; i++)
        {
            sum += numbers[(int)i] * T.Zero;
        }

        return !T.IsNaN(sum);
    }

    /// <summary>Room on the stack for the largest register.</summary>
    [InlineArray(16)]
    private struct Room<T>
    {
        private T first;
    }
}
