namespace Functional.Networks.Tests.Recycling;

using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using Xunit;

public sealed class PortionsTests
{
    [Fact]
    public void A_thread_takes_its_own_share_first_and_then_what_is_left_of_others()
    {
        var portions = new Portions(3);
        portions.Renew(2);
        Assert.Equal([2, 3], Take(portions, 0, rank: 1, times: 2));
        Assert.Equal([0], Take(portions, 0, rank: 0, times: 1));
        Assert.Equal([4, 5, 6, 1, -1, -1], Take(portions, 0, rank: 2, times: 6));
        Assert.Equal([-1], Take(portions, 0, rank: 1, times: 1));
        Assert.Equal([0, 1, -1], Take(portions, 1, rank: 0, times: 3, pieces: 2));
        Assert.Equal([-1], Take(portions, 1, rank: 2, times: 1, pieces: 0));
        portions.Renew(3);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, -1], Take(portions, 0, rank: 0, times: 8));
        Assert.Equal([0, -1], Take(portions, 2, rank: 2, times: 2, pieces: 1));
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 1)]
    [InlineData(5, 3)]
    [InlineData(4, 1000)]
    public void Every_piece_is_taken_once(int threads, int pieces)
    {
        var portions = new Portions(threads);
        for (var round = 0; round < 20; round++)
        {
            portions.Renew(1);
            var taken = new ConcurrentBag<int>();
            var workers = Enumerable.Range(0, threads).Select(rank => new Thread(() =>
            {
                for (var piece = portions.Take(0, rank, pieces); piece >= 0; piece = portions.Take(0, rank, pieces))
                {
                    taken.Add(piece);
                }
            })).ToArray();
            foreach (var worker in workers)
            {
                worker.Start();
            }

            foreach (var worker in workers)
            {
                worker.Join();
            }

            Assert.Equal(Enumerable.Range(0, pieces), taken.Order());
        }
    }

    private static int[] Take(Portions portions, int work, int rank, int times, int pieces = 7) =>
        [.. Enumerable.Range(0, times).Select(_ => portions.Take(work, rank, pieces))];
}
