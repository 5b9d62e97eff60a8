namespace Functional.Networks;

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Functional.Numerics.Randomness;

/// <summary>Every step sees all samples, in their own order: full-batch descent.</summary>
public sealed record FullBatch : Sampling
{
    /// <inheritdoc/>
    public override int StepsPerEpoch(int count) => 1;

    /// <inheritdoc/>
    public override IEnumerable<ImmutableArray<int>> Indices(int count, RandomKey key, long fromStep = 0)
    {
        Require(Given.Length(count), 1, fromStep);
        var all = Enumerable.Range(0, count).ToImmutableArray();
        return Without();

        IEnumerable<ImmutableArray<int>> Without()
        {
            while (true)
            {
                yield return all;
            }
        }
    }

    internal override void Require(int count) => Require(count, 1, 0);

    internal override void Choose(int count, RandomKey key, long step, ChosenSamples chosen)
    {
        var room = chosen.Room(count);
        if (chosen.Epoch < 0)
        {
            for (var i = 0; i < count; i++)
            {
                room[i] = i;
            }

            chosen.Epoch = 0;
            chosen.Choose(0, count);
        }
    }
}
