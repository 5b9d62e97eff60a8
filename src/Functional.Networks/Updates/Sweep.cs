namespace Functional.Networks;

using System.Collections.Immutable;

/// <summary>One pass over an update's numbers, block by block, and the survey behind it that the next pass needs.</summary>
/// <param name="Works">What is done to each block, in this order.</param>
/// <param name="IsSlotted">Whether a block must belong to one parameter.</param>
/// <param name="Survey">What is found out about all numbers after the pass.</param>
internal sealed record Sweep<T>(ImmutableArray<SweepWork<T>> Works, bool IsSlotted, Survey? Survey)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>Does the works to a block.</summary>
    public void Do(Block<T> block)
    {
        foreach (var work in Works.AsSpan())
        {
            if ((work.Gate is null || work.Gate.IsOpen) && (work.Slots.IsDefault || work.Slots[block.Slot]))
            {
                work.Work(block);
            }
        }
    }
}
