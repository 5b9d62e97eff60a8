namespace Functional.Data.Tests;

using System;
using Xunit;

public sealed class FeaturesTests
{
    private static readonly ByteFeatures Bytes = new([1, 2, 3, 4, 5, 6], 2);

    [Fact]
    public void Samples_lie_one_after_the_other()
    {
        Assert.Equal((3, 2), (Bytes.Count, Bytes.Width));
        Assert.Equal([3, 4], Bytes.Sample(1).ToArray());
        Assert.Equal(6, Bytes.ValueAt(2, 1));
        Assert.Equal([0.5], new RealFeatures([0.25, 0.5], 1).Sample(1).ToArray());
        Assert.Equal("3 × 2", Bytes.ToString());
    }

    [Fact]
    public void A_selection_shows_the_numbers_of_the_whole_without_a_copy()
    {
        var selection = Bytes.Select([2, 0, 2]).Select([1, 2]);
        Assert.Equal([1, 2], selection.Sample(0).ToArray());
        Assert.Equal([5, 6], selection.Sample(1).ToArray());
        Assert.True(selection.Sample(0).Overlaps(Bytes.Sample(0)));
    }

    [Fact]
    public void Features_are_equal_where_the_same_samples_are_seen()
    {
        Assert.Equal(new ByteFeatures([5, 6, 1, 2], 2), Bytes.Select([2, 0]));
        Assert.Equal(new ByteFeatures([5, 6, 1, 2], 2).GetHashCode(), Bytes.Select([2, 0]).GetHashCode());
        Assert.Equal(Bytes, Bytes.Select([0, 1, 2]));
        Assert.NotEqual(Bytes, Bytes.Select([0, 1]));
        Assert.NotEqual(Bytes, new ByteFeatures([1, 2, 3, 4, 5, 6], 3));
        Assert.NotEqual<Features>(new RealFeatures([1, 2], 1), new ByteFeatures([1, 2], 1));
        Assert.Equal(new RealFeatures([1, 2], 1), new RealFeatures([2, 1], 1).Select([1, 0]));
    }

    [Fact]
    public void What_is_not_there_is_refused()
    {
        Assert.Contains("There are 3 samples; an index must be from 0 to 2.", Assert.Throws<ArgumentOutOfRangeException>(() => Bytes.ValueAt(3, 0)).Message, StringComparison.Ordinal);
        Assert.Contains("There are 2 features; an index must be from 0 to 1.", Assert.Throws<ArgumentOutOfRangeException>(() => Bytes.ValueAt(0, 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Bytes.Select([0, -1]));
        Assert.Throws<ArgumentException>(() => new ByteFeatures([1, 2, 3], 2));
        Assert.Throws<ArgumentException>(() => new RealFeatures([1, 2, 3], 0));
    }
}
