namespace Functional.Networks;

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Functional.Numerics.Randomness;

/// <summary>
/// Every epoch goes once through all samples in an order of its own, so many at a time; the last batch of an epoch may be smaller.
/// A size of 1 is per-sample (stochastic) descent.
/// </summary>
public sealed record MiniBatch : Sampling
{
    /// <summary>Mini-batches without replacement.</summary>
    /// <param name="size">The number of samples in a batch, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is less than 1.</exception>
    public MiniBatch(int size) => Size = RequireSize(size);

    /// <summary>The number of samples in a batch.</summary>
    public int Size { get; }

    /// <inheritdoc/>
    public override int StepsPerEpoch(int count) => (int)(((long)count + Size - 1) / Size);

    /// <inheritdoc/>
    public override IEnumerable<ImmutableArray<int>> Indices(int count, RandomKey key, long fromStep = 0)
    {
        Require(count, Size, fromStep);
        return Epochs();

        IEnumerable<ImmutableArray<int>> Epochs()
        {
            var perEpoch = StepsPerEpoch(count);
            var within = (int)(fromStep % perEpoch);
            for (var epoch = fromStep / perEpoch; ; epoch++, within = 0)
            {
                var order = OrderKey(key, epoch).Permutation(count);
                for (; within < perEpoch; within++)
                {
                    var from = within * Size;
                    yield return order.Slice(from, Math.Min(Size, count - from));
                }
            }
        }
    }

    internal override void Require(int count) => Require(count, Size, 0);

    internal override void Choose(int count, RandomKey key, long step, ChosenSamples chosen)
    {
        var room = chosen.Room(count);
        var perEpoch = StepsPerEpoch(count);
        var epoch = step / perEpoch;
        if (chosen.Epoch != epoch)
        {
            OrderKey(key, epoch).Permute(room);
            chosen.Epoch = epoch;
        }

        var from = (int)(step % perEpoch) * Size;
        chosen.Choose(from, Math.Min(Size, count - from));
    }

    private static RandomKey OrderKey(RandomKey key, long epoch) => key.For("order of an epoch").At(epoch);
}
