namespace Functional.Networks.Tests.Training;

using System;
using System.Linq;
using Functional.Numerics.Randomness;
using Xunit;

public sealed class SamplingTests
{
    private static readonly RandomKey Key = RandomKey.FromSeed(12);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public void Mini_batches_visit_every_sample_once_an_epoch_in_a_new_order(int size)
    {
        var sampling = new MiniBatch(size);
        var perEpoch = sampling.StepsPerEpoch(10);
        var epochs = sampling.Indices(10, Key).Take(3 * perEpoch).Chunk(perEpoch).Select(epoch => epoch.SelectMany(batch => batch).ToArray()).ToArray();
        Assert.All(epochs, epoch => Assert.Equal(Enumerable.Range(0, 10), epoch.Order()));
        Assert.NotEqual(epochs[0], epochs[1]);
        Assert.NotEqual(epochs[1], epochs[2]);
    }

    [Fact]
    public void A_stream_begun_later_is_the_streams_tail()
    {
        foreach (var sampling in new Sampling[] { new MiniBatch(3), new MiniBatchWithReplacement(4), new FullBatch() })
        {
            var whole = sampling.Indices(10, Key).Take(13).ToArray();
            for (var from = 0; from < 13; from++)
            {
                Assert.Equal(whole[from..], sampling.Indices(10, Key, from).Take(13 - from));
            }
        }
    }

    [Fact]
    public void A_full_batch_is_all_samples_in_their_order() => Assert.Equal(Enumerable.Range(0, 5), new FullBatch().Indices(5, Key).ElementAt(3));

    [Fact]
    public void With_replacement_samples_repeat()
    {
        var batch = new MiniBatchWithReplacement(100).Indices(10, Key).First();
        Assert.Equal(100, batch.Length);
        Assert.True(batch.Distinct().Count() <= 10);
        Assert.Equal(1, new MiniBatchWithReplacement(100).StepsPerEpoch(10));
    }

    [Fact]
    public void Impossible_sizes_are_refused_with_what_would_be_right()
    {
        Assert.Contains("A batch of 11 needs at least 11 samples, there are 10.", Assert.Throws<ArgumentOutOfRangeException>(() => new MiniBatch(11).Indices(10, Key)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new MiniBatch(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MiniBatchWithReplacement(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FullBatch().Indices(0, Key));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FullBatch().Indices(3, Key, -1));
    }
}
