namespace Functional.Experiments.Tests.Pictures.Drawing;

using System;
using System.Linq;
using Xunit;

public sealed class ContourTests
{
    [Fact]
    public void The_contour_of_a_cone_is_one_closed_circle()
    {
        // Distances from the middle of 41 × 31 cells; the contour at 9.3 keeps that distance up to the bend between two cells.
        var lines = Contour.Of([.. Enumerable.Range(0, 41 * 31).Select(i => Distance((i % 41) + 0.5, (i / 41) + 0.5))], 41, 9.3);
        var line = Assert.Single(lines);
        Assert.Equal(line[0], line[^1]);
        Assert.All(line, point => Assert.Equal(9.3, Distance(point.X, point.Y), 0.02));
        var length = line.Zip(line.Skip(1), (one, next) => Math.Sqrt(Math.Pow(next.X - one.X, 2) + Math.Pow(next.Y - one.Y, 2))).Sum();
        Assert.Equal(2 * Math.PI * 9.3, length, 0.2);

        static double Distance(double x, double y) => Math.Sqrt(Math.Pow(x - 20.5, 2) + Math.Pow(y - 15.5, 2));
    }

    [Fact]
    public void A_line_that_leaves_the_grid_is_open_and_a_saddle_has_two()
    {
        var lines = Contour.Of([0.0, 0, 0, 1, 1, 1], 3, 0.25);
        Assert.Equal([new(0.5, 0.75), new(1.5, 0.75), new(2.5, 0.75)], Assert.Single(lines).OrderBy(point => point.X).ToArray());
        Assert.Equal(2, Contour.Of([0.0, 1, 1, 0], 2, 0.5).Length);
        Assert.Equal(2, Contour.Of([1.0, 0, 0, 1], 2, 0.4).Length);
    }

    [Fact]
    public void Where_a_number_is_missing_or_nothing_crosses_there_is_no_line()
    {
        Assert.Empty(Contour.Of([0.0, double.NaN, 1, 1], 2, 0.5));
        Assert.Empty(Contour.Of([0.0, 1, double.PositiveInfinity, 0], 2, 0.5));
        Assert.Empty(Contour.Of([2.0, 1, 1, 3], 2, 0.5));
        Assert.Empty(Contour.Of([2.0], 1, 0.5));
    }
}
