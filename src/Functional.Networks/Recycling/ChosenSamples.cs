namespace Functional.Networks;

using System;
using System.Buffers;

/// <summary>The indices of a step's samples, in room that is written over from step to step.</summary>
internal sealed class ChosenSamples : IDisposable
{
    private int[] numbers = [];
    private int from;

    /// <summary>The number of samples.</summary>
    public int Count { get; private set; }

    /// <summary>The samples' indices.</summary>
    public ReadOnlySpan<int> Indices => numbers.AsSpan(from, Count);

    /// <summary>The epoch whose order the room holds; −1 where it holds none.</summary>
    public long Epoch { get; set; } = -1;

    /// <summary>One sample's index.</summary>
    public int this[int sample] => numbers[from + sample];

    /// <summary>Room for so many indices.</summary>
    public Span<int> Room(int length)
    {
        if (numbers.Length < length)
        {
            Dispose();
            numbers = ArrayPool<int>.Shared.Rent(length);
        }

        return numbers.AsSpan(0, length);
    }

    /// <summary>Gives the room back.</summary>
    public void Dispose()
    {
        if (numbers.Length > 0)
        {
            ArrayPool<int>.Shared.Return(numbers);
        }

        (numbers, from, Count, Epoch) = ([], 0, 0, -1);
    }

    /// <summary>Chooses a range of the room.</summary>
    public void Choose(int start, int count) => (from, Count) = (start, count);
}
