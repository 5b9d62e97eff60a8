namespace Functional.Networks;

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Functional.Numerics.Randomness;

/// <summary>Every step draws its samples anew from all of them; a sample may come more than once.</summary>
public sealed record MiniBatchWithReplacement : Sampling
{
    /// <summary>Mini-batches with replacement.</summary>
    /// <param name="size">The number of samples in a batch, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is less than 1.</exception>
    public MiniBatchWithReplacement(int size) => Size = RequireSize(size);

    /// <summary>The number of samples in a batch.</summary>
    public int Size { get; }

    /// <inheritdoc/>
    public override int StepsPerEpoch(int count) => (int)(((long)count + Size - 1) / Size);

    /// <inheritdoc/>
    public override IEnumerable<ImmutableArray<int>> Indices(int count, RandomKey key, long fromStep = 0)
    {
        Require(count, 1, fromStep);
        return Steps();

        IEnumerable<ImmutableArray<int>> Steps()
        {
            for (var step = fromStep; ; step++)
            {
                yield return DrawKey(key, step).ChoiceWithReplacement(count, Size);
            }
        }
    }

    internal override void Require(int count) => Require(count, 1, 0);

    internal override void Choose(int count, RandomKey key, long step, ChosenSamples chosen)
    {
        DrawKey(key, step).DrawWithReplacement(count, chosen.Room(Size));
        chosen.Choose(0, Size);
    }

    private static RandomKey DrawKey(RandomKey key, long step) => key.For("batch").At(step);
}
