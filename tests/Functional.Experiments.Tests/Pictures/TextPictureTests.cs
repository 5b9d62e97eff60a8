namespace Functional.Experiments.Tests.Pictures;

using System;
using System.Linq;
using Xunit;

public sealed class TextPictureTests
{
    public static TheoryData<string> Plots => [.. Gallery.Charts.Where(entry => entry.Value is Plot).Select(entry => entry.Key)];

    [Theory]
    [MemberData(nameof(Plots))]
    public void No_line_is_wider_than_asked_for(string name)
    {
        foreach (var columns in new[] { 24, 40, 79, 80, 200 })
        {
            var lines = TextPicture.Of((Plot)Gallery.Charts[name], columns, 10);
            Assert.All(lines, line => Assert.InRange(line.Length, 0, columns));
            Assert.Equal(10, lines.Count(line => line.Contains(" |", StringComparison.Ordinal) || line.EndsWith('|')));
        }
    }

    [Fact]
    public void Lines_have_letters_of_their_own_and_meet_in_a_star()
    {
        var plot = new Plot("Cross", "x", "y", [new Mark.Line("up", [0, 1, 2], 0), new Mark.Line("down", [2, 1, 0], 0)]);
        var lines = TextPicture.Of(plot, 24, 7).ToArray();
        Assert.Equal(["Cross", "a up; b down", "y"], lines[..3]);
        Assert.Equal(("2.1 |b", 'a'), (lines[3][..6], lines[3][^1]));
        Assert.Equal(("  0 |a", 'b'), (lines[9][..6], lines[9][^1]));
        Assert.Contains(lines, line => line.Contains('*', StringComparison.Ordinal));
    }

    [Fact]
    public void What_cannot_be_drawn_is_said() =>
        Assert.Contains("Not finite or not above 0", string.Join(' ', TextPicture.Of((Plot)Gallery.Charts["gaps"], 60)), StringComparison.Ordinal);

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        var plot = (Plot)Gallery.Charts["empty"];
        Assert.Throws<ArgumentOutOfRangeException>(() => TextPicture.Of(plot, 23));
        Assert.Throws<ArgumentOutOfRangeException>(() => TextPicture.Of(plot, 40, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => TextPicture.Of(plot, 40, 201));
    }
}
