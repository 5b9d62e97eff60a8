namespace Functional.Networks.Tests.Recycling;

using Functional.Numerics;
using Xunit;

public sealed class BatchCutTests
{
    private static readonly Execution Execution = new() { Threads = 8 };

    [Theory]
    [InlineData(1, 100, 1)]
    [InlineData(1, 1 << 17, 1)]
    [InlineData(2, (1 << 17) - 1, 1)]
    [InlineData(2, 1 << 17, 2)]
    [InlineData(7, 1 << 17, 7)]
    [InlineData(20, 1 << 17, 8)]
    [InlineData(1 << 20, 1 << 20, 8)]
    public void A_thread_is_there_for_so_many_multiply_adds(int samples, int numbers, int threads)
    {
        Assert.Equal(threads, BatchCut.Of<float>(samples, 10, numbers, isWhole: false, Execution).Threads);
        Assert.Equal(threads, BatchCut.Of<float>(samples, 10, numbers, isWhole: true, Execution).Threads);
    }

    [Theory]
    [InlineData(1, 1024, 1, 1)]
    [InlineData(1023, 1024, 1, 1023)]
    [InlineData(1024, 1024, 1, 1024)]
    public void A_small_batch_is_one_chunk(int samples, int chunk, int chunks, int room) =>
        Assert.Equal((1, chunk, chunks, room), Shape(BatchCut.Of<double>(samples, 10, 1 << 20, isWhole: false, Execution)));

    [Theory]
    [InlineData(1025, 1, 256, 5)]
    [InlineData(1280, 1, 256, 5)]
    [InlineData(1281, 1, 256, 6)]
    [InlineData(1025, 2, 128, 9)]
    [InlineData(1025, 3, 64, 17)]
    [InlineData(2047, 2, 128, 16)]
    [InlineData(2048, 2, 256, 8)]
    [InlineData(100_000, 5, 256, 391)]
    public void Each_thread_takes_four_chunks_or_more_of_a_large_batch_as_far_as_grains_allow(int samples, int threads, int chunk, int chunks) => Assert.Equal(
        (threads, chunk, chunks, chunk), Shape(BatchCut.Of<double>(samples, 10, 1 << 20, isWhole: false, new Execution { Threads = threads })));

    [Theory]
    [InlineData(512, 256)]
    [InlineData(513, 128)]
    [InlineData(1024, 128)]
    [InlineData(1025, 64)]
    [InlineData(100_000, 64)]
    public void A_chunks_inputs_stay_in_cache(int inputs, int chunk)
    {
        Assert.Equal(chunk, BatchCut.Of<double>(1 << 20, inputs, 100, isWhole: false, Execution).Chunk);
        Assert.Equal(chunk, BatchCut.Of<float>(1 << 20, 2 * inputs, 100, isWhole: false, Execution).Chunk);
    }

    [Theory]
    [InlineData(23, 1, false)]
    [InlineData(24, 1, true)]
    [InlineData(119, 5, false)]
    [InlineData(120, 5, true)]
    public void Weights_stand_in_panels_where_each_thread_has_samples_enough(int samples, int threads, bool usesPanels) =>
        Assert.Equal(usesPanels, BatchCut.Of<double>(samples, 10, 1 << 20, isWhole: false, new Execution { Threads = threads }).UsesPanels);

    [Theory]
    [InlineData(25, 2, 3 << 15, 12)]
    [InlineData(24, 2, 3 << 15, 0)]
    [InlineData(25, 2, (3 << 15) + 1, 0)]
    [InlineData(25, 1, 3 << 15, 0)]
    [InlineData(100, 8, 3 << 15, 12)]
    [InlineData(96, 8, 3 << 15, 0)]
    public void Threads_take_a_few_samples_at_a_time_of_a_network_that_stays_in_cache(int samples, int threads, int numbers, int unit)
    {
        var execution = new Execution { Threads = threads, WorkPerThread = 1 };
        Assert.Equal(unit, BatchCut.Of<float>(samples, 10, numbers, isWhole: false, execution).Unit);
        Assert.Equal(unit, BatchCut.Of<double>(samples, 10, (numbers + 1) / 2, isWhole: false, execution).Unit);
        Assert.Equal(0, BatchCut.Of<float>(samples, 10, numbers, isWhole: true, execution).Unit);
        Assert.Equal(0, BatchCut.Of<float>(2000, 10, numbers, isWhole: false, execution).Unit);
    }

    [Fact]
    public void Threads_share_the_room_of_a_large_gradient() =>
        Assert.Equal((1, 1024, 5, 1024), Shape(BatchCut.Of<double>(5000, 10, (1 << 20) + 1, isWhole: false, Execution)));

    [Fact]
    public void A_batch_that_is_needed_as_a_whole_is_one_chunk() => Assert.Equal((1, 5000, 1, 5000), Shape(BatchCut.Of<double>(5000, 10, 1 << 20, isWhole: true, Execution)));

    private static (int Groups, int Chunk, int Chunks, int Room) Shape(BatchCut cut) => (cut.Groups, cut.Chunk, cut.Chunks, cut.Room);
}
