namespace Functional.Numerics.Products;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

/// <summary>Copies parts of the operands into the order in which tiles read them.</summary>
internal static class Packing
{
    /// <summary>The bytes of a line of the processor's caches.</summary>
    public const int CacheLine = 64;

    /// <summary>Columns that go into panels together, so that what is written to each stands side by side.</summary>
    private const int Band = 16;

    /// <summary>Terms that are fetched from memory before they are copied.</summary>
    private const int Ahead = 8;

    /// <summary>Rows from <paramref name="from"/> to <paramref name="to"/>, at most <paramref name="rows"/>, into panels, one behind the other.</summary>
    /// <remarks>All panels of a term are taken together: what stands side by side there is fetched from memory once.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Panels<T>(in Operand<T> a, Span<T> panels, int from, int to, int rows, int height, int firstTerm, int terms)
        where T : struct, IFloatingPointIeee754<T>
    {
        var panel = from;
        if (a.RowStep == 1)
        {
            var (whole, step) = (height * terms, (nint)a.ColumnStep);
            var together = (to - from) / height;
            panel += together * height;
            ref var source = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(a.Numbers), a.Place(from, firstTerm));
            ref var target = ref MemoryMarshal.GetReference(panels);
            for (var term = 0; term < terms && together > 0; term++)
            {
                for (var neighbour = 0; neighbour < together; neighbour++)
                {
                    ref var numbers = ref Unsafe.Add(ref source, neighbour * height);
                    Announce(ref numbers, Ahead * step);
                    Copy(ref numbers, ref Unsafe.Add(ref target, neighbour * whole), height);
                }

                source = ref Unsafe.Add(ref source, step);
                target = ref Unsafe.Add(ref target, height);
            }
        }

        for (; panel < to; panel += height)
        {
            Panel(a, panels[((panel - from) * terms)..], panel, rows, height, firstTerm, terms);
        }
    }

    /// <summary>Panels of a left operand that is what stands in panels with rows and columns exchanged.</summary>
    /// <param name="task">What the left operand belongs to.</param>
    /// <param name="panels">Takes its panels.</param>
    /// <param name="from">The first row.</param>
    /// <param name="to">The row behind the last one.</param>
    /// <param name="height">The rows of a panel, of both kinds.</param>
    /// <param name="firstTerm">The first term.</param>
    /// <param name="terms">The number of terms.</param>
    public static void ExchangedPanels<T>(in ProductTask<T> task, Span<T> panels, int from, int to, int height, int firstTerm, int terms)
        where T : struct, IFloatingPointIeee754<T>
    {
        for (var panel = from; panel < to; panel += height)
        {
            for (var term = firstTerm; term < firstTerm + terms;)
            {
                // Some terms are rows of the same panel, neighbours there.
                var within = term % height;
                var own = Math.Min(height, task.PanelRows - (term - within));
                var count = Math.Min(own - within, firstTerm + terms - term);
                var rows = new Operand<T>(task.Panels!, task.PanelsOffset + ((term - within) * task.Rows) + within, own, 1);
                Panel(rows, panels[(((panel - from) * terms) + ((term - firstTerm) * height))..], panel, task.Rows, height, 0, count);
                term += count;
            }
        }
    }

    /// <summary>
    /// Brings a matrix that stands column after column into panels, the last of which may be lower than the others, or back: it takes as many numbers either way.
    /// </summary>
    /// <param name="source">The matrix.</param>
    /// <param name="target">Takes it.</param>
    /// <param name="rows">The matrix's rows, with the room behind them.</param>
    /// <param name="columns">The matrix's columns.</param>
    /// <param name="height">The rows of a panel.</param>
    /// <param name="isBack">Whether it goes from panels to columns.</param>
    public static void Rearrange<T>(ReadOnlySpan<T> source, Span<T> target, int rows, int columns, int height, bool isBack)
    {
        for (var column = 0; column < columns; column++)
        {
            for (var row = 0; row < rows; row += height)
            {
                var own = Math.Min(height, rows - row);
                var (inColumns, inPanels) = ((column * rows) + row, (row * columns) + (column * own));
                source.Slice(isBack ? inPanels : inColumns, own).CopyTo(target[(isBack ? inColumns : inPanels)..]);
            }
        }
    }

    /// <summary>The numbers that a matrix in panels takes.</summary>
    /// <param name="rows">Its rows, with the room behind them.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="height">The rows of a panel.</param>
    public static int PanelRoom(int rows, int columns, int height) => checked((rows + height - 1) / height * height * columns);

    /// <summary>
    /// Copies some numbers of a matrix that stands column after column to where they stand in panels: rows in groups, one group behind another, in
    /// each column after column.
    /// </summary>
    /// <param name="numbers">The matrix, columns without room between them but that which counts as rows.</param>
    /// <param name="panels">The panels.</param>
    /// <param name="rows">The matrix's rows.</param>
    /// <param name="columns">The matrix's columns.</param>
    /// <param name="height">The rows of a panel.</param>
    /// <param name="from">The first number to copy.</param>
    /// <param name="to">The number behind the last one.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FillPanels<T>(ReadOnlySpan<T> numbers, Span<T> panels, int rows, int columns, int height, int from, int to)
        where T : struct
    {
        // The first column and the last one may be there in part.
        var (whole, end) = ((from + rows - 1) / rows, to / rows);
        if (whole > end)
        {
            Column(numbers, panels, rows, columns, height, from, to);
            return;
        }

        Column(numbers, panels, rows, columns, height, from, whole * rows);
        Column(numbers, panels, rows, columns, height, end * rows, to);
        for (; whole < end; whole += Band)
        {
            var band = Math.Min(Band, end - whole);
            for (var row = 0; row < rows; row += height)
            {
                var count = Math.Min(height, rows - row);
                ref var source = ref Unsafe.AsRef(in numbers[(whole * rows) + row]);
                ref var target = ref panels[(row * columns) + (whole * height)];
                for (var column = 0; column < band; column++)
                {
                    Copy(ref source, ref target, count);
                    source = ref Unsafe.Add(ref source, rows);
                    target = ref Unsafe.Add(ref target, height);
                }
            }
        }
    }

    /// <summary>Some numbers of one column to where they stand in panels.</summary>
    private static void Column<T>(ReadOnlySpan<T> numbers, Span<T> panels, int rows, int columns, int height, int from, int to)
        where T : struct
    {
        while (from < to)
        {
            var (column, row) = Math.DivRem(from, rows);
            var (panel, within) = Math.DivRem(row, height);
            var count = Math.Min(Math.Min(height - within, rows - row), to - from);
            numbers.Slice(from, count).CopyTo(panels[((((panel * columns) + column) * height) + within)..]);
            from += count;
        }
    }

    /// <summary>
    /// Rows from <paramref name="row"/> on into a panel: term after term, <paramref name="height"/> neighbouring rows each. Rows that do
    /// not exist become zeros.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Panel<T>(in Operand<T> a, Span<T> panel, int row, int rows, int height, int firstTerm, int terms)
        where T : struct, IFloatingPointIeee754<T>
    {
        var kept = Math.Min(height, rows - row);
        if (kept != height)
        {
            panel[..(height * terms)].Clear();
        }

        if (a.RowStep == 1)
        {
            ref var source = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(a.Numbers), a.Place(row, firstTerm));
            ref var target = ref MemoryMarshal.GetReference(panel);
            for (var term = 0; term < terms; term++)
            {
                Copy(ref source, ref target, kept);
                source = ref Unsafe.Add(ref source, a.ColumnStep);
                target = ref Unsafe.Add(ref target, height);
            }
        }
        else
        {
            Transpose(a, panel, row, kept, height, firstTerm, terms);
        }
    }

    /// <summary>Columns into a block: term after term, <see cref="Tile.Columns"/> neighbouring columns each. Columns that do not exist are left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Block<T>(in Operand<T> b, Span<T> block, int column, int width, int firstTerm, int terms)
        where T : struct, IFloatingPointIeee754<T>
    {
        ref var source = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(b.Numbers), b.Place(firstTerm, column));
        ref var target = ref MemoryMarshal.GetReference(block);
        nint between = b.ColumnStep, step = b.RowStep;
        var first = 0;
        if (width == Tile.Columns && between == 1)
        {
            for (; first < terms; first++)
            {
                Unsafe.CopyBlockUnaligned(
                    ref Unsafe.As<T, byte>(ref target), ref Unsafe.As<T, byte>(ref source), (uint)(Tile.Columns * Unsafe.SizeOf<T>()));
                source = ref Unsafe.Add(ref source, step);
                target = ref Unsafe.Add(ref target, Tile.Columns);
            }
        }
        else if (width == Tile.Columns && step == 1 && Avx.IsSupported)
        {
            for (; first + 4 <= terms; first += 4)
            {
                FourByFour(ref source, between, ref target, Tile.Columns);
                TwoByFour(ref Unsafe.Add(ref source, 4 * between), between, ref Unsafe.Add(ref target, 4), Tile.Columns);
                source = ref Unsafe.Add(ref source, 4);
                target = ref Unsafe.Add(ref target, 4 * Tile.Columns);
            }
        }

        for (; first < terms; first++)
        {
            for (var j = 0; j < width; j++)
            {
                Unsafe.Add(ref target, j) = Unsafe.Add(ref source, j * between);
            }

            source = ref Unsafe.Add(ref source, step);
            target = ref Unsafe.Add(ref target, Tile.Columns);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy<T>(ref T source, ref T target, int count)
        where T : struct
    {
        var bytes = (uint)(count * Unsafe.SizeOf<T>());
        ref var from = ref Unsafe.As<T, byte>(ref source);
        ref var to = ref Unsafe.As<T, byte>(ref target);
        if (bytes == 128)
        {
            var (first, second) = (Vector256.LoadUnsafe(ref from), Vector256.LoadUnsafe(ref from, 32));
            var (third, fourth) = (Vector256.LoadUnsafe(ref from, 64), Vector256.LoadUnsafe(ref from, 96));
            first.StoreUnsafe(ref to);
            second.StoreUnsafe(ref to, 32);
            third.StoreUnsafe(ref to, 64);
            fourth.StoreUnsafe(ref to, 96);
        }
        else if (bytes == 64)
        {
            var (first, second) = (Vector256.LoadUnsafe(ref from), Vector256.LoadUnsafe(ref from, 32));
            first.StoreUnsafe(ref to);
            second.StoreUnsafe(ref to, 32);
        }
        else if (bytes == 32)
        {
            Vector256.LoadUnsafe(ref from).StoreUnsafe(ref to);
        }
        else
        {
            Unsafe.CopyBlockUnaligned(ref to, ref from, bytes);
        }
    }

    /// <summary>The panel of an operand whose terms, not rows, are neighbours.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose<T>(in Operand<T> a, Span<T> panel, int row, int kept, int height, int firstTerm, int terms)
        where T : struct, IFloatingPointIeee754<T>
    {
        ref var source = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(a.Numbers), a.Place(row, firstTerm));
        ref var target = ref MemoryMarshal.GetReference(panel);
        nint step = a.RowStep;
        var (i, whole) = (0, 0);
        if (a.ColumnStep == 1 && Avx.IsSupported)
        {
            whole = terms - (terms % 4);
            for (; i + 4 <= kept; i += 4)
            {
                for (var term = 0; term < whole; term += 4)
                {
                    if ((term * Unsafe.SizeOf<T>()) % CacheLine == 0)
                    {
                        // The next four rows, which lie far from these.
                        ref var next = ref Unsafe.Add(ref source, (i * step) + term);
                        Announce(ref next, 4 * step);
                        Announce(ref next, 5 * step);
                        Announce(ref next, 6 * step);
                        Announce(ref next, 7 * step);
                    }

                    FourByFour(ref Unsafe.Add(ref source, (i * step) + term), step, ref Unsafe.Add(ref target, (term * height) + i), height);
                }
            }
        }

        // What is left: the last terms of the rows that are done, and the last rows.
        for (var done = 0; done < i; done++)
        {
            for (var term = whole; term < terms; term++)
            {
                Unsafe.Add(ref target, (term * height) + done) = Unsafe.Add(ref source, (done * step) + term);
            }
        }

        for (; i < kept; i++)
        {
            for (var term = 0; term < terms; term++)
            {
                Unsafe.Add(ref target, (term * height) + i) = Unsafe.Add(ref source, (i * step) + ((nint)term * a.ColumnStep));
            }
        }
    }

    /// <summary>Has a number fetched from memory. That reads nothing: nothing need stand there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Announce<T>(ref T from, nint distance)
        where T : struct
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0((byte*)Unsafe.AsPointer(ref from) + (distance * Unsafe.SizeOf<T>()));
        }
    }

    /// <summary>Two rows of four numbers with rows and columns exchanged.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TwoByFour<T>(ref T source, nint step, ref T target, nint targetStep)
        where T : struct
    {
        if (typeof(T) == typeof(float))
        {
            ref var from = ref Unsafe.As<T, float>(ref source);
            ref var to = ref Unsafe.As<T, float>(ref target);
            var r0 = Vector128.LoadUnsafe(ref from);
            var r1 = Vector128.LoadUnsafe(ref Unsafe.Add(ref from, step));
            var t0 = Sse.UnpackLow(r0, r1);
            var t1 = Sse.UnpackHigh(r0, r1);
            t0.GetLower().StoreUnsafe(ref to);
            t0.GetUpper().StoreUnsafe(ref Unsafe.Add(ref to, targetStep));
            t1.GetLower().StoreUnsafe(ref Unsafe.Add(ref to, 2 * targetStep));
            t1.GetUpper().StoreUnsafe(ref Unsafe.Add(ref to, 3 * targetStep));
        }
        else
        {
            ref var from = ref Unsafe.As<T, double>(ref source);
            ref var to = ref Unsafe.As<T, double>(ref target);
            var r0 = Vector256.LoadUnsafe(ref from);
            var r1 = Vector256.LoadUnsafe(ref Unsafe.Add(ref from, step));
            var t0 = Avx.UnpackLow(r0, r1);
            var t1 = Avx.UnpackHigh(r0, r1);
            t0.GetLower().StoreUnsafe(ref to);
            t1.GetLower().StoreUnsafe(ref Unsafe.Add(ref to, targetStep));
            t0.GetUpper().StoreUnsafe(ref Unsafe.Add(ref to, 2 * targetStep));
            t1.GetUpper().StoreUnsafe(ref Unsafe.Add(ref to, 3 * targetStep));
        }
    }

    /// <summary>A square of four by four numbers with rows and columns exchanged: moves only, so no bit can change.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourByFour<T>(ref T source, nint step, ref T target, nint targetStep)
        where T : struct
    {
        if (typeof(T) == typeof(float))
        {
            ref var from = ref Unsafe.As<T, float>(ref source);
            ref var to = ref Unsafe.As<T, float>(ref target);
            var r0 = Vector128.LoadUnsafe(ref from);
            var r1 = Vector128.LoadUnsafe(ref Unsafe.Add(ref from, step));
            var r2 = Vector128.LoadUnsafe(ref Unsafe.Add(ref from, 2 * step));
            var r3 = Vector128.LoadUnsafe(ref Unsafe.Add(ref from, 3 * step));
            var t0 = Sse.UnpackLow(r0, r1);
            var t1 = Sse.UnpackHigh(r0, r1);
            var t2 = Sse.UnpackLow(r2, r3);
            var t3 = Sse.UnpackHigh(r2, r3);
            Sse.MoveLowToHigh(t0, t2).StoreUnsafe(ref to);
            Sse.MoveHighToLow(t2, t0).StoreUnsafe(ref Unsafe.Add(ref to, targetStep));
            Sse.MoveLowToHigh(t1, t3).StoreUnsafe(ref Unsafe.Add(ref to, 2 * targetStep));
            Sse.MoveHighToLow(t3, t1).StoreUnsafe(ref Unsafe.Add(ref to, 3 * targetStep));
        }
        else
        {
            ref var from = ref Unsafe.As<T, double>(ref source);
            ref var to = ref Unsafe.As<T, double>(ref target);
            var r0 = Vector256.LoadUnsafe(ref from);
            var r1 = Vector256.LoadUnsafe(ref Unsafe.Add(ref from, step));
            var r2 = Vector256.LoadUnsafe(ref Unsafe.Add(ref from, 2 * step));
            var r3 = Vector256.LoadUnsafe(ref Unsafe.Add(ref from, 3 * step));
            var t0 = Avx.UnpackLow(r0, r1);
            var t1 = Avx.UnpackHigh(r0, r1);
            var t2 = Avx.UnpackLow(r2, r3);
            var t3 = Avx.UnpackHigh(r2, r3);
            Avx.Permute2x128(t0, t2, 0x20).StoreUnsafe(ref to);
            Avx.Permute2x128(t1, t3, 0x20).StoreUnsafe(ref Unsafe.Add(ref to, targetStep));
            Avx.Permute2x128(t0, t2, 0x31).StoreUnsafe(ref Unsafe.Add(ref to, 2 * targetStep));
            Avx.Permute2x128(t1, t3, 0x31).StoreUnsafe(ref Unsafe.Add(ref to, 3 * targetStep));
        }
    }
}
