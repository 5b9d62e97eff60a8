namespace Functional.Data;

using System;
using System.Collections.Immutable;

/// <summary>The numbers of a NumPy array in the type that the array has: one of <see cref="NpyElements{T}"/>.</summary>
public abstract record NpyElements
{
    private protected NpyElements()
    {
    }

    /// <summary>How many numbers there are.</summary>
    public abstract int Count { get; }

    /// <summary>The type as NumPy calls it, such as "float32".</summary>
    public abstract string TypeName { get; }

    /// <summary>Whether the numbers are integers, or true and false, and no floating-point numbers.</summary>
    public abstract bool AreIntegers { get; }

    /// <summary>One number; true is 1, and an integer beyond ±2⁵³ is rounded to the nearest double.</summary>
    /// <param name="index">Which, from 0 to <see cref="Count"/> − 1, the last dimension varying fastest.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    public abstract double ValueAt(int index);

    /// <summary>All numbers as doubles; true is 1, and an integer beyond ±2⁵³ is rounded to the nearest double.</summary>
    public abstract ImmutableArray<double> ToDoubles();

    internal abstract NpyType Type { get; }

    /// <summary>The numbers as the bytes of a file, least significant first.</summary>
    internal abstract void CopyTo(Action<ReadOnlySpan<byte>> write);

    /// <summary>What is wrong with an index that no number has.</summary>
    private protected ArgumentOutOfRangeException Missing(int index) => new(nameof(index), index, $"There are {Count} numbers; they are counted from 0.");
}
