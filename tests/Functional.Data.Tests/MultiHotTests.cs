namespace Functional.Data.Tests;

using System;
using Xunit;

public sealed class MultiHotTests
{
    [Fact]
    public void Samples_may_have_any_number_of_classes()
    {
        var labels = MultiHot.Labels([[2, 0], [], [1]], 3);
        Assert.Equal(new ValueLabels([1, 0, 1, 0, 0, 0, 0, 1, 0], 3), labels);
        Assert.Equal(3, labels.Count);
    }

    [Fact]
    public void What_is_out_of_range_is_named()
    {
        Assert.Contains("Sample 1 has class 3; with 3 classes", Assert.Throws<ArgumentException>(() => MultiHot.Labels([[0], [3]], 3)).Message, StringComparison.Ordinal);
        Assert.Contains("Sample 0 has class 2 twice", Assert.Throws<ArgumentException>(() => MultiHot.Labels([[2, 2]], 3)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => MultiHot.Labels([[-1]], 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => MultiHot.Labels([], 0));
    }
}
