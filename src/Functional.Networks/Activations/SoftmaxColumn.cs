namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Elementary;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Lanes;
using Functional.Numerics.Sums;

/// <summary>The softmax of one sample's numbers, in two steps.</summary>
internal static class SoftmaxColumn
{
    /// <summary>Writes the numbers less the largest of them, which changes no value of the softmax and keeps every exponential at most 1.</summary>
    public static void Shift<T>(ReadOnlySpan<T> numbers, Span<T> shifted, Execution execution)
        where T : struct, IFloatingPointIeee754<T> => Elements.Map(new Minus<T>(Largest(numbers)), numbers, shifted, execution);

    /// <summary>Writes the exponentials of shifted numbers divided by their sum.</summary>
    /// <returns>The sum.</returns>
    public static T Normalise<T>(ReadOnlySpan<T> shifted, Span<T> probabilities, Execution execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        Elements.Map(default(Exp<T>), shifted, probabilities, execution);
        var sum = GrainSum.Of<T>(probabilities);
        Elements.Map(new DividedBy<T>(sum), probabilities, probabilities, execution);
        return sum;
    }

    /// <summary>The largest number; NaN where there is one.</summary>
    private static T Largest<T>(ReadOnlySpan<T> numbers)
        where T : struct, IFloatingPointIeee754<T>
    {
        var largest = numbers[0];
        foreach (var number in numbers)
        {
            largest = T.Max(largest, number);
        }

        return largest;
    }

    private readonly record struct Minus<T>(T Subtrahend) : IUnaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T> => x - TLanes.Broadcast(Subtrahend);
    }
}
