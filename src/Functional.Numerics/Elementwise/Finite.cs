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
            a = TLanes.FusedMultiplyAdd(TLanes.Load(in first, i), TLanes.Zero, a);
            b = TLanes.FusedMultiplyAdd(TLanes.Load(in first, i + count), TLanes.Zero, b);
            c = TLanes.FusedMultiplyAdd(TLanes.Load(in first, i + (2 * count)), TLanes.Zero, c);
            d = TLanes.FusedMultiplyAdd(TLanes.Load(in first, i + (3 * count)), TLanes.Zero, d);
        }

        var joined = TLanes.FusedMultiplyAdd(d, TLanes.Zero, TLanes.FusedMultiplyAdd(c, TLanes.Zero, TLanes.FusedMultiplyAdd(b, TLanes.Zero, a)));
        var room = default(Room<T>);
        Span<T> sums = room[..TLanes.Count];
        TLanes.Store(joined, ref MemoryMarshal.GetReference(sums), 0);
        return AreFinite(sums) && AreFinite(numbers[(int)i..]);
    }

    private static bool AreFinite<T>(ReadOnlySpan<T> numbers)
        where T : struct, IFloatingPointIeee754<T>
    {
        foreach (var number in numbers)
        {
            if (!T.IsFinite(number))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Room on the stack for the largest register.</summary>
    [InlineArray(16)]
    private struct Room<T>
    {
        private T first;
    }
}
