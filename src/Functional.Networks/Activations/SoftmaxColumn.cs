namespace Functional.Networks;

using System;
using Functional.Numerics;
using Functional.Numerics.Elementary;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Sums;

/// <summary>The softmax of one sample's numbers.</summary>
internal static class SoftmaxColumn
{
    /// <summary>The lanes of the largest vector.</summary>
    private const int LargestVector = 16;

    /// <summary>The numbers that <see cref="Of{T}"/> needs room for.</summary>
    public static int Room(int rows) => 2 * Signal.Padded(rows, LargestVector);

    /// <summary>Computes the softmax of a column from the numbers less the largest of them: that changes no value and keeps every exponential at most 1.</summary>
    /// <param name="numbers">The column.</param>
    /// <param name="room">Room, as much as <see cref="Room"/> tells; its beginning takes the numbers less the largest one, and <see cref="Probabilities{T}"/> tells where the softmax is.</param>
    /// <param name="execution">How to compute.</param>
    /// <returns>The sum of the exponentials.</returns>
    public static T Of<T>(ReadOnlySpan<T> numbers, Span<T> room, Execution execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        // Whole vectors with zeros behind the last number: what is computed of these is not used.
        var whole = Signal.Padded(numbers.Length, LargestVector);
        var shifted = room[..whole];
        var exponentials = room.Slice(whole, whole);
        var largest = Largest(numbers);
        for (var i = 0; i < numbers.Length; i++)
        {
            shifted[i] = numbers[i] - largest;
        }

        shifted[numbers.Length..].Clear();
        Elements.Map(default(Exp<T>), shifted, exponentials, execution);
        var sum = GrainSum.Of<T>(exponentials[..numbers.Length]);
        Elements.Map(new DividedBy<T>(sum), exponentials, exponentials, execution);
        return sum;
    }

    /// <summary>Where <see cref="Of{T}"/> has put the softmax of so many numbers.</summary>
    public static ReadOnlySpan<T> Probabilities<T>(Span<T> room, int rows)
        where T : struct, IFloatingPointIeee754<T> => room.Slice(Signal.Padded(rows, LargestVector), rows);

    /// <summary>The largest number; NaN where there is one.</summary>
    private static T Largest<T>(ReadOnlySpan<T> numbers)
        where T : struct, IFloatingPointIeee754<T>
    {
        var largest = T.NegativeInfinity;
        foreach (var number in numbers)
        {
            largest = T.Max(largest, number);
        }

        return largest;
    }
}
