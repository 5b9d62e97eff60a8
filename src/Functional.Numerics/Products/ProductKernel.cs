namespace Functional.Numerics.Products;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Functional.Numerics.Lanes;

/// <summary>The one kernel behind all matrix products, for one thread.</summary>
/// <remarks>
/// The inner index is cut into pieces, the rows into blocks and the columns into groups such that a packed piece of the left operand
/// stays in the second-level cache, and what a tile reads of it in the first. An element's chain goes on from piece to piece through
/// the product's memory. Nothing here depends on who computes which part, so it can change no bit.
/// </remarks>
internal static class ProductKernel
{
    /// <summary>Samples that a product over samples takes at most; sums over more are joined by the caller.</summary>
    public const int MaximumSamples = 16 * Arithmetic.GrainSize;

    /// <summary>Bytes of a panel of the left operand: with the columns that go with it no more than a small first-level cache.</summary>
    private const int PanelBytes = 24 << 10;

    /// <summary>Bytes of a packed block of the left operand, which stays in the second-level cache: four panels of as many samples as a product takes.</summary>
    public const int LeftBytes = 256 << 10;

    /// <summary>Numbers of a packed group of columns of the right operand: 444 columns, whole tiles, over as many samples as a product takes.</summary>
    private const int RightNumbers = 444 * MaximumSamples;

    /// <summary>Columns from which on packing the left operand pays.</summary>
    public const int ColumnsToPack = 24;

    /// <summary>Rows from which on packing the right operand pays.</summary>
    private const int RowsToPack = 256;

    /// <summary>Bytes over which a grain's terms may be spread: as many pages as a small processor keeps the places of.</summary>
    private const int GatheredBytes = 50 << 12;

    /// <summary>Panels from which on packing pays where the terms are spread wider.</summary>
    private const int PanelsToGather = 3;

    /// <summary>How many numbers <see cref="Run{T}"/> needs room for.</summary>
    public static int Scratch<T>() => (LeftBytes / Unsafe.SizeOf<T>()) + RightNumbers + (8 * MaximumTile) + (Packing.CacheLine / Unsafe.SizeOf<T>());

    private const int MaximumTile = Tile.Columns * Tile.Vectors * 16;

    /// <summary>Computes a product, or a part of its columns.</summary>
    /// <param name="task">What to compute.</param>
    /// <param name="width">The vectors to use.</param>
    /// <param name="scratch">Room for as many numbers as <see cref="Scratch{T}"/> tells.</param>
    public static void Run<T>(in ProductTask<T> task, VectorWidth width, Span<T> scratch)
        where T : struct, IFloatingPointIeee754<T>
    {
        if (task.Columns <= 0 || task.Rows <= 0)
        {
            return;
        }

        switch (Fitting(task, width))
        {
            case VectorWidth.Bits512: Run<T, Lanes512<T>>(task, scratch); break;
            case VectorWidth.Bits256: Run<T, Lanes256<T>>(task, scratch); break;
            case VectorWidth.Bits128: Run<T, Lanes128<T>>(task, scratch); break;
            default: Run<T, ScalarLanes<T>>(task, scratch); break;
        }
    }

    /// <summary>Whether a product needs no scratch room, as for a single sample.</summary>
    public static bool IsNarrow<T>(in ProductTask<T> task, VectorWidth width)
        where T : struct, IFloatingPointIeee754<T>
    {
        var lanes = Hardware.Lanes<T>(Fitting(task, width));
        return task.IsInColumns && (FewSamples.IsOuter(task, lanes) || IsFewColumns(task, lanes) || FewSamples.IsExchanged(task, lanes));
    }

    /// <summary>The width to use: for one or two samples and fewer rows than a register holds, one that they fill.</summary>
    private static VectorWidth Fitting<T>(in ProductTask<T> task, VectorWidth asked)
    {
        var width = Hardware.Resolve(asked);
        if (!task.IsPadded && task.A.RowStep == 1 && (task.Columns <= FewSamples.Most || task.Inner <= FewSamples.Most))
        {
            while (task.Rows < Hardware.Lanes<T>(width) && width != VectorWidth.Scalar)
            {
                width = width switch
                {
                    VectorWidth.Bits512 => VectorWidth.Bits256,
                    VectorWidth.Bits256 => VectorWidth.Bits128,
                    _ => VectorWidth.Scalar,
                };
            }
        }

        return width;
    }

    /// <summary>Few columns whose left operand can be read where it stands: its columns are whole vectors, or end with one that overlaps another.</summary>
    private static bool IsFewColumns<T>(in ProductTask<T> task, int lanes) =>
        task.Columns <= 2 && task.A.RowStep == 1 && (task.IsPadded || task.Rows >= lanes)
        && (task.Shape == ChainShape.Single || task.Inner <= Arithmetic.GrainSize);

    private static void Run<T, TLanes>(in ProductTask<T> task, Span<T> scratch)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
    {
        if (!task.IsInColumns)
        {
            Blocks<T, TLanes>(task, scratch);
        }
        else if (FewSamples.IsOuter(task, TLanes.Count))
        {
            FewSamples.Outer<T, TLanes>(task);
        }
        else if (IsFewColumns(task, TLanes.Count))
        {
            FewColumns<T, TLanes>(task);
        }
        else if (FewSamples.IsExchanged(task, TLanes.Count))
        {
            FewSamples.Exchanged(task, TLanes.Count);
        }
        else
        {
            Blocks<T, TLanes>(task, scratch);
        }
    }

    /// <summary>A product in blocks, with packed operands where that pays.</summary>
    private static void Blocks<T, TLanes>(in ProductTask<T> task, Span<T> scratch)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
    {
        var height = Tile.Vectors * TLanes.Count;
        var isSingle = task.Shape == ChainShape.Single;

        if (!isSingle && task.Inner > MaximumSamples)
        {
            throw new ArgumentException($"A product is over {task.Inner} samples; the sums over more than {MaximumSamples} are joined by the caller.", nameof(task));
        }

        // Stryker disable all : what is packed, and in pieces of which size, changes the time, and no bit
        var packsA = task.AreRowsInPanels || (task.Panels is null && (task.A.RowStep != 1 || !task.IsPadded || task.PacksLeft || (task.Columns >= ColumnsToPack && task.A.ColumnStep != height)));
        var hasPanels = packsA || task.Panels is not null;
        var packsB = task.Rows >= RowsToPack || (task.Rows >= PanelsToGather * height && Spread(task) > GatheredBytes);
        var piece = isSingle && (hasPanels || packsB) ? Piece(task.Inner, PanelBytes / (height * Unsafe.SizeOf<T>())) : task.Inner;
        var blockRows = hasPanels ? Math.Max(1, LeftBytes / (piece * height * Unsafe.SizeOf<T>())) * height : task.Rows;
        var groupColumns = packsB ? Group(task.Columns, Math.Max(1, RightNumbers / (piece * Tile.Columns)) * Tile.Columns) : task.Columns;

        var staysPacked = task.IsLeftAsBefore && piece == task.Inner && blockRows >= task.Rows;

        // Stryker restore all
        scratch = Aligned(scratch);
        var packedA = scratch[..(packsA ? Math.Min(blockRows, RoundUp(task.Rows, height)) * piece : 0)];
        var packedB = scratch[packedA.Length..][..(packsB ? RoundUp(Math.Min(groupColumns, task.Columns), Tile.Columns) * piece : 0)];
        var room = scratch[(packedA.Length + packedB.Length)..];
        for (var group = task.FromColumn; group < task.ToColumn; group += groupColumns)
        {
            var groupEnd = Math.Min(group + groupColumns, task.ToColumn);
            for (var term = 0; term < task.Inner; term += piece)
            {
                var terms = Math.Min(piece, task.Inner - term);
                if (packsB)
                {
                    for (var column = group; column < groupEnd; column += Tile.Columns)
                    {
                        Packing.Block(task.B, packedB[((column - group) * terms)..], column, Math.Min(Tile.Columns, groupEnd - column), term, terms);
                    }
                }

                for (var row = 0; row < task.Rows; row += blockRows)
                {
                    var rowEnd = Math.Min(row + blockRows, task.Rows);
                    if (task.AreRowsInPanels)
                    {
                        Packing.ExchangedPanels(task, packedA, row, rowEnd, height, term, terms);
                    }
                    else if (packsA && !staysPacked)
                    {
                        Packing.Panels(task.A, packedA, row, rowEnd, task.Rows, height, term, terms);
                    }

                    var part = new Part(group, groupEnd, row, rowEnd, term, terms);
                    Tiles<T, TLanes>(task, part, packedA, packedB, room);
                }
            }
        }
    }

    /// <summary>The part of the room that begins with a cache line: then a term of a panel is written to a line of its own.</summary>
    private static unsafe Span<T> Aligned<T>(Span<T> room)
        where T : struct
    {
        var beyond = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(room)) % Packing.CacheLine;
        return beyond == 0 ? room : room[(int)((Packing.CacheLine - beyond) / (nuint)Unsafe.SizeOf<T>())..];
    }

    /// <summary>A rectangle of the product and a piece of the inner index.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Part(int FromColumn, int ToColumn, int FromRow, int ToRow, int Term, int Terms);

    private static void Tiles<T, TLanes>(in ProductTask<T> task, in Part part, Span<T> packedA, Span<T> packedB, Span<T> room)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
    {
        var height = Tile.Vectors * TLanes.Count;
        Unsafe.SkipInit(out TileArguments<T> tile);
        for (var column = part.FromColumn; column < part.ToColumn; column += Tile.Columns)
        {
            var width = Math.Min(Tile.Columns, part.ToColumn - column);
            for (var row = part.FromRow; row < part.ToRow; row += height)
            {
                // Set anew for each tile, since going through the grains moves them.
                if (packedB.IsEmpty)
                {
                    tile.B = ref At(task.B.Numbers, task.B.Place(part.Term, column));
                    tile.BStep = (nuint)task.B.RowStep;
                    tile.PlaceB(task.B.ColumnStep, width);
                }
                else
                {
                    tile.B = ref packedB[(column - part.FromColumn) * part.Terms];
                    tile.BStep = Tile.Columns;
                    tile.PlaceB(1, width);
                }

                if (!packedA.IsEmpty)
                {
                    tile.A = ref packedA[(row - part.FromRow) * part.Terms];
                    tile.AStep = (nuint)height;
                }
                else if (task.Panels is { } panels)
                {
                    var own = task.PanelRows == 0 ? height : Math.Min(height, task.PanelRows - row);
                    tile.A = ref At(panels, task.PanelsOffset + (row * task.Inner) + (part.Term * own));
                    tile.AStep = (nuint)own;
                }
                else
                {
                    tile.A = ref At(task.A.Numbers, task.A.Place(row, part.Term));
                    tile.AStep = (nuint)task.A.ColumnStep;
                }

                tile.Terms = part.Terms;
                if (task.ProductColumns == 0)
                {
                    tile.C = ref At(task.Product, task.Offset + (column * task.Stride) + row);
                    tile.PlaceC(task.Stride, width);
                    Announce(in tile, height);
                }
                else
                {
                    var own = Math.Min(height, task.Stride - row);
                    tile.C = ref At(task.Product, task.Offset + (row * task.ProductColumns) + (column * own));
                    tile.PlaceC(own, width);
                    Announce(in tile, height * task.ProductColumns);
                }

                tile.Start = ref task.Start is null ? ref tile.C : ref At(task.Start, task.StartOffset + row);
                var rows = task.Rows - row;
                if (rows >= height || task.IsPadded)
                {
                    if (rows > TLanes.Count)
                    {
                        Chains<T, TLanes, WideTile>(ref tile, task, part, room);
                    }
                    else
                    {
                        Chains<T, TLanes, LowTile>(ref tile, task, part, room);
                    }
                }
                else
                {
                    Edge<T, TLanes>(ref tile, task, part, room, width, rows);
                }
            }
        }
    }

    /// <summary>Has the place fetched that the next tile writes to, so far behind this one's, a column of a line each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Announce<T>(ref readonly TileArguments<T> tile, int distance)
    {
        // Fetching reads nothing: it does not matter that the numbers may move meanwhile, or that nothing may stand there.
        if (Sse.IsSupported)
        {
            var size = (nuint)Unsafe.SizeOf<T>();
            var next = (byte*)Unsafe.AsPointer(ref tile.C) + ((nuint)distance * size);
            Sse.Prefetch0(next);
            Sse.Prefetch0(next + (tile.C1 * size));
            Sse.Prefetch0(next + (tile.C2 * size));
            Sse.Prefetch0(next + (tile.C3 * size));
            Sse.Prefetch0(next + (tile.C4 * size));
            Sse.Prefetch0(next + (tile.C5 * size));
        }
    }

    /// <summary>A tile that reaches beyond the product's last row, computed aside.</summary>
    private static void Edge<T, TLanes>(ref TileArguments<T> tile, in ProductTask<T> task, in Part part, Span<T> room, int width, int rows)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
    {
        var height = Tile.Vectors * TLanes.Count;
        var aside = room[..(height * Tile.Columns)];
        var start = room.Slice(aside.Length, height);
        ref var product = ref tile.C;
        for (var j = 0; j < width && part.Term > 0; j++)
        {
            for (var i = 0; i < rows; i++)
            {
                aside[(j * height) + i] = Unsafe.Add(ref product, (j * task.Stride) + i);
            }
        }

        if (task.Start is not null)
        {
            MemoryMarshal.CreateSpan(ref tile.Start, rows).CopyTo(start);
        }

        tile.C = ref MemoryMarshal.GetReference(aside);
        tile.Start = ref MemoryMarshal.GetReference(start);
        tile.PlaceC(height, width);
        var rest = room[(aside.Length + height)..];
        if (rows > TLanes.Count)
        {
            Chains<T, TLanes, WideTile>(ref tile, task, part, rest);
        }
        else
        {
            Chains<T, TLanes, LowTile>(ref tile, task, part, rest);
        }

        for (var j = 0; j < width; j++)
        {
            for (var i = 0; i < rows; i++)
            {
                Unsafe.Add(ref product, (j * task.Stride) + i) = aside[(j * height) + i];
            }
        }
    }

    private static void Chains<T, TLanes, TTile>(ref TileArguments<T> tile, in ProductTask<T> task, in Part part, Span<T> room)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
        where TTile : struct, ITile
    {
        if (task.Shape == ChainShape.Grains && part.Terms > Arithmetic.GrainSize)
        {
            TTile.OverGrains<T, TLanes>(in tile, ref MemoryMarshal.GetReference(room));
        }
        else if (part.Term > 0)
        {
            TTile.Run<T, TLanes, ITileStart.FromProduct>(in tile);
        }
        else if (task.Start is not null)
        {
            TTile.Run<T, TLanes, ITileStart.FromColumn>(in tile);
        }
        else
        {
            TTile.Run<T, TLanes, ITileStart.FromZero>(in tile);
        }
    }

    /// <summary>One or two columns, whose left operand is read once only: nothing is packed.</summary>
    private static void FewColumns<T, TLanes>(in ProductTask<T> task)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
    {
        var width = task.Columns;
        var isPair = width == 2;

        // Stryker disable all : how many vectors go together changes the time, and no bit
        var isTall = !isPair && task.Rows > Tile.SingleVectors * TLanes.Count;
        var most = isPair ? Tile.PairVectors : isTall ? Tile.TallVectors : Tile.SingleVectors;

        // Stryker restore all
        Unsafe.SkipInit(out TileArguments<T> tile);
        tile.AStep = (nuint)task.A.ColumnStep;
        tile.B = ref At(task.B.Numbers, task.B.Place(0, task.FromColumn));
        tile.BStep = (nuint)task.B.RowStep;
        tile.B1 = (nuint)task.B.ColumnStep;
        tile.C1 = (nuint)task.Stride;
        tile.Terms = task.Inner;
        for (var row = 0; row < task.Rows; row += most * TLanes.Count)
        {
            // The last vector is a whole one, too: beyond the last row where there is room, otherwise over rows that are computed already.
            var rows = task.IsPadded ? RoundUp(task.Rows, TLanes.Count) : task.Rows;
            var last = (nuint)(Math.Min(rows - row, most * TLanes.Count) - TLanes.Count);
            if (rows - row < TLanes.Count)
            {
                (row, last) = (rows - TLanes.Count, 0);
            }

            tile.A = ref At(task.A.Numbers, task.A.Place(row, 0));
            tile.C = ref At(task.Product, task.Offset + (task.FromColumn * task.Stride) + row);
            tile.Start = ref task.Start is null ? ref tile.C : ref At(task.Start, task.StartOffset + row);
            if (task.Start is null)
            {
                Column<T, TLanes, ITileStart.FromZero>(in tile, last, isPair);
            }
            else
            {
                Column<T, TLanes, ITileStart.FromColumn>(in tile, last, isPair);
            }
        }
    }

    private static void Column<T, TLanes, TStart>(ref readonly TileArguments<T> tile, nuint last, bool isPair)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
        where TStart : struct, ITileStart
    {
        if (isPair)
        {
            Tile.Pair<T, TLanes, TStart>(in tile, last);
        }
        else if (last > (Tile.SingleVectors - 1) * (nuint)TLanes.Count)
        {
            Tile.Tall<T, TLanes, TStart>(in tile, last);
        }
        else if (last > (Tile.ShortVectors - 1) * (nuint)TLanes.Count)
        {
            Tile.Single<T, TLanes, TStart>(in tile, last);
        }
        else
        {
            Tile.Short<T, TLanes, TStart>(in tile, last);
        }
    }

    // Stryker disable once all : as above

    /// <summary>The bytes over which the terms of a grain are spread in the right operand.</summary>
    private static long Spread<T>(in ProductTask<T> task) =>
        (long)Math.Min(task.Inner, Arithmetic.GrainSize) * task.B.RowStep * Unsafe.SizeOf<T>();

    /// <summary>The terms of a piece: all pieces alike, and up to half as long again as they should be rather than one more.</summary>
    private static int Piece(int inner, int wanted)
    {
        // Stryker disable all : as above
        var pieces = Math.Max(1, (inner + (wanted / 2)) / wanted);
        return Math.Min(inner, RoundUp((inner + pieces - 1) / pieces, 4));
    }

    /// <summary>The columns of a group: all groups alike, since the left operand is packed anew for each, however few columns it has.</summary>
    private static int Group(int columns, int most)
    {
        // Stryker disable all : as above
        var groups = (columns + most - 1) / most;
        return RoundUp((columns + groups - 1) / groups, Tile.Columns);
    }

    private static int RoundUp(int count, int multiple) => (count + multiple - 1) / multiple * multiple;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T At<T>(T[] numbers, int place) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(numbers), place);

    /// <summary>A tile's size, and its innermost loop.</summary>
    private interface ITile
    {
        static abstract void Run<T, TLanes, TStart>(ref readonly TileArguments<T> tile)
            where T : struct, IFloatingPointIeee754<T>
            where TLanes : struct, ILanes<TLanes, T>
            where TStart : struct, ITileStart;

        static abstract void OverGrains<T, TLanes>(ref readonly TileArguments<T> tile, ref T room)
            where T : struct, IFloatingPointIeee754<T>
            where TLanes : struct, ILanes<TLanes, T>;
    }

    private readonly struct WideTile : ITile
    {
        public static void Run<T, TLanes, TStart>(ref readonly TileArguments<T> tile)
            where T : struct, IFloatingPointIeee754<T>
            where TLanes : struct, ILanes<TLanes, T>
            where TStart : struct, ITileStart => Tile.Wide<T, TLanes, TStart>(in tile);

        public static void OverGrains<T, TLanes>(ref readonly TileArguments<T> tile, ref T room)
            where T : struct, IFloatingPointIeee754<T>
            where TLanes : struct, ILanes<TLanes, T> => Tile.WideOverGrains<T, TLanes>(in tile, ref room);
    }

    private readonly struct LowTile : ITile
    {
        public static void Run<T, TLanes, TStart>(ref readonly TileArguments<T> tile)
            where T : struct, IFloatingPointIeee754<T>
            where TLanes : struct, ILanes<TLanes, T>
            where TStart : struct, ITileStart => Tile.Low<T, TLanes, TStart>(in tile);

        public static void OverGrains<T, TLanes>(ref readonly TileArguments<T> tile, ref T room)
            where T : struct, IFloatingPointIeee754<T>
            where TLanes : struct, ILanes<TLanes, T> => Tile.LowOverGrains<T, TLanes>(in tile, ref room);
    }
}
