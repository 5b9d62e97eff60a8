namespace Functional.Networks;

using System;
using System.Runtime.InteropServices;
using Functional.Numerics;

/// <summary>Some consecutive numbers of an update, few enough to stay in the first-level cache, with what stands at their places elsewhere.</summary>
/// <param name="update">The update's numbers.</param>
/// <param name="parameters">All parameters.</param>
/// <param name="from">The first number's place.</param>
/// <param name="slot">The parameter they belong to; −1 where they may belong to several.</param>
/// <param name="execution">How to compute.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct Block<T>(Span<T> update, T[] parameters, int from, int slot, Execution execution)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The gradient's numbers, or what the transformations before made of them: to be written over.</summary>
    public Span<T> Update { get; } = update;

    /// <summary>The parameters before the step.</summary>
    public ReadOnlySpan<T> Parameters { get; } = parameters.AsSpan(from, update.Length);

    /// <summary>Where the block begins among all numbers.</summary>
    public int From { get; } = from;

    /// <summary>The number of the parameter that the block belongs to; −1 where it may belong to several.</summary>
    public int Slot { get; } = slot;

    /// <summary>How to compute.</summary>
    public Execution Execution { get; } = execution;

    /// <summary>The numbers of a state that stand at this block's places.</summary>
    /// <param name="moment">All its numbers.</param>
    public Span<T> Of(T[] moment) => moment.AsSpan(From, Update.Length);
}
