namespace Functional.Networks.Tests.Recycling;

using System.Globalization;
using System.Linq;
using System.Numerics;
using Xunit;

public sealed class PartialSumsTests
{
    public static TheoryData<int> Groups => [1, 2, 3, 5];

    [Theory]
    [MemberData(nameof(Groups))]
    public void What_is_joined_are_nodes_of_the_pairwise_tree(int groups)
    {
        for (var chunks = groups; chunks <= 40; chunks++)
        {
            for (var group = 0; group < groups; group++)
            {
                var (first, end) = (chunks * group / groups, chunks * (group + 1) / groups);
                var sums = new PartialSums<double>(first, end, 3, null);
                Assert.Equal((first, end - first), (sums.First, sums.Count));
                var rooms = new string[sums.Rooms.Length];
                for (var place = 0; place < sums.Count; place++)
                {
                    rooms[sums[place].Room] = Node(0, first + place);
                    foreach (var (left, right) in sums[place].Joins)
                    {
                        rooms[left] = $"({rooms[left]}+{rooms[right]})";
                    }
                }

                Assert.All(sums.Nodes, node => Assert.Equal(Node(node.Level, node.Index), rooms[node.Room]));
                Assert.Equal(Enumerable.Range(first, end - first), sums.Nodes.SelectMany(node => Enumerable.Range(node.Index << node.Level, 1 << node.Level)));
                Assert.Equal(Largest(first, end), sums.Nodes.Length);
            }
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(4, 3)]
    [InlineData(7, 3)]
    [InlineData(8, 4)]
    [InlineData(1000, 10)]
    public void There_is_no_more_room_than_the_tree_is_high(int chunks, int rooms)
    {
        var target = new double[5];
        var sums = new PartialSums<double>(0, chunks, 5, target);
        Assert.Equal(rooms, sums.Rooms.Length);
        Assert.Same(target, sums.Rooms[0]);
        Assert.All(sums.Rooms, room => Assert.Equal(5, room.Length));
        Assert.Equal(rooms, sums.Rooms.Distinct().Count());
    }

    private static string Node(int level, int index) => level == 0
        ? index.ToString(CultureInfo.InvariantCulture)
        : $"({Node(level - 1, 2 * index)}+{Node(level - 1, (2 * index) + 1)})";

    /// <summary>How many whole nodes of the tree a range takes at least.</summary>
    private static int Largest(int first, int end)
    {
        var nodes = 0;
        for (var at = first; at < end; nodes++)
        {
            var level = at == 0 ? 30 : BitOperations.TrailingZeroCount(at);
            while (at + (1L << level) > end)
            {
                level--;
            }

            at += 1 << level;
        }

        return nodes;
    }
}
