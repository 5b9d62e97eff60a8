namespace Functional.Data.Tests;

using System;
using Functional.Numerics;
using Xunit;

public sealed class LabelsTests
{
    private static readonly ClassLabels Classes = new([2, 0, 1, 0], 4, ["a", "b", "c", "d"]);
    private static readonly ValueLabels Values = new([1, 2, 3, 4, 5, 6], 2);

    [Fact]
    public void Classes_are_counted_named_and_gathered()
    {
        Assert.Equal((4, 4), (Classes.Count, Classes.OutputCount));
        Assert.Equal([2, 1, 1, 0], Classes.CountByClass().AsSpan().ToArray());
        Assert.Equal("c", Classes.NameOf(2));
        Assert.Equal("1", new ClassLabels([0, 1], 2).NameOf(1));
        Assert.Equal([1, 2, 2], Classes.Gather<float>([2, 0, 0]).Classes.AsSpan().ToArray());
        Assert.Equal(new ClassLabels([1, 2], 4, ["a", "b", "c", "d"]), Classes.Select([2, 0]));
    }

    [Fact]
    public void Values_are_gathered_as_columns()
    {
        Assert.Equal((3, 2), (Values.Count, Values.OutputCount));
        var targets = Values.Gather<float>([2, 0]);
        Assert.Equal((2, 2), (targets.Values.RowCount, targets.Values.ColumnCount));
        Assert.Equal([5f, 6f, 1f, 2f], targets.Values.Numbers.ToArray());
        Assert.Equal(new ValueLabels([5, 6, 1, 2], 2), Values.Select([2, 0]));
        Assert.NotEqual(new ValueLabels([5, 6, 1, 2]), Values.Select([2, 0]));
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Contains("Sample 1 is of class 2; with 2 classes they run from 0 to 1.", Assert.Throws<ArgumentException>(() => new ClassLabels([0, 2], 2)).Message, StringComparison.Ordinal);
        Assert.Contains("The number of classes must be from 2 to 65536.", Assert.Throws<ArgumentOutOfRangeException>(() => new ClassLabels([0], 1)).Message, StringComparison.Ordinal);
        Assert.Contains("There are 1 names for 2 classes", Assert.Throws<ArgumentException>(() => new ClassLabels([0], 2, ["a"])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Classes.NameOf(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Classes.Gather<float>([4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Values.Gather<float>([-1]));
        Assert.Throws<ArgumentException>(() => new ValueLabels([1, 2, 3], 2));
    }
}
