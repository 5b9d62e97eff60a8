namespace Functional.Networks.Tests.Training;

using System;
using System.Linq;
using Functional.Numerics.Randomness;
using Xunit;

public sealed class FullBatchTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void An_epoch_is_one_step_over_all_samples(int count)
    {
        Assert.Equal(1, new FullBatch().StepsPerEpoch(count));
        Assert.All(new FullBatch().Indices(count, RandomKey.FromSeed(1), 3).Take(3), batch => Assert.Equal(Enumerable.Range(0, count), batch));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FullBatch().Indices(count, RandomKey.FromSeed(1), -1));
    }
}
