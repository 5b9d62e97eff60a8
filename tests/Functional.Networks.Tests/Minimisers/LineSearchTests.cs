namespace Functional.Networks.Tests.Minimisers;

using System;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using Xunit;

public sealed class LineSearchTests
{
    private static readonly RandomKey Key = RandomKey.FromSeed(29);

    [Fact]
    public void What_is_found_meets_both_conditions_of_Wolfe_wherever_the_search_begins()
    {
        var firstWas = 0;
        for (var i = 0; i < 300; i++)
        {
            var (search, line) = (i % 2 == 0 ? new LineSearch(1e-4, 0.9) : new LineSearch(1e-4, 0.1), Line(i));
            var first = 1e-6 * (1 << (int)(Key.For("first").Bits32(i) % 31));
            var start = line(0);
            var found = search.Along(line, start, first) ?? throw new InvalidOperationException($"Line {i}: nothing was found.");
            Assert.True(Meets(search, start, found), $"line {i} from {first}: length {found.Length}, height {found.Height} after {start.Height}, slope {found.Slope} after {start.Slope}");
            firstWas += Meets(search, start, line(first)) ? 1 : 0;
        }

        // Taking the first length unseen would break the law.
        Assert.InRange(firstWas, 1, 250);
    }

    [Fact]
    public void A_line_that_goes_uphill_against_its_slope_has_nothing_to_find() =>
        Assert.Null(new LineSearch(1e-4, 0.9).Along(length => Trial(length, length, -1), Trial(0, 0, -1), 1));

    [Fact]
    public void Where_no_point_is_flat_enough_the_lowest_found_is_taken()
    {
        // It falls with slope −1 up to a cliff at 1, behind which it is infinite.
        var found = new LineSearch(1e-4, 0.1).Along(length => Trial(length, length < 1 ? -length : double.PositiveInfinity, -1), Trial(0, 0, -1), 5);
        Assert.NotNull(found);
        Assert.InRange(found.Length, 0.99, 1);
    }

    private static bool Meets(LineSearch search, Trial<double> start, Trial<double> found) =>
        found.Height <= start.Height + (search.SufficientDecrease * found.Length * start.Slope) && Math.Abs(found.Slope) <= search.Curvature * Math.Abs(start.Slope);

    /// <summary>A bowl with ripples, (x − a)² + b·sin(c·x), that begins downhill.</summary>
    private static Func<double, Trial<double>> Line(int index)
    {
        var (a, b, c) = (Key.For("a").Uniform(1, 50, index), Key.For("b").Uniform(0, 0.5, index), Key.For("c").Uniform(0.1, 2, index));
        return x => Trial(x, ((x - a) * (x - a)) + (b * Math.Sin(c * x)), (2 * (x - a)) + (b * c * Math.Cos(c * x)));
    }

    private static Trial<double> Trial(double length, double height, double slope) => new(length, Dense.Vector([length]), new(height, Dense.Vector([slope])), slope);
}
