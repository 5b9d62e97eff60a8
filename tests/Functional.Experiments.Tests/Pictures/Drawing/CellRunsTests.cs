namespace Functional.Experiments.Tests.Pictures.Drawing;

using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Functional.Numerics.Randomness;
using Xunit;

public sealed class CellRunsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 7)]
    [InlineData(7, 1)]
    [InlineData(13, 11)]
    public void Runs_cover_every_cell_of_a_shade_once(int columns, int rows)
    {
        var key = RandomKey.FromSeed(3);
        var shades = Enumerable.Range(0, columns * rows).Select(i => key.Below(4, i) - 1).ToArray();
        var covered = Enumerable.Repeat(-1, shades.Length).ToArray();
        var paths = CellRuns.Of(shades, columns, 3);
        for (var shade = 0; shade < 3; shade++)
        {
            foreach (Match run in Regex.Matches(paths[shade], @"M(?<x>\d+) (?<y>\d+)\.5h(?<length>\d+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10)))
            {
                var (x, y, length) = (Number(run.Groups["x"]), Number(run.Groups["y"]), Number(run.Groups["length"]));
                Assert.True(x + length <= columns);
                foreach (var i in Enumerable.Range((y * columns) + x, length))
                {
                    Assert.Equal(-1, covered[i]);
                    covered[i] = shade;
                }
            }
        }

        Assert.Equal(shades, covered);
        static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);
    }
}
