namespace Functional.Networks;

using System;
using System.Buffers;
using Functional.Numerics;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Products;
using Functional.Numerics.Randomness;
using Functional.Numerics.Teams;

/// <summary>One of the threads that share a workspace: which of them it is, and its own scratch room.</summary>
internal sealed class Crew<T> : IDisposable
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly Team? team;
    private readonly Portions portions;
    private RandomKey keys;
    private long step;

    /// <summary>The thread with the given number out of so many, with scratch room for at least so many numbers.</summary>
    public Crew(int rank, int size, Execution execution, int room, Team? team = null, Portions? portions = null)
    {
        this.team = team;
        this.portions = portions ?? new Portions(1);
        Rank = rank;
        Size = size;
        Execution = execution;
        Scratch = ArrayPool<T>.Shared.Rent(Math.Max(ProductKernel.Scratch<T>(), room));
    }

    /// <summary>The thread's number, from 0.</summary>
    public int Rank { get; }

    /// <summary>The number of threads that share the workspace.</summary>
    public int Size { get; }

    /// <summary>How to compute.</summary>
    public Execution Execution { get; }

    /// <summary>Room for packed operands, and for a sample's loss.</summary>
    public T[] Scratch { get; }

    /// <summary>Where the weights stand in panels, too; nothing where they do not, or stand in panels alone.</summary>
    public T[]? Panels { get; set; }

    /// <summary>Whether weights of more rows than a panel has, and their gradients, stand in panels alone.</summary>
    public bool IsInPanels { get; set; }

    /// <summary>Says how the step that is about to begin goes; nothing is written that stays as it is, since that tells the collector of it.</summary>
    /// <param name="panels">What <see cref="Panels"/> is to be.</param>
    /// <param name="isInPanels">What <see cref="IsInPanels"/> is to be.</param>
    /// <param name="settle">What <see cref="Settle"/> is to be.</param>
    public void Prepare(T[]? panels, bool isInPanels, Action<int, int>? settle)
    {
        if (Panels != panels)
        {
            Panels = panels;
        }

        if (!ReferenceEquals(Settle, settle))
        {
            Settle = settle;
        }

        IsInPanels = isInPanels;
        Factor = null;
    }

    /// <summary>The step's key, made anew each time since few networks ask for it.</summary>
    public RandomKey Key => keys.At(step);

    /// <summary>The number of the sample in the first column.</summary>
    public int First { get; private set; }

    /// <summary>The number of samples in the workspace, those of all threads.</summary>
    public int Columns { get; private set; }

    /// <summary>What is done, right away and by the thread that has them, with numbers of the gradient whose sums are complete: from the first to the one behind the last.</summary>
    public Action<int, int>? Settle { get; set; }

    /// <summary>What the gradient is multiplied by to be the update of the step that is under way; nothing where an update is more than that.</summary>
    public Scale<T>? Factor { get; set; }

    /// <summary>How many parameters the step renewed, and whether all of them are finite.</summary>
    public (int Count, bool AreFinite) Renewal { get; private set; } = (0, true);

    /// <summary>Says that some parameters were renewed.</summary>
    public void Renewed(int count, bool areFinite) => Renewal = (Renewal.Count + count, Renewal.AreFinite & areFinite);

    /// <summary>The next piece of an affine layer's gradient that nobody has taken; −1 where there are none left.</summary>
    /// <param name="layer">Which affine layer, from 0.</param>
    /// <param name="pieces">The number of its pieces.</param>
    public int Take(int layer, int pieces) => portions.Take(layer, Rank, pieces);

    /// <summary>Says that the sums of some numbers of the gradient are complete; every number is said once.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The one behind the last.</param>
    public void Summed(int from, int to)
    {
        if (from < to)
        {
            Settle?.Invoke(from, to);
        }
    }

    /// <summary>Says what the workspace is about to hold.</summary>
    /// <param name="keys">From where the steps' keys come.</param>
    /// <param name="step">The step.</param>
    /// <param name="first">The number of the sample in the first column.</param>
    /// <param name="columns">The number of samples.</param>
    public void Begin(RandomKey keys, long step, int first, int columns) => (this.keys, this.step, First, Columns, Renewal) = (keys, step, first, columns, (0, true));

    /// <summary>Waits for those who share the workspace.</summary>
    public void Meet()
    {
        if (Size > 1)
        {
            team!.Sync();
        }
    }

    /// <summary>This thread's part of a number of things, as far as possible in pieces of the given size.</summary>
    public (int From, int To) Share(int count, int piece)
    {
        if (Size == 1)
        {
            return (0, count);
        }

        var pieces = (count + piece - 1) / piece;
        return (Math.Min((int)((long)pieces * Rank / Size) * piece, count), Math.Min((int)((long)pieces * (Rank + 1) / Size) * piece, count));
    }

    /// <summary>Gives the scratch room back.</summary>
    public void Dispose() => ArrayPool<T>.Shared.Return(Scratch);
}
