namespace Functional.Networks;

using System;

/// <summary>The samples of one step, asked for one by one from any thread.</summary>
internal abstract class Feed<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The number of samples.</summary>
    public abstract int Count { get; }

    /// <summary>The number of features of a sample.</summary>
    public abstract int Features { get; }

    /// <summary>Says that one sample's features will be wanted soon.</summary>
    public virtual void Announce(int sample)
    {
    }

    /// <summary>Writes one sample's features.</summary>
    public abstract void CopyInputs(int sample, Span<T> column);

    /// <summary>Writes one sample's target, a number for each output.</summary>
    public abstract void CopyTarget(int sample, Span<T> column);

    /// <summary>One sample's class, or the place of its target's largest number.</summary>
    public abstract int ClassOf(int sample);

    /// <summary>Whether samples may weigh more or less than 1.</summary>
    public abstract bool IsWeighted { get; }

    /// <summary>One sample's weight, 1 where it has none.</summary>
    public abstract T WeightOf(int sample);

    /// <summary>All samples as a value.</summary>
    public abstract Batch<T> ToBatch();
}
