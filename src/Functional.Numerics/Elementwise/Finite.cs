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

    /// <summary>Adds to every value, in its place, the number at the same place.</summary>
    /// <param name="values">What is added to.</param>
    /// <param name="addends">As many numbers.</param>
    /// <param name="width">The vectors to use.</param>
    /// <returns>Whether every sum is finite.</returns>
    public static bool Add<T>(Span<T> values, ReadOnlySpan<T> addends, VectorWidth width = VectorWidth.Widest)
        where T : struct, IFloatingPointIeee754<T> => Add(default(Itself<T>), values, addends, width);

    /// <summary>Adds to every value, in its place, what an operation makes of the number at the same place.</summary>
    /// <param name="operation">The function to apply to a number before it is added.</param>
    /// <param name="values">What is added to.</param>
    /// <param name="addends">As many numbers.</param>
    /// <param name="width">The vectors to use.</param>
    /// <returns>Whether every sum is finite.</returns>
    public static bool Add<T, TOperation>(TOperation operation, Span<T> values, ReadOnlySpan<T> addends, VectorWidth width = VectorWidth.Widest)
        where T : struct, IFloatingPointIeee754<T>
        where TOperation : struct, IUnaryOperation<T> => Add(operation, values, addends[..values.Length], values, width);

    /// <summary>Writes sums: of every value and the number at the same place.</summary>
    /// <param name="values">What is added to.</param>
    /// <param name="addends">As many numbers.</param>
    /// <param name="sums">As many places; those of the values or of the addends, or others.</param>
    /// <param name="width">The vectors to use.</param>
    /// <returns>Whether every sum is finite.</returns>
    public static bool Add<T>(ReadOnlySpan<T> values, ReadOnlySpan<T> addends, Span<T> sums, VectorWidth width = VectorWidth.Widest)
        where T : struct, IFloatingPointIeee754<T> => Add(default(Itself<T>), values, addends, sums, width);

    /// <summary>Writes sums: of every value and what an operation makes of the number at the same place.</summary>
    /// <param name="operation">The function to apply to a number before it is added.</param>
    /// <param name="values">What is added to.</param>
    /// <param name="addends">As many numbers.</param>
    /// <param name="sums">As many places; those of the values or of the addends, or others.</param>
    /// <param name="width">The vectors to use.</param>
    /// <returns>Whether every sum is finite.</returns>
    public static bool Add<T, TOperation>(TOperation operation, ReadOnlySpan<T> values, ReadOnlySpan<T> addends, Span<T> sums, VectorWidth width = VectorWidth.Widest)
        where T : struct, IFloatingPointIeee754<T>
        where TOperation : struct, IUnaryOperation<T> => Hardware.Resolve(width) switch
        {
            VectorWidth.Bits512 => Add<T, Lanes512<T>, TOperation>(operation, values, addends[..values.Length], sums[..values.Length]),
            VectorWidth.Bits256 => Add<T, Lanes256<T>, TOperation>(operation, values, addends[..values.Length], sums[..values.Length]),
            VectorWidth.Bits128 => Add<T, Lanes128<T>, TOperation>(operation, values, addends[..values.Length], sums[..values.Length]),
            _ => Add<T, ScalarLanes<T>, TOperation>(operation, values, addends[..values.Length], sums[..values.Length]),
        };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

        for (; i + count <= length; i += count)
        {
            a = TLanes.FusedMultiplyAdd(TLanes.Load(in first, i), TLanes.Zero, a);
        }

        return IsNumber<T, TLanes>((a + b) + (c + d)) && AreFinite(numbers[(int)i..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Add<T, TLanes, TOperation>(TOperation operation, ReadOnlySpan<T> values, ReadOnlySpan<T> addends, Span<T> sums)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
        where TOperation : struct, IUnaryOperation<T>
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        ref var second = ref MemoryMarshal.GetReference(addends);
        ref var target = ref MemoryMarshal.GetReference(sums);
        nuint length = (nuint)values.Length, count = (nuint)TLanes.Count, i = 0;
        TLanes a = TLanes.Zero, b = TLanes.Zero, c = TLanes.Zero, d = TLanes.Zero;
        for (; i + (4 * count) <= length; i += 4 * count)
        {
            AddOne(operation, ref first, ref second, ref target, i, ref a);
            AddOne(operation, ref first, ref second, ref target, i + count, ref b);
            AddOne(operation, ref first, ref second, ref target, i + (2 * count), ref c);
            AddOne(operation, ref first, ref second, ref target, i + (3 * count), ref d);
        }

        for (; i + count <= length; i += count)
        {
            AddOne(operation, ref first, ref second, ref target, i, ref a);
        }

        var rest = sums[(int)i..];
        for (var place = 0; place < rest.Length; place++)
        {
            rest[place] = values[(int)i + place] + operation.Invoke(new ScalarLanes<T>(addends[(int)i + place])).Value;
        }

        return IsNumber<T, TLanes>((a + b) + (c + d)) && AreFinite<T>(rest);
    }

    /// <summary>Adds as many numbers as a register holds; a sum that is not finite makes the witness NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddOne<T, TLanes, TOperation>(TOperation operation, ref T values, ref T addends, ref T sums, nuint place, ref TLanes witness)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
        where TOperation : struct, IUnaryOperation<T>
    {
        var sum = TLanes.Load(in values, place) + operation.Invoke(TLanes.Load(in addends, place));
        TLanes.Store(sum, ref sums, place);
        TLanes.Accumulate(ref witness, sum, TLanes.Zero);
    }

    /// <summary>Whether no lane is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNumber<T, TLanes>(TLanes value)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T> => !TLanes.AnySet(TLanes.EqualTo(value, value) ^ TLanes.EqualTo(TLanes.Zero, TLanes.Zero));

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

    /// <summary>The number as it is.</summary>
    private readonly struct Itself<T> : IUnaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T> => x;
    }
}
