namespace Functional.Numerics.Products;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Functional.Numerics.Lanes;

/// <summary>
/// The ways back from one or two samples, where packing an operand would cost more than the product: each number of the weights is
/// needed once or twice.
/// </summary>
internal static class FewSamples
{
    /// <summary>The most samples that are few.</summary>
    public const int Most = 2;

    /// <summary>Terms that are exchanged with rows at a time.</summary>
    private const int Together = 4;

    /// <summary>Terms from which on rows that fill no vector are better packed.</summary>
    private const int ManyTerms = 64;

    /// <summary>Whether <see cref="Outer{T, TLanes}"/> computes a product: a sum over few samples into columns that take whole vectors.</summary>
    public static bool IsOuter<T>(in ProductTask<T> task, int lanes) =>
        task.Inner is > 0 and <= Most && task.Panels is null && task.A.RowStep == 1 && task.Start is null && (task.IsPadded || task.Rows >= lanes);

    /// <summary>Whether <see cref="Exchanged{T}"/> computes a product: few columns, and the left operand's terms side by side with room for whole fours.</summary>
    public static bool IsExchanged<T>(in ProductTask<T> task, int lanes)
        where T : struct, IFloatingPointIeee754<T> =>
        task.Columns <= Most && task.A.ColumnStep == 1 && task.A.RowStep >= task.Inner && task.Shape == ChainShape.Single && task.Start is null
        && (task.Rows < Vector256<T>.Count
            ? task.Inner < ManyTerms
            : lanes >= Vector256<T>.Count && Avx.IsSupported && task.A.RowStep % Together == 0);

    /// <summary>The sum over one or two samples: every element has as many terms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Outer<T, TLanes>(in ProductTask<T> task)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
    {
        ref var left = ref At(task.A.Numbers, task.A.Place(0, 0));
        ref var right = ref At(task.B.Numbers, task.B.Place(0, task.FromColumn));
        ref var product = ref At(task.Product, task.Offset + (task.FromColumn * task.Stride));
        nuint between = (nuint)task.B.ColumnStep, stride = (nuint)task.Stride;

        // The last vectors lie over rows that are computed already where there are none of their own.
        var last = (task.IsPadded ? (task.Rows + TLanes.Count - 1) / TLanes.Count * TLanes.Count : task.Rows) - TLanes.Count;
        for (var next = 0; next < task.Rows; next += 2 * TLanes.Count)
        {
            var (row, beside) = ((nuint)Math.Min(next, last), (nuint)Math.Min(next + TLanes.Count, last));
            ref var target = ref product;
            ref var x = ref right;
            TLanes low = TLanes.Load(in left, row), high = TLanes.Load(in left, beside);
            if (task.Inner == 1)
            {
                for (var column = task.Columns; column > 0; column--)
                {
                    var factor = TLanes.Broadcast(x);
                    TLanes.Store(TLanes.FusedMultiplyAdd(low, factor, TLanes.Zero), ref target, row);
                    TLanes.Store(TLanes.FusedMultiplyAdd(high, factor, TLanes.Zero), ref target, beside);
                    x = ref Unsafe.Add(ref x, between);
                    target = ref Unsafe.Add(ref target, stride);
                }

                continue;
            }

            var (apart, below) = ((nuint)task.B.RowStep, (nuint)task.A.ColumnStep);
            TLanes second = TLanes.Load(in left, below + row), secondHigh = TLanes.Load(in left, below + beside);
            for (var column = task.Columns; column > 0; column--)
            {
                var (factor, secondFactor) = (TLanes.Broadcast(x), TLanes.Broadcast(Unsafe.Add(ref x, apart)));
                var sum = TLanes.FusedMultiplyAdd(low, factor, TLanes.Zero);
                var sumHigh = TLanes.FusedMultiplyAdd(high, factor, TLanes.Zero);
                TLanes.Accumulate(ref sum, second, secondFactor);
                TLanes.Accumulate(ref sumHigh, secondHigh, secondFactor);
                TLanes.Store(sum, ref target, row);
                TLanes.Store(sumHigh, ref target, beside);
                x = ref Unsafe.Add(ref x, between);
                target = ref Unsafe.Add(ref target, stride);
            }
        }
    }

    /// <summary>
    /// One or two columns by a left operand whose terms, not rows, are neighbours: four terms of as many rows as a vector holds are read and exchanged in registers.
    /// The last vector lies over rows that are computed already where the rows are not whole vectors; rows that fill none are computed one by one.
    /// </summary>
    /// <param name="task">What to compute.</param>
    /// <param name="lanes">Where there is room for whole vectors, what they hold: it becomes zero behind the last row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Exchanged<T>(in ProductTask<T> task, int lanes)
        where T : struct, IFloatingPointIeee754<T>
    {
        if (task.IsPadded && task.Rows % lanes != 0)
        {
            for (var column = task.FromColumn; column < task.ToColumn; column++)
            {
                task.Product.AsSpan(task.Offset + (column * task.Stride) + task.Rows, lanes - (task.Rows % lanes)).Clear();
            }
        }

        if (task.Rows < Vector256<T>.Count)
        {
            OneByOne(task);
            return;
        }

        ref var right = ref At(task.B.Numbers, task.B.Place(0, task.FromColumn));
        nint step = task.A.RowStep, rightStep = task.B.RowStep, second = task.Columns == 1 ? 0 : task.B.ColumnStep;
        for (var next = 0; next < task.Rows; next += Vector256<T>.Count)
        {
            var row = Math.Min(next, task.Rows - Vector256<T>.Count);
            ref var a = ref At(task.A.Numbers, task.A.Place(row, 0));
            ref var b = ref right;
            Lanes256<T> sum = Lanes256<T>.Zero, other = Lanes256<T>.Zero;
            var terms = task.Inner;
            for (; terms >= Together; terms -= Together)
            {
                var (t0, t1, t2, t3) = Exchange256<T>.Four(ref a, step);
                Term(t0, ref b, second, ref sum, ref other);
                b = ref Unsafe.Add(ref b, rightStep);
                Term(t1, ref b, second, ref sum, ref other);
                b = ref Unsafe.Add(ref b, rightStep);
                Term(t2, ref b, second, ref sum, ref other);
                b = ref Unsafe.Add(ref b, rightStep);
                Term(t3, ref b, second, ref sum, ref other);
                b = ref Unsafe.Add(ref b, rightStep);
                a = ref Unsafe.Add(ref a, Together);
            }

            if (terms > 0)
            {
                var (t0, t1, t2, _) = Exchange256<T>.Four(ref a, step);
                Term(t0, ref b, second, ref sum, ref other);
                if (terms > 1)
                {
                    b = ref Unsafe.Add(ref b, rightStep);
                    Term(t1, ref b, second, ref sum, ref other);
                }

                if (terms > 2)
                {
                    b = ref Unsafe.Add(ref b, rightStep);
                    Term(t2, ref b, second, ref sum, ref other);
                }
            }

            ref var target = ref At(task.Product, task.Offset + (task.FromColumn * task.Stride) + row);
            Lanes256<T>.Store(sum, ref target, 0);
            if (task.Columns == Most)
            {
                Lanes256<T>.Store(other, ref target, (nuint)task.Stride);
            }
        }
    }

    private static void OneByOne<T>(in ProductTask<T> task)
        where T : struct, IFloatingPointIeee754<T>
    {
        for (var column = task.FromColumn; column < task.ToColumn; column++)
        {
            for (var row = 0; row < task.Rows; row++)
            {
                ref var a = ref At(task.A.Numbers, task.A.Place(row, 0));
                ref var b = ref At(task.B.Numbers, task.B.Place(0, column));
                var sum = T.Zero;
                for (var term = 0; term < task.Inner; term++)
                {
                    sum = T.FusedMultiplyAdd(Unsafe.Add(ref a, term), b, sum);
                    b = ref Unsafe.Add(ref b, task.B.RowStep);
                }

                At(task.Product, task.Offset + (column * task.Stride) + row) = sum;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Term<T>(Lanes256<T> a, ref T b, nint second, ref Lanes256<T> sum, ref Lanes256<T> other)
        where T : struct, IFloatingPointIeee754<T>
    {
        Lanes256<T>.Accumulate(ref sum, a, Lanes256<T>.Broadcast(b));
        Lanes256<T>.Accumulate(ref other, a, Lanes256<T>.Broadcast(Unsafe.Add(ref b, second)));
    }

    private static ref T At<T>(T[] numbers, int place) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(numbers), place);
}
