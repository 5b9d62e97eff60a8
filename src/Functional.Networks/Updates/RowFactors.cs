namespace Functional.Networks;

using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;

/// <summary>What the rows of parameters, as they will be after the update, must be multiplied by so that no row's norm is above a limit.</summary>
internal sealed class RowFactors<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private const int PieceRows = 256;

    private readonly UpdatePlan<T> plan;
    private readonly T limit;
    private readonly ImmutableArray<(int Slot, int From, int To)> pieces;
    private readonly T[][] factors;

    /// <summary>Factors for the rows of the chosen parameters.</summary>
    /// <param name="plan">The plan, which knows the parameters that are chosen.</param>
    /// <param name="limit">The largest norm.</param>
    public RowFactors(UpdatePlan<T> plan, T limit)
    {
        this.plan = plan;
        this.limit = limit;
        var slots = plan.Layout.Slots;
        factors = [.. slots.Select((slot, place) => plan.Chooses(place) ? new T[slot.Rows] : [])];
        pieces =
        [
            .. slots.SelectMany((slot, place) => Enumerable.Range(0, plan.Chooses(place) ? (slot.Rows + PieceRows - 1) / PieceRows : 0)
                .Select(piece => (place, piece * PieceRows, Math.Min((piece + 1) * PieceRows, slot.Rows)))),
        ];
    }

    /// <summary>The number of pieces.</summary>
    public int Count => pieces.Length;

    /// <summary>Finds the factors of some rows of one parameter.</summary>
    public void Find(int piece)
    {
        var (place, from, to) = pieces[piece];
        var slot = plan.Layout.Slots[place];
        var sums = factors[place].AsSpan(from, to - from);
        sums.Clear();
        for (var column = 0; column < slot.Columns; column++)
        {
            var at = slot.Offset + (column * slot.Stride) + from;
            Elements.Map<T, Squared>(default, sums, plan.Parameters.AsSpan(at, sums.Length), plan.Update.AsSpan(at, sums.Length), sums, plan.Execution);
        }

        Elements.Map<T, Factor>(new(limit), sums, sums, plan.Execution);
    }

    /// <summary>Shortens the update of a block's rows where they would become too long.</summary>
    public void Project(Block<T> block)
    {
        var slot = plan.Layout.Slots[block.Slot];
        for (var done = 0; done < block.Update.Length;)
        {
            var row = (block.From + done - slot.Offset) % slot.Stride;
            var rows = Math.Min(slot.Stride - row, block.Update.Length - done);
            var filled = Math.Min(rows, slot.Rows - row);
            if (filled > 0)
            {
                var update = block.Update.Slice(done, filled);
                Elements.Map<T, Projected>(default, update, block.Parameters.Slice(done, filled), factors[block.Slot].AsSpan(row, filled), update, block.Execution);
            }

            done += rows;
        }
    }

    private readonly record struct Squared : ITernaryOperation<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y, TLanes z)
            where TLanes : struct, ILanes<TLanes, T>
        {
            var value = y + z;
            return TLanes.FusedMultiplyAdd(value, value, x);
        }
    }

    private readonly record struct Factor(T Limit) : IUnaryOperation<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T>
        {
            // An infinite norm less itself is NaN, a finite one +0.
            var norm = TLanes.Sqrt(x);
            var limit = TLanes.Broadcast(Limit);
            return TLanes.Select(TLanes.LessThanOrEqual(norm, limit), TLanes.Constant(1), (limit / norm) + (norm - norm));
        }
    }

    private readonly record struct Projected : ITernaryOperation<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y, TLanes z)
            where TLanes : struct, ILanes<TLanes, T> =>
            TLanes.Select(TLanes.EqualTo(z, TLanes.Constant(1)), x, TLanes.FusedMultiplyAdd(y + x, z, -y));
    }
}
