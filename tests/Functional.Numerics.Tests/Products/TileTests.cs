namespace Functional.Numerics.Tests.Products;

using System;
using System.Linq;
using System.Numerics;
using Functional.Numerics.Lanes;
using Functional.Numerics.Products;
using Functional.Numerics.Tests.Sums;
using Xunit;

/// <summary>Each tile by itself against chains as they are written, from whatever they start: also from where no kernel starts that tile. What stands beside the tile must stay.</summary>
public sealed class TileTests
{
    private const int Guard = 40;

    private delegate void Loop<T>(ref readonly TileArguments<T> tile, nuint last);

    private delegate void GrainLoop<T>(ref readonly TileArguments<T> tile, ref T room);

    public static TheoryData<VectorWidth> Registers => ProductKernelTests.Registers;

    [Theory]
    [MemberData(nameof(Registers))]
    public void A_tile_holds_one_chain_for_each_row_and_column(VectorWidth width)
    {
        switch (width)
        {
            case VectorWidth.Bits512: AllStarts<float, Lanes512<float>>(); break;
            case VectorWidth.Bits256: AllStarts<float, Lanes256<float>>(); break;
            case VectorWidth.Bits128: AllStarts<float, Lanes128<float>>(); break;
            default: AllStarts<float, ScalarLanes<float>>(); break;
        }
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public void A_tile_over_grains_joins_their_chains_by_the_tree(VectorWidth width)
    {
        switch (width)
        {
            case VectorWidth.Bits512: Grains<float, Lanes512<float>>(); break;
            case VectorWidth.Bits256: Grains<float, Lanes256<float>>(); break;
            case VectorWidth.Bits128: Grains<float, Lanes128<float>>(); break;
            default: Grains<float, ScalarLanes<float>>(); break;
        }
    }

    private static void AllStarts<T, TLanes>()
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
    {
        AllTiles<T, TLanes, ITileStart.FromZero>();
        AllTiles<T, TLanes, ITileStart.FromColumn>();
        AllTiles<T, TLanes, ITileStart.FromProduct>();
    }

    private static void AllTiles<T, TLanes, TStart>()
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
        where TStart : struct, ITileStart
    {
        var lanes = TLanes.Count;
        for (var columns = 1; columns <= Tile.Columns; columns++)
        {
            Check<T, TStart>((ref readonly TileArguments<T> tile, nuint _) => Tile.Wide<T, TLanes, TStart>(in tile), 2 * lanes, columns, lanes, "Wide");
            Check<T, TStart>((ref readonly TileArguments<T> tile, nuint _) => Tile.Low<T, TLanes, TStart>(in tile), lanes, columns, lanes, "Low");
        }

        for (var vectors = 1; vectors <= Tile.TallVectors; vectors++)
        {
            foreach (var rows in new[] { vectors * lanes, Math.Max(lanes, (vectors * lanes) - (lanes / 2)) })
            {
                if (vectors <= Tile.PairVectors)
                {
                    Check<T, TStart>((ref readonly TileArguments<T> tile, nuint last) => Tile.Pair<T, TLanes, TStart>(in tile, last), rows, 2, lanes, "Pair");
                }

                if (vectors <= Tile.ShortVectors)
                {
                    Check<T, TStart>((ref readonly TileArguments<T> tile, nuint last) => Tile.Short<T, TLanes, TStart>(in tile, last), rows, 1, lanes, "Short");
                }

                if (vectors <= Tile.SingleVectors)
                {
                    Check<T, TStart>((ref readonly TileArguments<T> tile, nuint last) => Tile.Single<T, TLanes, TStart>(in tile, last), rows, 1, lanes, "Single");
                }
                else if (rows > Tile.SingleVectors * lanes)
                {
                    Check<T, TStart>((ref readonly TileArguments<T> tile, nuint last) => Tile.Tall<T, TLanes, TStart>(in tile, last), rows, 1, lanes, "Tall");
                }
            }
        }
    }

    private static void Check<T, TStart>(Loop<T> loop, int rows, int columns, int lanes, string name)
        where T : struct, IFloatingPointIeee754<T>
    {
        const int terms = 3;
        var (leftStep, rightStep, stride) = (rows + 1, terms + 2, rows + 3);
        var (left, right, start) = (Numbers.Between<T>(leftStep * terms, 1), Numbers.Between<T>(rightStep * columns, 2), Numbers.Between<T>(rows, 3));
        var (product, expected) = (Product(), Product());
        for (var place = 0; place < rows * columns; place++)
        {
            var (column, row) = Math.DivRem(place, rows);
            ref var sum = ref expected[Guard + (column * stride) + row];
            sum = typeof(TStart) == typeof(ITileStart.FromZero) ? T.Zero : typeof(TStart) == typeof(ITileStart.FromColumn) ? start[row] : sum;
            for (var term = 0; term < terms; term++)
            {
                sum = T.FusedMultiplyAdd(left[(term * leftStep) + row], right[term + (column * rightStep)], sum);
            }
        }

        var tile = Place(left, leftStep, right, product, terms);
        tile.Start = ref start[0];
        tile.PlaceB(rightStep, columns);
        tile.PlaceC(stride, columns);
        loop(in tile, (nuint)(rows - lanes));
        Assert.True(expected.AsSpan().SequenceEqual(product), $"{name} of {rows} × {columns} with {typeof(TStart).Name}.");

        T[] Product() => Numbers.Between<T>(Guard + (stride * columns) + Guard, 4);
    }

    private static void Grains<T, TLanes>()
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
    {
        foreach (var terms in new[] { 1, 64, 65, 128, 129, 192, 256, 321, 449, 513, 1024 })
        {
            foreach (var columns in new[] { 1, 5, 6 })
            {
                CheckGrains<T>((ref readonly TileArguments<T> tile, ref T room) => Tile.WideOverGrains<T, TLanes>(in tile, ref room), 2 * TLanes.Count, columns, terms);
                CheckGrains<T>((ref readonly TileArguments<T> tile, ref T room) => Tile.LowOverGrains<T, TLanes>(in tile, ref room), TLanes.Count, columns, terms);
            }
        }
    }

    private static void CheckGrains<T>(GrainLoop<T> loop, int rows, int columns, int terms)
        where T : struct, IFloatingPointIeee754<T>
    {
        var (leftStep, rightStep, stride) = (rows + 1, terms + 2, rows + 3);
        var (left, right) = (Numbers.Between<T>(leftStep * terms, 1), Numbers.Between<T>(rightStep * columns, 2));
        var (product, expected) = (Product(), Product());
        for (var place = 0; place < rows * columns; place++)
        {
            var (column, row) = Math.DivRem(place, rows);
            expected[Guard + (column * stride) + row] = GrainSumTests.Tree(
                [.. Enumerable.Range(0, terms).Chunk(Arithmetic.GrainSize).Select(grain => grain.Aggregate(T.Zero, (sum, term) => T.FusedMultiplyAdd(left[(term * leftStep) + row], right[term + (column * rightStep)], sum)))]);
        }

        // A tile for each height at which a sum can wait: of n grains, the last one excepted.
        var waiting = (terms - 1) / Arithmetic.GrainSize;
        var heights = waiting == 0 ? 0 : BitOperations.Log2((uint)waiting) + 1;
        var room = Numbers.Between<T>((heights * Tile.Columns * rows) + Guard, 5);
        var behind = room[^Guard..];
        var tile = Place(left, leftStep, right, product, terms);
        tile.PlaceB(rightStep, columns);
        tile.PlaceC(stride, columns);
        loop(in tile, ref room[0]);
        Assert.True(expected.AsSpan().SequenceEqual(product), $"{rows} × {columns} over {terms} samples.");
        Assert.True(behind.AsSpan().SequenceEqual(room.AsSpan(room.Length - Guard)), $"{rows} × {columns} over {terms} samples write behind their room.");

        T[] Product() => Numbers.Between<T>(Guard + (stride * columns) + Guard, 4);
    }

    private static TileArguments<T> Place<T>(T[] left, int leftStep, T[] right, T[] product, int terms)
    {
        var tile = default(TileArguments<T>);
        tile.A = ref left[0];
        tile.AStep = (nuint)leftStep;
        tile.B = ref right[0];
        tile.BStep = 1;
        tile.C = ref product[Guard];
        tile.Terms = terms;
        return tile;
    }
}
