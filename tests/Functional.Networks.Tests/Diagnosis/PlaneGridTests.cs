namespace Functional.Networks.Tests.Diagnosis;

using System;
using System.Linq;
using Xunit;

public sealed class PlaneGridTests
{
    [Fact]
    public void Cells_stand_for_their_centres_row_after_row_from_the_lower_left()
    {
        var grid = new PlaneGrid(-1, 1, 0, 3, 2, 3);
        Assert.Equal(6, grid.Count);
        Assert.Equal(
            [new(-0.5, 0.5), new(0.5, 0.5), new(-0.5, 1.5), new(0.5, 1.5), new(-0.5, 2.5), new(0.5, 2.5)],
            Enumerable.Range(0, grid.Count).Select(cell => grid[cell]).ToArray());
    }

    [Fact]
    public void A_grid_around_points_has_them_all_inside_and_leaves_out_what_is_not_finite()
    {
        PlanePoint[] points = [new(1, 10), new(double.NaN, 5), new(3, 30), new(2, double.PositiveInfinity)];
        Assert.Equal(new PlaneGrid(0.5, 3.5, 5, 35, 4, 5), PlaneGrid.Around(points, 0.25, 4, 5));
        Assert.Equal(new PlaneGrid(1, 3, 6, 8, 1, 1), PlaneGrid.Around([new(2, 7)], 0.25, 1, 1));
    }

    [Fact]
    public void What_is_no_rectangle_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new PlaneGrid(1, 1, 0, 1));
        Assert.Throws<ArgumentException>(() => new PlaneGrid(0, double.NaN, 0, 1));
        Assert.Throws<ArgumentException>(() => new PlaneGrid(0, double.PositiveInfinity, 0, 1));
        Assert.Throws<ArgumentException>(() => new PlaneGrid(0, 1, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PlaneGrid(0, 1, 0, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PlaneGrid(0, 1, 0, 1, 1, PlaneGrid.MaximumSide + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PlaneGrid(0, 1, 0, 1, 2, 2)[4]);
        Assert.Throws<ArgumentOutOfRangeException>(() => PlaneGrid.Around([new(2, 7)], -0.1));
        Assert.Throws<ArgumentException>(() => PlaneGrid.Around([new(double.NaN, 7)]));
    }
}
