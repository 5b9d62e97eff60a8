namespace Functional.Numerics.Products;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using Functional.Numerics.Lanes;

/// <summary>
/// The innermost loops: a small rectangle of the product that stays in registers while its chains of fused multiply-adds run.
/// Vectors run across rows; each column has one chain for each of its rows.
/// </summary>
/// <remarks>
/// Tiles at an edge use the same code: columns or vectors that do not exist are given the place of the last one that does, compute
/// the same number a second time and store it to the same place.
/// </remarks>
internal static class Tile
{
    /// <summary>The columns of the wide tiles.</summary>
    public const int Columns = 6;

    /// <summary>Vectors over the rows of the wide tile.</summary>
    public const int Vectors = 2;

    /// <summary>Vectors over the rows of the tile for one or two columns.</summary>
    public const int PairVectors = 4;

    /// <summary>Vectors over the rows of the tile for a single short column.</summary>
    public const int ShortVectors = 4;

    /// <summary>Vectors over the rows of the tile for a single column.</summary>
    public const int SingleVectors = 8;

    /// <summary>Vectors over the rows of the tile for a single tall column.</summary>
    public const int TallVectors = 14;

    /// <summary>Terms that the loops go through at a time: fewer steps of the loop, and a grain is few enough of them for the processor to foresee its end.</summary>
    private const int Unrolled = 4;

    /// <summary>Two vectors by six columns: twelve chains, the most that sixteen registers hold beside what feeds them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Wide<T, TLanes, TStart>(ref readonly TileArguments<T> tile)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
        where TStart : struct, ITileStart
    {
        ref var a = ref tile.A;
        ref var b = ref tile.B;
        ref var c = ref tile.C;
        nuint aStep = tile.AStep, bStep = tile.BStep;
        nuint b1 = tile.B1, b2 = tile.B2, b3 = tile.B3, b4 = tile.B4, b5 = tile.B5;
        nuint d1 = tile.C1, d2 = tile.C2, d3 = tile.C3, d4 = tile.C4, d5 = tile.C5;
        var next = (nuint)TLanes.Count;
        ref var start = ref tile.Start;
        TLanes c00 = TStart.Load<T, TLanes>(in c, 0, in start, 0), c10 = TStart.Load<T, TLanes>(in c, next, in start, next);
        TLanes c01 = TStart.Load<T, TLanes>(in c, d1, in start, 0), c11 = TStart.Load<T, TLanes>(in c, d1 + next, in start, next);
        TLanes c02 = TStart.Load<T, TLanes>(in c, d2, in start, 0), c12 = TStart.Load<T, TLanes>(in c, d2 + next, in start, next);
        TLanes c03 = TStart.Load<T, TLanes>(in c, d3, in start, 0), c13 = TStart.Load<T, TLanes>(in c, d3 + next, in start, next);
        TLanes c04 = TStart.Load<T, TLanes>(in c, d4, in start, 0), c14 = TStart.Load<T, TLanes>(in c, d4 + next, in start, next);
        TLanes c05 = TStart.Load<T, TLanes>(in c, d5, in start, 0), c15 = TStart.Load<T, TLanes>(in c, d5 + next, in start, next);
        var terms = tile.Terms;
        for (; terms >= Unrolled; terms -= Unrolled)
        {
            Term(ref a, ref b, b1, b2, b3, b4, b5, ref c00, ref c10, ref c01, ref c11, ref c02, ref c12, ref c03, ref c13, ref c04, ref c14, ref c05, ref c15);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bStep);
            Term(ref a, ref b, b1, b2, b3, b4, b5, ref c00, ref c10, ref c01, ref c11, ref c02, ref c12, ref c03, ref c13, ref c04, ref c14, ref c05, ref c15);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bStep);
            Term(ref a, ref b, b1, b2, b3, b4, b5, ref c00, ref c10, ref c01, ref c11, ref c02, ref c12, ref c03, ref c13, ref c04, ref c14, ref c05, ref c15);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bStep);
            Term(ref a, ref b, b1, b2, b3, b4, b5, ref c00, ref c10, ref c01, ref c11, ref c02, ref c12, ref c03, ref c13, ref c04, ref c14, ref c05, ref c15);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bStep);
        }

        for (; terms > 0; terms--)
        {
            Term(ref a, ref b, b1, b2, b3, b4, b5, ref c00, ref c10, ref c01, ref c11, ref c02, ref c12, ref c03, ref c13, ref c04, ref c14, ref c05, ref c15);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bStep);
        }

        TLanes.Store(c00, ref c, 0);
        TLanes.Store(c10, ref c, next);
        TLanes.Store(c01, ref c, d1);
        TLanes.Store(c11, ref c, d1 + next);
        TLanes.Store(c02, ref c, d2);
        TLanes.Store(c12, ref c, d2 + next);
        TLanes.Store(c03, ref c, d3);
        TLanes.Store(c13, ref c, d3 + next);
        TLanes.Store(c04, ref c, d4);
        TLanes.Store(c14, ref c, d4 + next);
        TLanes.Store(c05, ref c, d5);
        TLanes.Store(c15, ref c, d5 + next);
    }

    /// <summary>One vector by six columns, for the last rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Low<T, TLanes, TStart>(ref readonly TileArguments<T> tile)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
        where TStart : struct, ITileStart
    {
        ref var a = ref tile.A;
        ref var b = ref tile.B;
        ref var c = ref tile.C;
        nuint aStep = tile.AStep, bStep = tile.BStep;
        nuint b1 = tile.B1, b2 = tile.B2, b3 = tile.B3, b4 = tile.B4, b5 = tile.B5;
        nuint d1 = tile.C1, d2 = tile.C2, d3 = tile.C3, d4 = tile.C4, d5 = tile.C5;
        ref var start = ref tile.Start;
        TLanes c0 = TStart.Load<T, TLanes>(in c, 0, in start, 0), c1 = TStart.Load<T, TLanes>(in c, d1, in start, 0);
        TLanes c2 = TStart.Load<T, TLanes>(in c, d2, in start, 0), c3 = TStart.Load<T, TLanes>(in c, d3, in start, 0);
        TLanes c4 = TStart.Load<T, TLanes>(in c, d4, in start, 0), c5 = TStart.Load<T, TLanes>(in c, d5, in start, 0);
        var terms = tile.Terms;
        for (; terms >= Unrolled; terms -= Unrolled)
        {
            LowTerm(ref a, ref b, b1, b2, b3, b4, b5, ref c0, ref c1, ref c2, ref c3, ref c4, ref c5);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bStep);
            LowTerm(ref a, ref b, b1, b2, b3, b4, b5, ref c0, ref c1, ref c2, ref c3, ref c4, ref c5);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bStep);
            LowTerm(ref a, ref b, b1, b2, b3, b4, b5, ref c0, ref c1, ref c2, ref c3, ref c4, ref c5);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bStep);
            LowTerm(ref a, ref b, b1, b2, b3, b4, b5, ref c0, ref c1, ref c2, ref c3, ref c4, ref c5);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bStep);
        }

        for (; terms > 0; terms--)
        {
            LowTerm(ref a, ref b, b1, b2, b3, b4, b5, ref c0, ref c1, ref c2, ref c3, ref c4, ref c5);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bStep);
        }

        TLanes.Store(c0, ref c, 0);
        TLanes.Store(c1, ref c, d1);
        TLanes.Store(c2, ref c, d2);
        TLanes.Store(c3, ref c, d3);
        TLanes.Store(c4, ref c, d4);
        TLanes.Store(c5, ref c, d5);
    }

    /// <summary><see cref="Wide"/> over more than one grain: a chain over each, joined by the pairwise tree.</summary>
    /// <remarks>Like counting in binary: the sum of 2^h grains waits in the room at height h until its right-hand neighbour is there; at the end what waits is added up, the lowest first.</remarks>
    /// <param name="tile">What to read and write.</param>
    /// <param name="room">Takes a tile for each height.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void WideOverGrains<T, TLanes>(ref readonly TileArguments<T> tile, ref T room)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
    {
        ref var a = ref tile.A;
        ref var b = ref tile.B;
        nuint aStep = tile.AStep, bStep = tile.BStep;
        nuint b1 = tile.B1, b2 = tile.B2, b3 = tile.B3, b4 = tile.B4, b5 = tile.B5;
        var next = (nuint)TLanes.Count;
        var left = tile.Terms;
        for (var grain = 0; ; grain++)
        {
            TLanes c00 = TLanes.Zero, c01 = TLanes.Zero, c02 = TLanes.Zero, c03 = TLanes.Zero, c04 = TLanes.Zero, c05 = TLanes.Zero;
            TLanes c10 = TLanes.Zero, c11 = TLanes.Zero, c12 = TLanes.Zero, c13 = TLanes.Zero, c14 = TLanes.Zero, c15 = TLanes.Zero;
            var terms = Math.Min(left, Arithmetic.GrainSize);
            for (; terms >= Unrolled; terms -= Unrolled)
            {
                Term(ref a, ref b, b1, b2, b3, b4, b5, ref c00, ref c10, ref c01, ref c11, ref c02, ref c12, ref c03, ref c13, ref c04, ref c14, ref c05, ref c15);
                a = ref Unsafe.Add(ref a, aStep);
                b = ref Unsafe.Add(ref b, bStep);
                Term(ref a, ref b, b1, b2, b3, b4, b5, ref c00, ref c10, ref c01, ref c11, ref c02, ref c12, ref c03, ref c13, ref c04, ref c14, ref c05, ref c15);
                a = ref Unsafe.Add(ref a, aStep);
                b = ref Unsafe.Add(ref b, bStep);
                Term(ref a, ref b, b1, b2, b3, b4, b5, ref c00, ref c10, ref c01, ref c11, ref c02, ref c12, ref c03, ref c13, ref c04, ref c14, ref c05, ref c15);
                a = ref Unsafe.Add(ref a, aStep);
                b = ref Unsafe.Add(ref b, bStep);
                Term(ref a, ref b, b1, b2, b3, b4, b5, ref c00, ref c10, ref c01, ref c11, ref c02, ref c12, ref c03, ref c13, ref c04, ref c14, ref c05, ref c15);
                a = ref Unsafe.Add(ref a, aStep);
                b = ref Unsafe.Add(ref b, bStep);
            }

            for (; terms > 0; terms--)
            {
                Term(ref a, ref b, b1, b2, b3, b4, b5, ref c00, ref c10, ref c01, ref c11, ref c02, ref c12, ref c03, ref c13, ref c04, ref c14, ref c05, ref c15);
                a = ref Unsafe.Add(ref a, aStep);
                b = ref Unsafe.Add(ref b, bStep);
            }

            left -= Arithmetic.GrainSize;
            ref var waiting = ref room;
            for (var pairs = grain; left > 0 ? (pairs & 1) != 0 : pairs != 0; pairs >>= 1)
            {
                if ((pairs & 1) != 0)
                {
                    c00 = TLanes.Load(in waiting, 0) + c00;
                    c10 = TLanes.Load(in waiting, next) + c10;
                    c01 = TLanes.Load(in waiting, 2 * next) + c01;
                    c11 = TLanes.Load(in waiting, 3 * next) + c11;
                    c02 = TLanes.Load(in waiting, 4 * next) + c02;
                    c12 = TLanes.Load(in waiting, 5 * next) + c12;
                    c03 = TLanes.Load(in waiting, 6 * next) + c03;
                    c13 = TLanes.Load(in waiting, 7 * next) + c13;
                    c04 = TLanes.Load(in waiting, 8 * next) + c04;
                    c14 = TLanes.Load(in waiting, 9 * next) + c14;
                    c05 = TLanes.Load(in waiting, 10 * next) + c05;
                    c15 = TLanes.Load(in waiting, 11 * next) + c15;
                }

                waiting = ref Unsafe.Add(ref waiting, 12 * next);
            }

            if (left > 0)
            {
                TLanes.Store(c00, ref waiting, 0);
                TLanes.Store(c10, ref waiting, next);
                TLanes.Store(c01, ref waiting, 2 * next);
                TLanes.Store(c11, ref waiting, 3 * next);
                TLanes.Store(c02, ref waiting, 4 * next);
                TLanes.Store(c12, ref waiting, 5 * next);
                TLanes.Store(c03, ref waiting, 6 * next);
                TLanes.Store(c13, ref waiting, 7 * next);
                TLanes.Store(c04, ref waiting, 8 * next);
                TLanes.Store(c14, ref waiting, 9 * next);
                TLanes.Store(c05, ref waiting, 10 * next);
                TLanes.Store(c15, ref waiting, 11 * next);
                continue;
            }

            ref var c = ref tile.C;
            TLanes.Store(c00, ref c, 0);
            TLanes.Store(c10, ref c, next);
            TLanes.Store(c01, ref c, tile.C1);
            TLanes.Store(c11, ref c, tile.C1 + next);
            TLanes.Store(c02, ref c, tile.C2);
            TLanes.Store(c12, ref c, tile.C2 + next);
            TLanes.Store(c03, ref c, tile.C3);
            TLanes.Store(c13, ref c, tile.C3 + next);
            TLanes.Store(c04, ref c, tile.C4);
            TLanes.Store(c14, ref c, tile.C4 + next);
            TLanes.Store(c05, ref c, tile.C5);
            TLanes.Store(c15, ref c, tile.C5 + next);
            return;
        }
    }

    /// <summary><see cref="Low"/> over more than one grain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void LowOverGrains<T, TLanes>(ref readonly TileArguments<T> tile, ref T room)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
    {
        ref var a = ref tile.A;
        ref var b = ref tile.B;
        nuint aStep = tile.AStep, bStep = tile.BStep;
        nuint b1 = tile.B1, b2 = tile.B2, b3 = tile.B3, b4 = tile.B4, b5 = tile.B5;
        var next = (nuint)TLanes.Count;
        var left = tile.Terms;
        for (var grain = 0; ; grain++)
        {
            TLanes c0 = TLanes.Zero, c1 = TLanes.Zero, c2 = TLanes.Zero, c3 = TLanes.Zero, c4 = TLanes.Zero, c5 = TLanes.Zero;
            var terms = Math.Min(left, Arithmetic.GrainSize);
            for (; terms >= Unrolled; terms -= Unrolled)
            {
                LowTerm(ref a, ref b, b1, b2, b3, b4, b5, ref c0, ref c1, ref c2, ref c3, ref c4, ref c5);
                a = ref Unsafe.Add(ref a, aStep);
                b = ref Unsafe.Add(ref b, bStep);
                LowTerm(ref a, ref b, b1, b2, b3, b4, b5, ref c0, ref c1, ref c2, ref c3, ref c4, ref c5);
                a = ref Unsafe.Add(ref a, aStep);
                b = ref Unsafe.Add(ref b, bStep);
                LowTerm(ref a, ref b, b1, b2, b3, b4, b5, ref c0, ref c1, ref c2, ref c3, ref c4, ref c5);
                a = ref Unsafe.Add(ref a, aStep);
                b = ref Unsafe.Add(ref b, bStep);
                LowTerm(ref a, ref b, b1, b2, b3, b4, b5, ref c0, ref c1, ref c2, ref c3, ref c4, ref c5);
                a = ref Unsafe.Add(ref a, aStep);
                b = ref Unsafe.Add(ref b, bStep);
            }

            for (; terms > 0; terms--)
            {
                LowTerm(ref a, ref b, b1, b2, b3, b4, b5, ref c0, ref c1, ref c2, ref c3, ref c4, ref c5);
                a = ref Unsafe.Add(ref a, aStep);
                b = ref Unsafe.Add(ref b, bStep);
            }

            left -= Arithmetic.GrainSize;
            ref var waiting = ref room;
            for (var pairs = grain; left > 0 ? (pairs & 1) != 0 : pairs != 0; pairs >>= 1)
            {
                if ((pairs & 1) != 0)
                {
                    c0 = TLanes.Load(in waiting, 0) + c0;
                    c1 = TLanes.Load(in waiting, next) + c1;
                    c2 = TLanes.Load(in waiting, 2 * next) + c2;
                    c3 = TLanes.Load(in waiting, 3 * next) + c3;
                    c4 = TLanes.Load(in waiting, 4 * next) + c4;
                    c5 = TLanes.Load(in waiting, 5 * next) + c5;
                }

                waiting = ref Unsafe.Add(ref waiting, 6 * next);
            }

            if (left > 0)
            {
                TLanes.Store(c0, ref waiting, 0);
                TLanes.Store(c1, ref waiting, next);
                TLanes.Store(c2, ref waiting, 2 * next);
                TLanes.Store(c3, ref waiting, 3 * next);
                TLanes.Store(c4, ref waiting, 4 * next);
                TLanes.Store(c5, ref waiting, 5 * next);
                continue;
            }

            ref var c = ref tile.C;
            TLanes.Store(c0, ref c, 0);
            TLanes.Store(c1, ref c, tile.C1);
            TLanes.Store(c2, ref c, tile.C2);
            TLanes.Store(c3, ref c, tile.C3);
            TLanes.Store(c4, ref c, tile.C4);
            TLanes.Store(c5, ref c, tile.C5);
            return;
        }
    }

    /// <summary>A term of all chains of the wide tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Term<T, TLanes>(
        ref T a, ref T b, nuint b1, nuint b2, nuint b3, nuint b4, nuint b5,
        ref TLanes c00, ref TLanes c10, ref TLanes c01, ref TLanes c11, ref TLanes c02, ref TLanes c12,
        ref TLanes c03, ref TLanes c13, ref TLanes c04, ref TLanes c14, ref TLanes c05, ref TLanes c15)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
    {
        var a0 = TLanes.Load(ref a, 0);
        var a1 = TLanes.Load(ref a, (nuint)TLanes.Count);
        var x0 = TLanes.Broadcast(b);
        TLanes.Accumulate(ref c00, a0, x0);
        TLanes.Accumulate(ref c10, a1, x0);
        var x1 = TLanes.Broadcast(Unsafe.Add(ref b, b1));
        TLanes.Accumulate(ref c01, a0, x1);
        TLanes.Accumulate(ref c11, a1, x1);
        var x2 = TLanes.Broadcast(Unsafe.Add(ref b, b2));
        TLanes.Accumulate(ref c02, a0, x2);
        TLanes.Accumulate(ref c12, a1, x2);
        var x3 = TLanes.Broadcast(Unsafe.Add(ref b, b3));
        TLanes.Accumulate(ref c03, a0, x3);
        TLanes.Accumulate(ref c13, a1, x3);
        var x4 = TLanes.Broadcast(Unsafe.Add(ref b, b4));
        TLanes.Accumulate(ref c04, a0, x4);
        TLanes.Accumulate(ref c14, a1, x4);
        var x5 = TLanes.Broadcast(Unsafe.Add(ref b, b5));
        TLanes.Accumulate(ref c05, a0, x5);
        TLanes.Accumulate(ref c15, a1, x5);
    }

    /// <summary>A term of all chains of the low tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LowTerm<T, TLanes>(
        ref T a, ref T b, nuint b1, nuint b2, nuint b3, nuint b4, nuint b5,
        ref TLanes c0, ref TLanes c1, ref TLanes c2, ref TLanes c3, ref TLanes c4, ref TLanes c5)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
    {
        var a0 = TLanes.Load(ref a, 0);
        TLanes.Accumulate(ref c0, a0, TLanes.Broadcast(b));
        TLanes.Accumulate(ref c1, a0, TLanes.Broadcast(Unsafe.Add(ref b, b1)));
        TLanes.Accumulate(ref c2, a0, TLanes.Broadcast(Unsafe.Add(ref b, b2)));
        TLanes.Accumulate(ref c3, a0, TLanes.Broadcast(Unsafe.Add(ref b, b3)));
        TLanes.Accumulate(ref c4, a0, TLanes.Broadcast(Unsafe.Add(ref b, b4)));
        TLanes.Accumulate(ref c5, a0, TLanes.Broadcast(Unsafe.Add(ref b, b5)));
    }

    /// <summary>Up to four vectors by one or two columns. The places B1 and C1 are those of the second column; the vectors stand at multiples of the lanes, up to <paramref name="last"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pair<T, TLanes, TStart>(ref readonly TileArguments<T> tile, nuint last)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
        where TStart : struct, ITileStart
    {
        ref var a = ref tile.A;
        ref var b = ref tile.B;
        ref var c = ref tile.C;
        nuint aStep = tile.AStep, bStep = tile.BStep, b1 = tile.B1, d1 = tile.C1;
        var lanes = (nuint)TLanes.Count;
        nuint v1 = nuint.Min(lanes, last), v2 = nuint.Min(2 * lanes, last), v3 = nuint.Min(3 * lanes, last);
        ref var start = ref tile.Start;
        TLanes c00 = TStart.Load<T, TLanes>(in c, 0, in start, 0), c01 = TStart.Load<T, TLanes>(in c, d1, in start, 0);
        TLanes c10 = TStart.Load<T, TLanes>(in c, v1, in start, v1), c11 = TStart.Load<T, TLanes>(in c, d1 + v1, in start, v1);
        TLanes c20 = TStart.Load<T, TLanes>(in c, v2, in start, v2), c21 = TStart.Load<T, TLanes>(in c, d1 + v2, in start, v2);
        TLanes c30 = TStart.Load<T, TLanes>(in c, v3, in start, v3), c31 = TStart.Load<T, TLanes>(in c, d1 + v3, in start, v3);
        for (var term = tile.Terms; term > 0; term--)
        {
            var x0 = TLanes.Broadcast(b);
            var x1 = TLanes.Broadcast(Unsafe.Add(ref b, b1));
            var a0 = TLanes.Load(in a, 0);
            TLanes.Accumulate(ref c00, a0, x0);
            TLanes.Accumulate(ref c01, a0, x1);
            var a1 = TLanes.Load(in a, v1);
            TLanes.Accumulate(ref c10, a1, x0);
            TLanes.Accumulate(ref c11, a1, x1);
            var a2 = TLanes.Load(in a, v2);
            TLanes.Accumulate(ref c20, a2, x0);
            TLanes.Accumulate(ref c21, a2, x1);
            var a3 = TLanes.Load(in a, v3);
            TLanes.Accumulate(ref c30, a3, x0);
            TLanes.Accumulate(ref c31, a3, x1);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bStep);
        }

        TLanes.Store(c00, ref c, 0);
        TLanes.Store(c01, ref c, d1);
        TLanes.Store(c10, ref c, v1);
        TLanes.Store(c11, ref c, d1 + v1);
        TLanes.Store(c20, ref c, v2);
        TLanes.Store(c21, ref c, d1 + v2);
        TLanes.Store(c30, ref c, v3);
        TLanes.Store(c31, ref c, d1 + v3);
    }

    /// <summary>Up to four vectors of a single column; they stand at multiples of the lanes, up to <paramref name="last"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Short<T, TLanes, TStart>(ref readonly TileArguments<T> tile, nuint last)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
        where TStart : struct, ITileStart
    {
        ref var a = ref tile.A;
        ref var b = ref tile.B;
        ref var c = ref tile.C;
        nuint aStep = tile.AStep, bStep = tile.BStep;
        var lanes = (nuint)TLanes.Count;
        nuint v1 = nuint.Min(lanes, last), v2 = nuint.Min(2 * lanes, last), v3 = nuint.Min(3 * lanes, last);
        ref var start = ref tile.Start;
        TLanes c0 = TStart.Load<T, TLanes>(in c, 0, in start, 0), c1 = TStart.Load<T, TLanes>(in c, v1, in start, v1);
        TLanes c2 = TStart.Load<T, TLanes>(in c, v2, in start, v2), c3 = TStart.Load<T, TLanes>(in c, v3, in start, v3);
        for (var term = tile.Terms; term > 0; term--)
        {
            var x = TLanes.Broadcast(b);
            TLanes.Accumulate(ref c0, TLanes.Load(in a, 0), x);
            TLanes.Accumulate(ref c1, TLanes.Load(in a, v1), x);
            TLanes.Accumulate(ref c2, TLanes.Load(in a, v2), x);
            TLanes.Accumulate(ref c3, TLanes.Load(in a, v3), x);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bStep);
        }

        TLanes.Store(c0, ref c, 0);
        TLanes.Store(c1, ref c, v1);
        TLanes.Store(c2, ref c, v2);
        TLanes.Store(c3, ref c, v3);
    }

    /// <summary>Up to eight vectors of a single column; they stand at multiples of the lanes, up to <paramref name="last"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Single<T, TLanes, TStart>(ref readonly TileArguments<T> tile, nuint last)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
        where TStart : struct, ITileStart
    {
        ref var a = ref tile.A;
        ref var b = ref tile.B;
        ref var c = ref tile.C;
        nuint aStep = tile.AStep, bStep = tile.BStep;
        var lanes = (nuint)TLanes.Count;
        nuint v1 = nuint.Min(lanes, last), v2 = nuint.Min(2 * lanes, last), v3 = nuint.Min(3 * lanes, last), v4 = nuint.Min(4 * lanes, last);
        nuint v5 = nuint.Min(5 * lanes, last), v6 = nuint.Min(6 * lanes, last), v7 = nuint.Min(7 * lanes, last);
        ref var start = ref tile.Start;
        TLanes c0 = TStart.Load<T, TLanes>(in c, 0, in start, 0), c1 = TStart.Load<T, TLanes>(in c, v1, in start, v1);
        TLanes c2 = TStart.Load<T, TLanes>(in c, v2, in start, v2), c3 = TStart.Load<T, TLanes>(in c, v3, in start, v3);
        TLanes c4 = TStart.Load<T, TLanes>(in c, v4, in start, v4), c5 = TStart.Load<T, TLanes>(in c, v5, in start, v5);
        TLanes c6 = TStart.Load<T, TLanes>(in c, v6, in start, v6), c7 = TStart.Load<T, TLanes>(in c, v7, in start, v7);
        bool hasSeven = last > 5 * lanes, hasEight = last > 6 * lanes;
        for (var term = tile.Terms; term > 0; term--)
        {
            var x = TLanes.Broadcast(b);
            TLanes.Accumulate(ref c0, TLanes.Load(in a, 0), x);
            TLanes.Accumulate(ref c1, TLanes.Load(in a, v1), x);
            TLanes.Accumulate(ref c2, TLanes.Load(in a, v2), x);
            TLanes.Accumulate(ref c3, TLanes.Load(in a, v3), x);
            TLanes.Accumulate(ref c4, TLanes.Load(in a, v4), x);
            TLanes.Accumulate(ref c5, TLanes.Load(in a, v5), x);
            if (hasSeven)
            {
                TLanes.Accumulate(ref c6, TLanes.Load(in a, v6), x);
            }

            if (hasEight)
            {
                TLanes.Accumulate(ref c7, TLanes.Load(in a, v7), x);
            }

            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bStep);
        }

        TLanes.Store(c0, ref c, 0);
        TLanes.Store(c1, ref c, v1);
        TLanes.Store(c2, ref c, v2);
        TLanes.Store(c3, ref c, v3);
        TLanes.Store(c4, ref c, v4);
        TLanes.Store(c5, ref c, v5);
        if (hasSeven)
        {
            TLanes.Store(c6, ref c, v6);
        }

        if (hasEight)
        {
            TLanes.Store(c7, ref c, v7);
        }
    }

    /// <summary>Up to fourteen vectors of a single column; they stand at multiples of the lanes, up to <paramref name="last"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tall<T, TLanes, TStart>(ref readonly TileArguments<T> tile, nuint last)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
        where TStart : struct, ITileStart
    {
        ref var a = ref tile.A;
        ref var b = ref tile.B;
        ref var c = ref tile.C;
        nuint aStep = tile.AStep, bStep = tile.BStep;
        var lanes = (nuint)TLanes.Count;
        var end = nuint.Min(13 * lanes, last);
        ref var start = ref tile.Start;
        nuint v8 = nuint.Min(8 * lanes, end), v9 = nuint.Min(9 * lanes, end), v10 = nuint.Min(10 * lanes, end);
        nuint v11 = nuint.Min(11 * lanes, end), v12 = nuint.Min(12 * lanes, end), v13 = end;
        var c0 = TStart.Load<T, TLanes>(in c, 0, in start, 0);
        var c1 = TStart.Load<T, TLanes>(in c, lanes, in start, lanes);
        var c2 = TStart.Load<T, TLanes>(in c, 2 * lanes, in start, 2 * lanes);
        var c3 = TStart.Load<T, TLanes>(in c, 3 * lanes, in start, 3 * lanes);
        var c4 = TStart.Load<T, TLanes>(in c, 4 * lanes, in start, 4 * lanes);
        var c5 = TStart.Load<T, TLanes>(in c, 5 * lanes, in start, 5 * lanes);
        var c6 = TStart.Load<T, TLanes>(in c, 6 * lanes, in start, 6 * lanes);
        var c7 = TStart.Load<T, TLanes>(in c, 7 * lanes, in start, 7 * lanes);
        var c8 = TStart.Load<T, TLanes>(in c, v8, in start, v8);
        var c9 = TStart.Load<T, TLanes>(in c, v9, in start, v9);
        var c10 = TStart.Load<T, TLanes>(in c, v10, in start, v10);
        var c11 = TStart.Load<T, TLanes>(in c, v11, in start, v11);
        var c12 = TStart.Load<T, TLanes>(in c, v12, in start, v12);
        var c13 = TStart.Load<T, TLanes>(in c, v13, in start, v13);
        for (var term = tile.Terms; term > 0; term--)
        {
            var x = TLanes.Broadcast(b);
            TLanes.Accumulate(ref c0, TLanes.Load(in a, 0), x);
            TLanes.Accumulate(ref c1, TLanes.Load(in a, lanes), x);
            TLanes.Accumulate(ref c2, TLanes.Load(in a, 2 * lanes), x);
            TLanes.Accumulate(ref c3, TLanes.Load(in a, 3 * lanes), x);
            TLanes.Accumulate(ref c4, TLanes.Load(in a, 4 * lanes), x);
            TLanes.Accumulate(ref c5, TLanes.Load(in a, 5 * lanes), x);
            TLanes.Accumulate(ref c6, TLanes.Load(in a, 6 * lanes), x);
            TLanes.Accumulate(ref c7, TLanes.Load(in a, 7 * lanes), x);
            TLanes.Accumulate(ref c8, TLanes.Load(in a, v8), x);
            TLanes.Accumulate(ref c9, TLanes.Load(in a, v9), x);
            TLanes.Accumulate(ref c10, TLanes.Load(in a, v10), x);
            TLanes.Accumulate(ref c11, TLanes.Load(in a, v11), x);
            TLanes.Accumulate(ref c12, TLanes.Load(in a, v12), x);
            TLanes.Accumulate(ref c13, TLanes.Load(in a, v13), x);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bStep);
        }

        TLanes.Store(c0, ref c, 0);
        TLanes.Store(c1, ref c, lanes);
        TLanes.Store(c2, ref c, 2 * lanes);
        TLanes.Store(c3, ref c, 3 * lanes);
        TLanes.Store(c4, ref c, 4 * lanes);
        TLanes.Store(c5, ref c, 5 * lanes);
        TLanes.Store(c6, ref c, 6 * lanes);
        TLanes.Store(c7, ref c, 7 * lanes);
        TLanes.Store(c8, ref c, v8);
        TLanes.Store(c9, ref c, v9);
        TLanes.Store(c10, ref c, v10);
        TLanes.Store(c11, ref c, v11);
        TLanes.Store(c12, ref c, v12);
        TLanes.Store(c13, ref c, v13);
    }
}
