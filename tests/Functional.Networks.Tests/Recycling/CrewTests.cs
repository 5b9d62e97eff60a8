namespace Functional.Networks.Tests.Recycling;

using System.Buffers;
using Functional.Numerics;
using Functional.Numerics.Products;
using Xunit;

public sealed class CrewTests
{
    [Theory]
    [InlineData(1, 10, 4, new[] { 0, 10 })]
    [InlineData(2, 10, 4, new[] { 0, 4, 10 })]
    [InlineData(5, 10, 4, new[] { 0, 0, 4, 4, 8, 10 })]
    [InlineData(3, 0, 4, new[] { 0, 0, 0, 0 })]
    [InlineData(2, 8, 4, new[] { 0, 4, 8 })]
    [InlineData(2, 9, 4, new[] { 0, 4, 9 })]
    [InlineData(3, 7, 1, new[] { 0, 2, 4, 7 })]
    [InlineData(4, 1 << 30, 1, new[] { 0, 1 << 28, 1 << 29, 3 << 28, 1 << 30 })]
    public void Parts_are_whole_pieces_that_follow_one_another(int threads, int count, int piece, int[] ends)
    {
        for (var rank = 0; rank < threads; rank++)
        {
            using var crew = new Crew<double>(rank, threads, Execution.Sequential, 1);
            Assert.Equal((ends[rank], ends[rank + 1]), crew.Share(count, piece));
        }
    }

    [Fact]
    public void There_is_room_for_a_product_and_for_what_is_asked()
    {
        using var small = new Crew<double>(0, 1, Execution.Sequential, 1);
        using var large = new Crew<double>(0, 1, Execution.Sequential, 3_000_000);
        Assert.InRange(small.Scratch.Length, ProductKernel.Scratch<double>(), 2_999_999);
        Assert.InRange(large.Scratch.Length, 3_000_000, int.MaxValue);
    }

    [Fact]
    public void The_room_is_given_back()
    {
        var crew = new Crew<double>(0, 1, Execution.Sequential, 1);
        var room = crew.Scratch;
        crew.Dispose();
        Assert.Same(room, ArrayPool<double>.Shared.Rent(room.Length));
    }
}
