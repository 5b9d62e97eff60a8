namespace Functional.Networks.Tests.Recycling;

using System;
using System.Buffers;
using Xunit;

/// <summary>What a thread gives back to the pool is the first that it gets from there, whatever other threads do.</summary>
public sealed class ChosenSamplesTests
{
    [Fact]
    public void Room_is_given_back_when_it_is_outgrown_and_in_the_end()
    {
        var chosen = new ChosenSamples();
        var small = chosen.Room(1000);
        var large = chosen.Room(5000);
        Assert.True(small.Overlaps(ArrayPool<int>.Shared.Rent(1000)));
        chosen.Dispose();
        Assert.True(large.Overlaps(ArrayPool<int>.Shared.Rent(5000)));

        // Given back a second time it would be somebody else's, too.
        chosen.Dispose();
        Assert.False(large.Overlaps(ArrayPool<int>.Shared.Rent(5000)));
    }

    [Fact]
    public void Room_that_is_enough_stays_as_it_is()
    {
        using var chosen = new ChosenSamples();
        var room = chosen.Room(1000);
        (chosen.Epoch, room[7], room[8]) = (4, 70, 80);
        Assert.Equal((1000, 1), (chosen.Room(1000).Length, chosen.Room(1).Length));
        Assert.True(room.Overlaps(chosen.Room(1)));
        chosen.Choose(7, 2);
        Assert.Equal([70, 80], chosen.Indices.ToArray());
        Assert.Equal((4, 2, 70, 80), (chosen.Epoch, chosen.Count, chosen[0], chosen[1]));
    }

    [Fact]
    public void Without_room_there_are_no_samples_and_no_epoch()
    {
        var chosen = new ChosenSamples();
        Assert.Equal((-1, 0), (chosen.Epoch, chosen.Count));
        chosen.Room(9).Fill(1);
        chosen.Epoch = 2;
        chosen.Choose(3, 4);
        chosen.Dispose();
        Assert.Equal((-1, 0), (chosen.Epoch, chosen.Count));
        Assert.True(chosen.Indices.IsEmpty);
    }
}
