namespace Functional.Numerics.Products;

using System;
using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Functional.Numerics.Lanes;
using Functional.Numerics.Sums;

/// <summary>The one kernel behind all matrix products: packed panels, and a register tile of two vectors by six columns.</summary>
/// <remarks>
/// The left operand is packed into panels of as many rows as the tile is high, the right one into blocks of six columns, both in the
/// order in which the tile reads them and padded with zeros at the edges. The padding adds rows and columns that are thrown away,
/// never terms to a chain. Threads own blocks of columns, or panels where those are more.
/// </remarks>
internal static class ProductKernel
{
    private const int TileColumns = 6;
    private const int TileVectors = 2;

    /// <summary>Multiply-adds below which a second thread costs more than it brings.</summary>
    private const long WorkPerThread = 1 << 20;

    public static void Run<T>(
        StridedOperand<T> a, StridedOperand<T> b, T[] product, int rows, int columns, int inner, ReadOnlySpan<T> start, ChainShape shape, Execution execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        switch (Hardware.Resolve(execution.Width))
        {
            case VectorWidth.Bits512: Run<T, Lanes512<T>>(a, b, product, rows, columns, inner, start, shape, execution); break;
            case VectorWidth.Bits256: Run<T, Lanes256<T>>(a, b, product, rows, columns, inner, start, shape, execution); break;
            case VectorWidth.Bits128: Run<T, Lanes128<T>>(a, b, product, rows, columns, inner, start, shape, execution); break;
            default: Run<T, ScalarLanes<T>>(a, b, product, rows, columns, inner, start, shape, execution); break;
        }
    }

    private static void Run<T, TLanes>(
        StridedOperand<T> a, StridedOperand<T> b, T[] product, int rows, int columns, int inner, ReadOnlySpan<T> start, ChainShape shape, Execution execution)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
    {
        var height = TileVectors * TLanes.Count;
        var panels = (rows + height - 1) / height;
        var blocks = (columns + TileColumns - 1) / TileColumns;
        var packedStart = new T[panels * height];
        start.CopyTo(packedStart);
        var packed = ArrayPool<T>.Shared.Rent(checked(panels * height * inner));
        try
        {
            PackRows(a, packed, rows, inner, height);
            var job = new Job<T>(packed, packedStart, b, product, rows, columns, inner, shape, execution);
            var threads = (int)Math.Min(execution.Threads, Math.Max(1, (long)rows * columns * inner / WorkPerThread));
            var byBlocks = blocks >= panels;
            var parts = Math.Min(threads, byBlocks ? blocks : panels);
            if (parts <= 1)
            {
                Tiles<T, TLanes>(job, 0, blocks, 0, panels);
                return;
            }

            Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = parts }, part =>
            {
                if (byBlocks)
                {
                    Tiles<T, TLanes>(job, Share(blocks, part, parts), Share(blocks, part + 1, parts), 0, panels);
                }
                else
                {
                    Tiles<T, TLanes>(job, 0, blocks, Share(panels, part, parts), Share(panels, part + 1, parts));
                }
            });
        }
        finally
        {
            ArrayPool<T>.Shared.Return(packed);
        }
    }

    private static int Share(int count, int part, int parts) => (int)((long)count * part / parts);

    private static void Tiles<T, TLanes>(Job<T> job, int firstBlock, int endBlock, int firstPanel, int endPanel)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
    {
        var height = TileVectors * TLanes.Count;
        var inner = job.Inner;
        var tileSize = height * TileColumns;
        var treeRoom = job.Shape == ChainShape.Grains ? GrainTree<T>.Room(GrainTree<T>.Grains(inner), tileSize) : 0;
        var scratch = ArrayPool<T>.Shared.Rent((inner * TileColumns) + tileSize + treeRoom);
        var block = scratch.AsSpan(0, inner * TileColumns);
        var tile = scratch.AsSpan(inner * TileColumns, tileSize);
        var room = scratch.AsSpan((inner * TileColumns) + tileSize, treeRoom);
        for (var blockIndex = firstBlock; blockIndex < endBlock; blockIndex++)
        {
            var column = blockIndex * TileColumns;
            var width = Math.Min(TileColumns, job.Columns - column);
            PackColumns(job.B, block, column, width, inner);
            for (var panelIndex = firstPanel; panelIndex < endPanel; panelIndex++)
            {
                var row = panelIndex * height;
                var panel = job.PackedRows.AsSpan(row * inner, height * inner);
                if (job.Shape == ChainShape.Single)
                {
                    for (var j = 0; j < TileColumns; j++)
                    {
                        job.PackedStart.AsSpan(row, height).CopyTo(tile[(j * height)..]);
                    }

                    Chain<T, TLanes>(panel, block, inner, tile);
                }
                else
                {
                    ChainGrains<T, TLanes>(panel, block, inner, tile, room, job.Execution);
                }

                var kept = Math.Min(height, job.Rows - row);
                for (var j = 0; j < width; j++)
                {
                    tile.Slice(j * height, kept).CopyTo(job.Product.AsSpan(((column + j) * job.Rows) + row));
                }
            }
        }

        ArrayPool<T>.Shared.Return(scratch);
    }

    private static void ChainGrains<T, TLanes>(
        ReadOnlySpan<T> panel, ReadOnlySpan<T> block, int inner, Span<T> tile, Span<T> room, Execution execution)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
    {
        var height = TileVectors * TLanes.Count;
        var tree = new GrainTree<T>(room, tile.Length, execution);
        for (var from = 0; from < inner; from += Arithmetic.GrainSize)
        {
            var terms = Math.Min(Arithmetic.GrainSize, inner - from);
            tile.Clear();
            Chain<T, TLanes>(panel.Slice(from * height, terms * height), block.Slice(from * TileColumns, terms * TileColumns), terms, tile);
            tree.Push(tile);
        }

        tree.Finish(tile);
    }

    /// <summary>Continues the chains in the tile by <paramref name="terms"/> fused multiply-adds each.</summary>
    private static void Chain<T, TLanes>(ReadOnlySpan<T> panel, ReadOnlySpan<T> block, int terms, Span<T> tile)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
    {
        ref var a = ref MemoryMarshal.GetReference(panel);
        ref var b = ref MemoryMarshal.GetReference(block);
        ref var c = ref MemoryMarshal.GetReference(tile);
        var count = (nuint)TLanes.Count;
        TLanes c00 = TLanes.Load(in c, 0), c10 = TLanes.Load(in c, count);
        TLanes c01 = TLanes.Load(in c, 2 * count), c11 = TLanes.Load(in c, 3 * count);
        TLanes c02 = TLanes.Load(in c, 4 * count), c12 = TLanes.Load(in c, 5 * count);
        TLanes c03 = TLanes.Load(in c, 6 * count), c13 = TLanes.Load(in c, 7 * count);
        TLanes c04 = TLanes.Load(in c, 8 * count), c14 = TLanes.Load(in c, 9 * count);
        TLanes c05 = TLanes.Load(in c, 10 * count), c15 = TLanes.Load(in c, 11 * count);
        for (var term = 0; term < terms; term++)
        {
            var a0 = TLanes.Load(in a, 0);
            var a1 = TLanes.Load(in a, count);
            var b0 = TLanes.Broadcast(b);
            c00 = TLanes.FusedMultiplyAdd(a0, b0, c00);
            c10 = TLanes.FusedMultiplyAdd(a1, b0, c10);
            var b1 = TLanes.Broadcast(Unsafe.Add(ref b, 1));
            c01 = TLanes.FusedMultiplyAdd(a0, b1, c01);
            c11 = TLanes.FusedMultiplyAdd(a1, b1, c11);
            var b2 = TLanes.Broadcast(Unsafe.Add(ref b, 2));
            c02 = TLanes.FusedMultiplyAdd(a0, b2, c02);
            c12 = TLanes.FusedMultiplyAdd(a1, b2, c12);
            var b3 = TLanes.Broadcast(Unsafe.Add(ref b, 3));
            c03 = TLanes.FusedMultiplyAdd(a0, b3, c03);
            c13 = TLanes.FusedMultiplyAdd(a1, b3, c13);
            var b4 = TLanes.Broadcast(Unsafe.Add(ref b, 4));
            c04 = TLanes.FusedMultiplyAdd(a0, b4, c04);
            c14 = TLanes.FusedMultiplyAdd(a1, b4, c14);
            var b5 = TLanes.Broadcast(Unsafe.Add(ref b, 5));
            c05 = TLanes.FusedMultiplyAdd(a0, b5, c05);
            c15 = TLanes.FusedMultiplyAdd(a1, b5, c15);
            a = ref Unsafe.Add(ref a, 2 * count);
            b = ref Unsafe.Add(ref b, TileColumns);
        }

        TLanes.Store(c00, ref c, 0);
        TLanes.Store(c10, ref c, count);
        TLanes.Store(c01, ref c, 2 * count);
        TLanes.Store(c11, ref c, 3 * count);
        TLanes.Store(c02, ref c, 4 * count);
        TLanes.Store(c12, ref c, 5 * count);
        TLanes.Store(c03, ref c, 6 * count);
        TLanes.Store(c13, ref c, 7 * count);
        TLanes.Store(c04, ref c, 8 * count);
        TLanes.Store(c14, ref c, 9 * count);
        TLanes.Store(c05, ref c, 10 * count);
        TLanes.Store(c15, ref c, 11 * count);
    }

    /// <summary>Lays the left operand out panel after panel, in each panel column after column, missing rows as zeros.</summary>
    private static void PackRows<T>(StridedOperand<T> a, T[] packed, int rows, int inner, int height)
        where T : struct, IFloatingPointIeee754<T>
    {
        for (var row = 0; row < rows; row += height)
        {
            var kept = Math.Min(height, rows - row);
            var panel = packed.AsSpan(row * inner, height * inner);
            if (kept < height)
            {
                panel.Clear();
            }

            if (a.RowStride == 1)
            {
                for (var p = 0; p < inner; p++)
                {
                    a.Numbers.AsSpan(row + (p * a.ColumnStride), kept).CopyTo(panel[(p * height)..]);
                }
            }
            else
            {
                for (var i = 0; i < kept; i++)
                {
                    var source = a.Numbers.AsSpan((row + i) * a.RowStride);
                    for (var p = 0; p < inner; p++)
                    {
                        panel[(p * height) + i] = source[p * a.ColumnStride];
                    }
                }
            }
        }
    }

    /// <summary>Lays six columns of the right operand out row after row, missing columns as zeros.</summary>
    private static void PackColumns<T>(StridedOperand<T> b, Span<T> block, int column, int width, int inner)
        where T : struct, IFloatingPointIeee754<T>
    {
        if (width < TileColumns)
        {
            block.Clear();
        }

        for (var j = 0; j < width; j++)
        {
            var source = b.Numbers.AsSpan((column + j) * b.ColumnStride);
            for (int p = 0, from = 0, to = j; p < inner; p++, from += b.RowStride, to += TileColumns)
            {
                block[to] = source[from];
            }
        }
    }

    private sealed record Job<T>(
        T[] PackedRows, T[] PackedStart, StridedOperand<T> B, T[] Product, int Rows, int Columns, int Inner, ChainShape Shape, Execution Execution);
}
