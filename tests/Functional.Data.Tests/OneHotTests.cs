namespace Functional.Data.Tests;

using System;
using Functional.Numerics;
using Xunit;

public sealed class OneHotTests
{
    [Fact]
    public void A_column_is_1_at_its_class_and_0_elsewhere()
    {
        var columns = OneHot.Columns<double>([2, 0, 2, 1], 3);
        Assert.Equal((3, 4), (columns.RowCount, columns.ColumnCount));
        Assert.Equal([0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 1, 0], columns.Numbers.ToArray());
        Assert.Equal([0f, 1f], OneHot.Columns<float>([1], 2).Numbers.ToArray());
    }

    [Fact]
    public void It_agrees_with_the_targets_of_the_same_classes()
    {
        int[] classes = [3, 1, 4, 1, 5];
        var columns = OneHot.Columns<float>(classes, 7);
        Assert.Equal(columns, new ClassLabels([.. classes], 7).Gather<float>([0, 1, 2, 3, 4]).ToColumns(7));
    }

    [Fact]
    public void Impossible_classes_are_refused()
    {
        Assert.Contains("Sample 1 is of class 3, but the outputs are 3: classes run from 0 to 2.", Assert.Throws<ArgumentException>(() => OneHot.Columns<float>([0, 3], 3)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => OneHot.Columns<float>([-1], 3));
        Assert.Throws<ArgumentException>(() => OneHot.Columns<float>([], 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => OneHot.Columns<float>([0], 0));
    }
}
