namespace Functional.Numerics.Tests.Teams;

using System;
using System.Linq;
using System.Threading;
using Functional.Numerics.Teams;
using Xunit;

public sealed class TeamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Every_thread_does_every_piece_of_work_once(int size)
    {
        using var team = new Team(size);
        Assert.Equal(size, team.Size);
        var done = new int[size];
        for (var round = 1; round <= 50; round++)
        {
            team.Run(rank => Interlocked.Increment(ref done[rank]));
            Assert.All(done, count => Assert.Equal(round, count));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Nobody_passes_a_meeting_before_everybody_is_there(int size)
    {
        using var team = new Team(size);
        var arrived = 0;
        var seen = new int[size, 20];
        team.Run(rank =>
        {
            for (var meeting = 0; meeting < 20; meeting++)
            {
                Interlocked.Increment(ref arrived);
                team.Sync();
                seen[rank, meeting] = Volatile.Read(ref arrived);
                team.Sync();
            }
        });
        for (var rank = 0; rank < size; rank++)
        {
            Assert.Equal(Enumerable.Range(1, 20).Select(meeting => meeting * size), Enumerable.Range(0, 20).Select(meeting => seen[rank, meeting]));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Who_comes_last_does_what_is_to_be_done_before_any_goes_on(int size)
    {
        using var team = new Team(size);
        var (arrived, done) = (0, 0);
        var seen = new int[size, 20];
        Action last = () => done = Volatile.Read(ref arrived);
        team.Run(rank =>
        {
            for (var meeting = 0; meeting < 20; meeting++)
            {
                Interlocked.Increment(ref arrived);
                team.Sync(last);
                seen[rank, meeting] = Volatile.Read(ref done);
                team.Sync();
            }
        });
        for (var rank = 0; rank < size; rank++)
        {
            Assert.Equal(Enumerable.Range(1, 20).Select(meeting => meeting * size), Enumerable.Range(0, 20).Select(meeting => seen[rank, meeting]));
        }
    }

    [Fact]
    public void A_failure_of_what_is_done_last_is_told_to_the_caller_too()
    {
        using var team = new Team(3);
        Assert.Throws<InvalidTimeZoneException>(() => team.Run(_ => team.Sync(() => throw new InvalidTimeZoneException())));
    }

    [Fact]
    public void A_thread_alone_does_not_wait()
    {
        using var team = new Team(1);
        var caller = Environment.CurrentManagedThreadId;
        team.Run(rank =>
        {
            Assert.Equal(0, rank);
            Assert.Equal(caller, Environment.CurrentManagedThreadId);
            team.Sync();
        });
    }

    [Fact]
    public void The_caller_is_number_zero()
    {
        using var team = new Team(3);
        var threads = new int[3];
        team.Run(rank => threads[rank] = Environment.CurrentManagedThreadId);
        Assert.Equal(Environment.CurrentManagedThreadId, threads[0]);
        Assert.Equal(3, threads.Distinct().Count());
    }

    [Fact]
    public void Threads_that_fell_asleep_are_woken()
    {
        using var team = new Team(3);
        var done = new int[3];
        for (var round = 0; round < 3; round++)
        {
            team.Run(rank => done[rank]++);
            Thread.Sleep(40);
        }

        Assert.Equal([3, 3, 3], done);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_failure_is_told_to_the_caller_and_forgotten(int failing)
    {
        using var team = new Team(3);
        for (var round = 0; round < 3; round++)
        {
            var failure = Assert.Throws<InvalidTimeZoneException>(() => team.Run(rank =>
            {
                if (rank == failing)
                {
                    throw new InvalidTimeZoneException();
                }

                // The others wait for one that will not come, and are let go.
                team.Sync();
            }));
            Assert.NotNull(failure.StackTrace);
            var done = new int[3];
            team.Run(rank =>
            {
                team.Sync();
                done[rank]++;
                team.Sync();
            });
            Assert.Equal([1, 1, 1], done);
        }
    }

    [Fact]
    public void A_failure_of_a_thread_alone_is_thrown_as_it_is()
    {
        using var team = new Team(1);
        Assert.Throws<InvalidTimeZoneException>(() => team.Run(_ => throw new InvalidTimeZoneException()));
    }

    [Fact]
    public void Threads_go_home_when_they_are_sent()
    {
        var threads = new Thread?[3];
        using (var team = new Team(3))
        {
            team.Run(rank => threads[rank] = Thread.CurrentThread);
        }

        Assert.True(threads[1]!.Join(5_000));
        Assert.True(threads[2]!.Join(5_000));
    }
}
