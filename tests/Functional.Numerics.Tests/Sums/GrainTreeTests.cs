namespace Functional.Numerics.Tests.Sums;

using System;
using System.Linq;
using Functional.Numerics.Sums;
using Xunit;

public sealed class GrainTreeTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(63, 1)]
    [InlineData(64, 1)]
    [InlineData(65, 2)]
    [InlineData(128, 2)]
    [InlineData(129, 3)]
    public void A_grain_holds_sixty_four_terms(int terms, int grains) => Assert.Equal(grains, GrainTree<float>.Grains(terms));

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 3)]
    [InlineData(2, 6)]
    [InlineData(3, 6)]
    [InlineData(4, 9)]
    [InlineData(7, 9)]
    [InlineData(8, 12)]
    public void The_room_is_the_trees_height(int grains, int numbers) => Assert.Equal(numbers, GrainTree<float>.Room(grains, 3));

    [Fact]
    public void Any_number_of_grains_is_joined_by_the_pairwise_tree_in_that_room()
    {
        const int Width = 3;
        for (var grains = 0; grains <= 40; grains++)
        {
            var terms = Numbers.Between<float>(grains * Width, 5);
            var tree = new GrainTree<float>(new float[GrainTree<float>.Room(grains, Width)], Width, Execution.Sequential);
            var sum = new float[Width];
            for (var grain = 0; grain < grains; grain++)
            {
                terms.AsSpan(grain * Width, Width).CopyTo(sum);
                tree.Push(sum);
            }

            sum.AsSpan().Fill(float.NaN);
            tree.Finish(sum);
            Assert.Equal(Enumerable.Range(0, Width).Select(place => GrainSumTests.Tree([.. Enumerable.Range(0, grains).Select(grain => terms[(grain * Width) + place])])), sum);
        }
    }
}
