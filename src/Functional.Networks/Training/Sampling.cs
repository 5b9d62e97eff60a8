namespace Functional.Networks;

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Functional.Numerics.Randomness;

/// <summary>Which samples each step sees. The choice is a pure function of a key and the step.</summary>
public abstract record Sampling
{
    private protected Sampling()
    {
    }

    /// <summary>How many steps make an epoch: the smallest number of steps with at least as many samples as there are.</summary>
    /// <param name="count">The number of samples, at least 1.</param>
    public abstract int StepsPerEpoch(int count);

    /// <summary>The indices of each step's samples, from a given step on, without end.</summary>
    /// <param name="count">The number of samples, at least 1.</param>
    /// <param name="key">What the choice is drawn from.</param>
    /// <param name="fromStep">The first step that is wanted; the steps after it are the same wherever one begins.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer samples than a batch needs, or the step is negative.</exception>
    public abstract IEnumerable<ImmutableArray<int>> Indices(int count, RandomKey key, long fromStep = 0);

    /// <summary>The indices of one step's samples, written into room that is used from step to step.</summary>
    internal abstract void Choose(int count, RandomKey key, long step, ChosenSamples chosen);

    /// <summary>The batches of each step, from a given step on, without end.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="source">The samples.</param>
    /// <param name="key">What the choice is drawn from.</param>
    /// <param name="fromStep">The first step that is wanted.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer samples than a batch needs, or the step is negative.</exception>
    public IEnumerable<Batch<T>> Batches<T>(ISampleSource<T> source, RandomKey key, long fromStep = 0)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(source);
        foreach (var indices in Indices(source.Count, key, fromStep))
        {
            yield return source.Gather(indices.AsSpan());
        }
    }

    /// <summary>Throws unless there are enough samples for a batch.</summary>
    internal abstract void Require(int count);

    /// <summary>Throws unless there are enough samples.</summary>
    private protected static void Require(int count, int size, long fromStep)
    {
        if (count < size)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, $"A batch of {size} needs at least {size} samples, there are {count}.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(fromStep);
    }

    /// <summary>Returns a batch size that must be at least 1.</summary>
    private protected static int RequireSize(int size) => size >= 1
        ? size
        : throw new ArgumentOutOfRangeException(nameof(size), size, "A batch needs at least 1 sample.");
}
