namespace Functional.Networks.Tests.Control;

using System;
using Xunit;

public sealed class EndingTests
{
    [Fact]
    public void Every_ending_says_why_in_words()
    {
        Assert.Equal("Training ended with its batches.", new Ending.Finished().Message);
        Assert.Equal("Training ended after 12, as was wanted.", new Ending.CountReached(12).Message);
        Assert.Equal("The loss reached 0.25; the target was 0.5.", new Ending.LossReached(0.25, 0.5).Message);
        Assert.Equal("The accuracy reached 0.75; the target was 0.5.", new Ending.AccuracyReached(0.75, 0.5).Message);
        Assert.Equal("The loss was 3 times in a row no better than 0.5, which it was after 40 steps.", new Ending.NotImproved(Monitor.Loss, 0.5, 40, 3).Message);
        Assert.Equal("The accuracy was 2 times in a row no better than 0.5, which it was after 7 steps.", new Ending.NotImproved(Monitor.Accuracy, 0.5, 7, 2).Message);
        Assert.Equal("The time of 00:00:05 was up: 00:00:07 had passed.", new Ending.TimedOut(TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(5)).Message);
    }
}
