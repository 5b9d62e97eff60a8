namespace Functional.Experiments.Tests.Pictures.Drawing;

using System;
using System.Linq;
using Functional.Numerics.Randomness;
using Xunit;

public sealed class TicksTests
{
    [Fact]
    public void Ticks_are_round_within_the_range_and_told_apart()
    {
        var key = RandomKey.FromSeed(2);
        foreach (var i in Enumerable.Range(0, 500))
        {
            var low = key.Normal(3 * i) * Math.Pow(10, key.Below(12, 3 * i) - 6);
            var range = new AxisRange("x", low, low + (key.Uniform((3 * i) + 1) * Math.Pow(10, key.Below(12, (3 * i) + 2) - 6)) + (1e-6 * Math.Abs(low)) + 1e-9);
            var most = 2 + key.Below(8, i);
            var ticks = Ticks.Of(range, most);
            Assert.InRange(ticks.Length, 2, most + 4);
            Assert.All(ticks, tick => Assert.InRange(range.Share(tick.Value), -1e-6, 1 + 1e-6));
            Assert.Equal(ticks.Length, ticks.Select(tick => tick.Label).Distinct(StringComparer.Ordinal).Count());
            var steps = ticks.Zip(ticks.Skip(1), (one, next) => next.Value - one.Value).ToArray();
            Assert.All(steps, step => Assert.Equal(steps[0], step, 1e-6 * steps[0]));
        }
    }

    [Fact]
    public void Labels_are_as_people_write_them()
    {
        Assert.Equal(["0.0", "0.1", "0.2", "0.3"], Labels(new("x", 0, 0.3), 3));
        Assert.Equal(["-5", "0", "5"], Labels(new("x", -5, 5), 3));
        Assert.Equal(["0", "5e6", "1e7"], Labels(new("x", 0, 1e7), 3));
        Assert.Equal(["0%", "50%", "100%"], Labels(new(new Axis("x", isPercent: true), 0, 1), 3));
        Assert.Equal(["99.0%", "99.5%", "100.0%"], Labels(new(new Axis("x", isPercent: true), 0.99, 1), 3));
        Assert.Equal(["0.01", "0.1", "1", "10"], Labels(new(new Axis("x", AxisScale.Logarithmic), 0.005, 20), 6));
        Assert.Equal(["1e-8", "1e-6", "1e-4", "0.01", "1"], Labels(new(new Axis("x", AxisScale.Logarithmic), 1e-8, 5), 5));
        Assert.Equal(["1", "2", "5"], Labels(new(new Axis("x", AxisScale.Logarithmic), 0.9, 6), 5));
        Assert.Equal(0.3, Ticks.Of(new("x", 0, 0.3), 3)[3].Value);
    }

    [Fact]
    public void Where_only_whole_numbers_have_a_meaning_only_these_are_written()
    {
        var epochs = new Axis("epoch") { IsWhole = true };
        Assert.Equal(["1"], Labels(new(epochs, 0.5, 1.5), 5));
        Assert.Equal(["1", "2", "3"], Labels(new(epochs, 0.96, 3.04), 5));
        Assert.Equal(["10", "20", "30"], Labels(new(epochs, 0.4, 30.6), 4));
        Assert.Contains("1.5", Labels(new("epoch", 0.96, 3.04), 5));
    }

    private static string[] Labels(AxisRange range, int most) => [.. Ticks.Of(range, most).Select(tick => tick.Label)];
}
