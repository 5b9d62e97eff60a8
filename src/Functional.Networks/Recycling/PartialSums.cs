namespace Functional.Networks;

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

/// <summary>
/// The gradients of consecutive chunks of a batch, joined as far as the grains' pairwise tree allows. What is written where, and
/// which sums are joined after which chunk, depends on the chunks' numbers alone, so every thread knows it without asking.
/// </summary>
internal sealed class PartialSums<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly ImmutableArray<Chunk> chunks;

    /// <summary>Room for the sums of chunks <paramref name="first"/> to <paramref name="end"/> − 1.</summary>
    /// <param name="first">The first chunk.</param>
    /// <param name="end">The chunk behind the last one.</param>
    /// <param name="length">The numbers of a gradient.</param>
    /// <param name="target">Room for the first sum; where there is one chunk only, it is the gradient itself.</param>
    public PartialSums(int first, int end, int length, T[]? target)
    {
        First = first;
        var plan = ImmutableArray.CreateBuilder<Chunk>();
        var waiting = new Stack<Node>();
        var free = new Stack<int>();
        var rooms = 0;
        for (var number = first; number < end; number++)
        {
            var node = new Node(0, number, free.TryPop(out var room) ? room : rooms++);
            var joins = ImmutableArray.CreateBuilder<(int Left, int Right)>();
            var own = node.Room;
            while (waiting.TryPeek(out var left) && left.Level == node.Level && (node.Index & 1) == 1 && left.Index == node.Index - 1)
            {
                joins.Add((waiting.Pop().Room, node.Room));
                free.Push(node.Room);
                node = new(node.Level + 1, node.Index >> 1, left.Room);
            }

            waiting.Push(node);
            plan.Add(new(own, joins.ToImmutable()));
        }

        chunks = plan.ToImmutable();
        Nodes = [.. waiting.Reverse()];
        Rooms = new T[rooms][];
        for (var room = 0; room < rooms; room++)
        {
            Rooms[room] = room == 0 && target is not null ? target : new T[length];
        }
    }

    /// <summary>The number of the first chunk.</summary>
    public int First { get; }

    /// <summary>The number of chunks.</summary>
    public int Count => chunks.Length;

    /// <summary>The sums that are left in the end.</summary>
    public ImmutableArray<Node> Nodes { get; }

    /// <summary>Room for sums.</summary>
    public T[][] Rooms { get; }

    /// <summary>Has the first sum written to another place.</summary>
    /// <param name="target">Room for it.</param>
    public void Take(T[] target) => Rooms[0] = target;

    /// <summary>Where a chunk's sum goes, and what is joined after it: the right one is added to the left one.</summary>
    public Chunk this[int place] => chunks[place];

    /// <summary>A chunk's sum, and the joins after it.</summary>
    /// <param name="Room">Where the sum goes.</param>
    /// <param name="Joins">Rooms to join, in this order.</param>
    internal sealed record Chunk(int Room, ImmutableArray<(int Left, int Right)> Joins);

    /// <summary>A node of the tree over all chunks.</summary>
    /// <param name="Level">Its height.</param>
    /// <param name="Index">Its place at that height.</param>
    /// <param name="Room">Where its sum is.</param>
    internal sealed record Node(int Level, int Index, int Room);
}
