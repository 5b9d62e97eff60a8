namespace Functional.Data.Tests;

using System;
using Xunit;

public sealed class SampleShapeTests
{
    [Fact]
    public void A_picture_has_rows_and_columns()
    {
        var shape = new SampleShape(28, 30);
        Assert.True(shape.IsPicture);
        Assert.Equal(840, shape.Size);
        Assert.Equal("28 × 30", shape.ToString());
        Assert.False(new SampleShape(840).IsPicture);
        Assert.Equal("840", new SampleShape(840).ToString());
    }

    [Fact]
    public void Shapes_with_the_same_sizes_are_equal()
    {
        Assert.Equal(new SampleShape(2, 3), new SampleShape(2, 3));
        Assert.Equal(new SampleShape(2, 3).GetHashCode(), new SampleShape(2, 3).GetHashCode());
        Assert.NotEqual(new SampleShape(2, 3), new SampleShape(3, 2));
        Assert.NotEqual(new SampleShape(2, 3), new SampleShape(6));
    }

    [Fact]
    public void A_shape_without_sizes_or_with_a_size_below_1_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new SampleShape());
        Assert.Throws<ArgumentException>(() => new SampleShape(3, 0));
    }
}
