namespace Functional.Experiments.Tests.Pictures.Drawing;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Functional.Numerics.Randomness;
using Xunit;

public sealed class PathTextTests
{
    [Fact]
    public void Relative_commands_lead_to_every_point_within_a_twentieth()
    {
        var key = RandomKey.FromSeed(4);
        var path = new PathText();
        var points = Enumerable.Range(0, 300).Select(i => (X: 40 * key.Normal(2 * i), Y: 40 * key.Normal((2 * i) + 1))).ToArray();
        for (var i = 0; i < points.Length; i++)
        {
            _ = i % 7 == 0 ? path.MoveTo(points[i].X, points[i].Y) : path.LineTo(points[i].X, points[i].Y);
        }

        var read = Read(path.ToString());
        Assert.Equal(points.Length, read.Count);
        Assert.All(points.Zip(read), pair => Assert.True(Math.Abs(pair.First.X - pair.Second.X) <= 0.0501 && Math.Abs(pair.First.Y - pair.Second.Y) <= 0.0501));
    }

    [Fact]
    public void Numbers_are_as_short_as_can_be() =>
        Assert.Equal("M1 .5l.3-.7-2 3m0 0M5 5h0M0 0", new PathText().MoveTo(1, 0.5).LineTo(1.3, -0.2).LineTo(-0.7, 2.8).MoveTo(-0.7, 2.8).Shape(string.Empty).MoveTo(5, 5).Shape("h0").MoveTo(-0.01, 0.01).ToString());

    private static List<(double X, double Y)> Read(string commands)
    {
        var points = new List<(double X, double Y)>();
        var (x, y) = (0.0, 0.0);
        foreach (Match part in Regex.Matches(commands, @"(?<command>[Mml])(?<numbers>[^Mml]*)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10)))
        {
            var numbers = Regex.Matches(part.Groups["numbers"].Value, @"-?(\d+(\.\d)?|\.\d)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10)).Select(number => double.Parse(number.Value, CultureInfo.InvariantCulture)).ToArray();
            for (var i = 0; i < numbers.Length; i += 2)
            {
                var isAbsolute = part.Groups["command"].Value is "M";
                (x, y) = isAbsolute ? (numbers[i], numbers[i + 1]) : (x + numbers[i], y + numbers[i + 1]);
                points.Add((x, y));
            }
        }

        return points;
    }
}
