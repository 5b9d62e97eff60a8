namespace Functional.Networks.Tests.Metrics;

using System;
using Xunit;

public sealed class ClassCountsTests
{
    [Fact]
    public void Counts_are_kept_apart_and_added_apart()
    {
        var counts = new ClassCounts(1, 20, 300).Plus(new ClassCounts(4, 50, 600));
        Assert.Equal(new ClassCounts(5, 70, 900), counts);
        Assert.Equal((5, 70, 900, 905), (counts.TruePositives, counts.FalsePositives, counts.FalseNegatives, counts.Support));
        Assert.Equal((5.0 / 75, 5.0 / 905, 10.0 / 980), (counts.Precision, counts.Recall, counts.F1));
    }

    [Fact]
    public void Where_nothing_is_counted_every_share_is_0()
    {
        var nothing = new ClassCounts(0, 0, 0);
        Assert.Equal((0, 0, 0), (nothing.Precision, nothing.Recall, nothing.F1));
    }

    [Fact]
    public void Negative_counts_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClassCounts(-1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClassCounts(0, -1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClassCounts(0, 0, -1));
    }
}
