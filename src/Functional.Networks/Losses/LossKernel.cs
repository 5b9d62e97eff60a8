namespace Functional.Networks;

using System;
using Functional.Numerics;

/// <summary>A loss on plain numbers, one sample at a time.</summary>
internal abstract class LossKernel<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>
    /// One sample's loss. All spans may be longer than the sample has outputs, so that they are whole vectors. What stands there is zero in the
    /// outputs and may be anything in the target; it is nothing to the loss. Where the gradient has zeros there, it must have them afterwards, too.
    /// </summary>
    /// <param name="output">The sample's outputs.</param>
    /// <param name="target">Its target, a number for each output.</param>
    /// <param name="gradient">Takes the loss's gradient by the outputs.</param>
    /// <param name="room">Room, as much as <see cref="Room"/> tells for this length.</param>
    /// <param name="rows">The number of outputs.</param>
    /// <param name="execution">How to compute.</param>
    public abstract T Of(ReadOnlySpan<T> output, ReadOnlySpan<T> target, Span<T> gradient, Span<T> room, int rows, Execution execution);

    /// <summary>The numbers that columns of a length need room for.</summary>
    public virtual int Room(int length) => length;
}
