namespace Functional.Data;

using System;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

/// <summary>
/// The numbers of an IDX file in the type the file has: one of <see cref="IdxElements{T}"/> of <see cref="byte"/>, <see cref="sbyte"/>,
/// <see cref="short"/>, <see cref="int"/>, <see cref="float"/> or <see cref="double"/>.
/// </summary>
public abstract record IdxElements
{
    private protected IdxElements()
    {
    }

    /// <summary>How many numbers there are.</summary>
    public abstract int Count { get; }

    /// <summary>The type in the format's words, such as "unsigned bytes".</summary>
    public abstract string TypeName { get; }

    /// <summary>One number, which a double represents exactly for every type the format has.</summary>
    /// <param name="index">Which, from 0 to <see cref="Count"/> − 1, the last dimension varying fastest.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    public abstract double ValueAt(int index);

    /// <summary>All numbers as doubles, which represent them exactly.</summary>
    public ImmutableArray<double> ToDoubles()
    {
        var values = new double[Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ValueAt(i);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    /// <summary>What is wrong with an index that no number has.</summary>
    private protected ArgumentOutOfRangeException Missing(int index) => new(nameof(index), index, $"There are {Count} numbers; they are counted from 0.");
}
