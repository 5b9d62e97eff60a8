namespace Functional.Experiments.Tests.Pictures;

using System;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using Xunit;

public sealed class SvgTests
{
    private static readonly XNamespace Space = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Names => [.. Gallery.Charts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_picture_is_well_formed_and_tells_what_it_shows(string name)
    {
        foreach (var width in new[] { 160.0, 360, 800 })
        {
            var svg = Svg.Of(Gallery.Charts[name], name, width);
            var root = XDocument.Parse(svg.Text).Root!;
            Assert.Equal((Space + "svg", "img", $"{name}-title {name}-desc"), (root.Name, (string)root.Attribute("role")!, (string)root.Attribute("aria-labelledby")!));
            Assert.Equal(Gallery.Charts[name].Title, root.Element(Space + "title")!.Value);
            Assert.True(root.Element(Space + "desc")!.Value.Length > 20, root.Element(Space + "desc")!.Value);
            Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"0 0 {svg.Width:0.#} {svg.Height:0.#}"), (string)root.Attribute("viewBox")!);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_picture_holds_finite_places_only_and_needs_nothing_from_outside(string name)
    {
        var body = Svg.Of(Gallery.Charts[name], name, hasStyle: false).Text;
        Assert.DoesNotContain("∞", body, StringComparison.Ordinal);
        foreach (var place in XDocument.Parse(body).Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "x" or "y" or "width" or "height" or "cx" or "cy" or "d" or "transform" or "viewBox"))
        {
            Assert.DoesNotContain("NaN", place.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("Infinity", place.Value, StringComparison.Ordinal);
        }

        var rest = body.Replace("xmlns=\"http://www.w3.org/2000/svg\"", string.Empty, StringComparison.Ordinal).Replace($"url(#{name}", string.Empty, StringComparison.Ordinal);
        Assert.All(new[] { "http", "href", "url(", "@import", "<script" }, outside => Assert.DoesNotContain(outside, rest, StringComparison.Ordinal));
        Assert.DoesNotContain("url(", Svg.Style, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(body), 1, 60_000);
    }

    [Fact]
    public void Pictures_within_one_page_share_no_names()
    {
        var page = XDocument.Parse($"<div>{string.Concat(Gallery.Charts.Select(entry => Svg.Of(entry.Value, entry.Key).Text))}</div>");
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToArray();
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.True(ids.Length > 3 * Gallery.Charts.Count);
        Assert.All(page.Descendants().Attributes("clip-path"), clip => Assert.Contains(clip.Value[5..^1], ids));
    }

    [Theory]
    [InlineData("curves", "25939195C7EBF7B4")]
    [InlineData("gaps", "86145796EF18B468")]
    [InlineData("decisions", "F75408D9A2260628")]
    [InlineData("surface", "D44B4672A7BEBF7C")]
    [InlineData("samples", "C1EC96C5F05C51A7")]
    [InlineData("confusion", "AD84E481C847A468")]
    public void The_same_chart_gives_the_same_letters_everywhere(string name, string hash) =>
        Assert.Equal(hash, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Svg.Of(Gallery.Charts[name], name, hasStyle: false).Text)))[..16]);

    [Fact]
    public void What_cannot_be_drawn_is_said_where_it_is_seen_and_where_it_is_read()
    {
        var root = XDocument.Parse(Svg.Of(Gallery.Charts["gaps"]).Text).Root!;
        const string Said = "Not finite or not above 0, so not drawn: 5 of a < b & c, 1 of nothing.";
        Assert.Contains(Said, root.Element(Space + "desc")!.Value, StringComparison.Ordinal);
        Assert.Contains(Said, string.Join(' ', root.Descendants(Space + "text").Select(text => text.Value)), StringComparison.Ordinal);

        // Two lines are left, from 1 to 2 and from 5 to 6, and the 3 that stands alone has a sign.
        var line = root.Descendants(Space + "path").Single(path => (string?)path.Attribute("class") is "l h0" && path.Parent!.Attribute("clip-path") is not null);
        Assert.Equal(2, ((string)line.Attribute("d")!).Count(letter => letter is 'M' or 'm'));
        var signs = root.Descendants(Space + "path").Single(path => (string?)path.Attribute("class") is "s h0" && path.Parent!.Attribute("clip-path") is not null);
        Assert.Equal(5, ((string)signs.Attribute("d")!).Count(letter => letter == 'M'));
    }

    [Fact]
    public void Lines_differ_by_dashes_and_signs_as_well_as_by_colour()
    {
        var root = XDocument.Parse(Svg.Of(Gallery.Charts["seven"]).Text).Root!;
        var lines = root.Descendants(Space + "path").Where(path => path.Parent!.Attribute("clip-path") is not null && ((string)path.Attribute("class")!).StartsWith("l ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(Mark.HueCount, lines.Length);
        Assert.Equal(Mark.HueCount, lines.Select(path => (string?)path.Attribute("stroke-dasharray")).Distinct().Count());
    }

    [Fact]
    public void Any_title_is_escaped()
    {
        const string Title = "<script>alert('x')</script> & \"y\" \u0001\uD800 é 😀";
        var root = XDocument.Parse(Svg.Of(new Plot(Title, Title, Title, [new Mark.Line(Title, [1, 2])], Title)).Text).Root!;
        Assert.Equal("<script>alert('x')</script> & \"y\" \uFFFD\uFFFD é 😀", root.Element(Space + "title")!.Value);
        Assert.Empty(root.Descendants(Space + "script"));
    }

    [Fact]
    public void The_pictures_of_a_whole_run_stay_small()
    {
        // Fifty units' weights, smooth as trained ones are, and twenty pictures of 28 × 28.
        var weights = Dense.Matrix(50, 784, [.. Enumerable.Range(0, 784).SelectMany(pixel => Enumerable.Range(0, 50).Select(unit => Math.Sin((pixel % 28) / (3.0 + unit)) * Math.Cos(pixel / 28 / 4.0)))]);
        var grid = Svg.Of(ImageGrid.OfWeights("Weights", weights, new SampleShape(28, 28), 10), "weights", hasStyle: false);
        var noise = new Tile("noise", 28, 28, Enumerable.Range(0, 784).Select(i => RandomKey.FromSeed(1).Uniform(i)));
        var samples = Svg.Of(new ImageGrid("Samples", Enumerable.Repeat(noise, 20)), "samples", hasStyle: false);
        Assert.InRange(grid.Text.Length, 1, 200_000);
        Assert.InRange(samples.Text.Length, 1, 200_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("a b")]
    [InlineData("a\"b")]
    public void What_is_no_name_is_refused(string id) => Assert.Throws<ArgumentException>(() => Svg.Of(Gallery.Charts["empty"], id));

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Svg.Of(Gallery.Charts["empty"], width: 100));
        Assert.Throws<ArgumentException>(() => new Axis("x", lowest: 1, highest: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Axis("x", AxisScale.Logarithmic, lowest: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Axis("x", lowest: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Mark.Line("x", [1, 2], hue: Mark.HueCount));
        Assert.Throws<ArgumentException>(() => new Mark.Surface("x", new PlaneGrid(0, 1, 0, 1, 2, 2), [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => new Plot("x", new Axis("x", AxisScale.Logarithmic), "y", [new Mark.Surface("x", new PlaneGrid(0, 1, 0, 1, 1, 1), [1])]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Plot("x", "x", "y", [], aspect: double.NaN));
        Assert.Throws<ArgumentException>(() => new Tile("x", 2, 2, [1]));
        Assert.Throws<ArgumentException>(() => new CountTable("x", ConfusionMatrix.Of([(0, 1)], 2), ["a"]));
        Assert.Throws<ArgumentException>(() => new CountTable("x", ConfusionMatrix.Of([(0, 1)], 101)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Panels("x", [], 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageGrid("x", [], columns: 0));
        Assert.Throws<ArgumentException>(() => ImageGrid.OfWeights("x", Dense.Matrix(1, 4, [1.0, 2, 3, 4]), new SampleShape(2, 3)));
        Assert.Throws<ArgumentException>(() => ImageGrid.OfWeights("x", Dense.Matrix(1, 4, [1.0, 2, 3, 4]), new SampleShape(4)));
    }

    [Fact]
    public void Charts_are_values()
    {
        Assert.Equal(Chart(1), Chart(1));
        Assert.NotEqual(Chart(1), Chart(2));

        static Chart Chart(double end) => new Panels("p", [new Plot("t", "x", new Axis("y", AxisScale.Logarithmic), [new Mark.Line("l", [3, end]), new Mark.Rule("r", 2)])]);
    }
}
