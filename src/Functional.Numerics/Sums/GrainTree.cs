namespace Functional.Numerics.Sums;

using System;
using System.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;

/// <summary>
/// Combines the sums of grains, pushed in ascending order, by the pairwise tree of <see cref="Arithmetic"/>, in room for
/// the tree's height instead of its breadth.
/// </summary>
/// <remarks>
/// Like counting in binary: the sum of 2^h grains waits at height h until its right-hand neighbour of the same height is there.
/// Adding up what waits at the end, lowest height first, is the tree's rule that an odd one passes up.
/// </remarks>
internal ref struct GrainTree<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly Span<T> waiting;
    private readonly int width;
    private readonly Execution? execution;
    private uint pushed;

    /// <summary>An empty tree of sums that are <paramref name="width"/> numbers wide.</summary>
    /// <param name="room">At least <see cref="Room"/> numbers.</param>
    /// <param name="width">How many numbers each sum has.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    public GrainTree(Span<T> room, int width, Execution? execution)
    {
        waiting = room;
        this.width = width;
        this.execution = execution;
    }

    /// <summary>How many grains a number of terms has.</summary>
    public static int Grains(int terms) => (terms + Arithmetic.GrainSize - 1) / Arithmetic.GrainSize;

    /// <summary>How many numbers the tree needs room for.</summary>
    public static int Room(int grains, int width) => (BitOperations.Log2((uint)Math.Max(grains, 1)) + 1) * width;

    /// <summary>Takes the next grain's sum, whose span is overwritten.</summary>
    public void Push(Span<T> sum)
    {
        var height = 0;
        for (var pairs = pushed; pairs % 2 != 0; pairs /= 2)
        {
            Elements.Map(default(Add<T>), waiting.Slice(height * width, width), sum, sum, execution);
            height++;
        }

        sum.CopyTo(waiting.Slice(height * width, width));
        pushed++;
    }

    /// <summary>Writes the sum of all grains; +0 where there were none.</summary>
    public readonly void Finish(Span<T> total)
    {
        var started = false;
        var rest = waiting;
        for (var pairs = pushed; pairs != 0; pairs /= 2)
        {
            if (pairs % 2 != 0)
            {
                if (started)
                {
                    Elements.Map(default(Add<T>), rest[..width], total, total, execution);
                }
                else
                {
                    rest[..width].CopyTo(total);
                    started = true;
                }
            }

            rest = rest[width..];
        }

        if (!started)
        {
            total.Clear();
        }
    }
}
