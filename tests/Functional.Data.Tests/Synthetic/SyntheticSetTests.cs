namespace Functional.Data.Tests.Synthetic;

using System;
using System.Buffers.Binary;
using System.Linq;
using System.Security.Cryptography;
using Functional.Numerics.Randomness;
using Xunit;

public sealed class SyntheticSetTests
{
    private static readonly RandomKey Key = RandomKey.FromSeed(5);

    public static TheoryData<string> Names => ["xor", "moons", "circles", "spirals", "blobs", "linear", "friedman"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_larger_set_begins_with_the_smaller_one(string name)
    {
        foreach (var count in new[] { 1, 2, 7, 64, 97 })
        {
            var small = Of(name, count).Draw(Key);
            Assert.Equal((count, name), (small.Count, small.Name));
            Assert.Equal(Numbers(small), Numbers(Of(name, 131).Draw(Key).Take(count)));
        }

        Assert.NotEqual(Numbers(Of(name, 7).Draw(Key)), Numbers(Of(name, 7).Draw(RandomKey.FromSeed(6))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Noise_is_added_to_the_same_points(string name)
    {
        // Twice the noise moves every number twice as far from where it is without.
        const int Count = 2000;
        var none = Numbers(Of(name, Count, 0).Draw(Key));
        var (one, two) = (Numbers(Of(name, Count, 0.125).Draw(Key)), Numbers(Of(name, Count, 0.25).Draw(Key)));
        Assert.All(Enumerable.Range(0, none.Length), i => Assert.Equal(2 * (one[i] - none[i]), two[i] - none[i], 1e-14 * Math.Max(1, Math.Abs(none[i]))));
        var moved = one.Zip(none, (now, then) => (now - then) / 0.125).Where(distance => distance != 0).ToArray();
        Assert.InRange(moved.Sum(distance => distance * distance) / moved.Length, 0.8, 1.2);
    }

    [Fact]
    public void Without_noise_points_lie_where_the_formulas_say()
    {
        foreach (var (x, y, index) in Points(new Xor(500, 0)))
        {
            Assert.Equal(index, x * y < 0 ? 1 : 0);
            Assert.InRange(Math.Max(Math.Abs(x), Math.Abs(y)), 0, 1);
        }

        Assert.All(Points(new Moons(500, 0)), at => Assert.Equal(1, at.Class == 0 ? Square(at.X, at.Y) : Square(1 - at.X, 0.5 - at.Y), 1e-14));
        Assert.All(Points(new Moons(500, 0)), at => Assert.True(at.Class == 0 ? at.Y >= -1e-14 : at.Y <= 0.5 + 1e-14));
        Assert.All(Points(new Circles(500, 0, 0.3)), at => Assert.Equal(at.Class == 0 ? 1 : 0.09, Square(at.X, at.Y), 1e-14));
        foreach (var (x, y, index) in Points(new Spirals(500, 0, 4, 1.5)))
        {
            var radius = Math.Sqrt(Square(x, y));
            var angle = 2 * Math.PI * ((1.5 * radius) + (index / 4.0));
            Assert.Equal((radius * Math.Cos(angle), radius * Math.Sin(angle)), (x, y), Close);
        }

        Assert.All(Points(new Blobs(10, 0, 5)), at => Assert.Equal((Math.Cos(2 * Math.PI * at.Class / 5), Math.Sin(2 * Math.PI * at.Class / 5)), (at.X, at.Y), Close));

        static bool Close((double X, double Y) one, (double X, double Y) other) => Math.Abs(one.X - other.X) + Math.Abs(one.Y - other.Y) < 1e-13;
    }

    [Fact]
    public void Without_noise_values_are_the_formulas()
    {
        var trend = new LinearTrend(50, 0, 3).Draw(Key);
        Assert.All(Enumerable.Range(0, 50), sample =>
            Assert.Equal(0.5 + At(trend, sample, 0) - (2 * At(trend, sample, 1)) + (3 * At(trend, sample, 2)), Value(trend, sample), 1e-13));
        var friedman = new Friedman(50, 0).Draw(Key);
        Assert.All(Enumerable.Range(0, 50), sample => Assert.Equal(
            (10 * Math.Sin(Math.PI * At(friedman, sample, 0) * At(friedman, sample, 1))) + (20 * Math.Pow(At(friedman, sample, 2) - 0.5, 2)) + (10 * At(friedman, sample, 3)) + (5 * At(friedman, sample, 4)),
            Value(friedman, sample),
            1e-12));

        static double At(DataSet set, int sample, int feature) => set.Features.ValueAt(sample, feature);
        static double Value(DataSet set, int sample) => ((ValueLabels)set.Labels).Values[sample];
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Classes_take_turns(string name)
    {
        if (Of(name, 100).Draw(Key).Labels is ClassLabels labels)
        {
            Assert.All(Enumerable.Range(0, labels.Count), sample => Assert.Equal(sample % labels.ClassCount, labels.Classes[sample]));
        }
        else
        {
            Assert.Contains(name, new[] { "linear", "friedman" });
        }
    }

    [Theory]
    [InlineData("xor", "18F78FA1CB045FBB")]
    [InlineData("moons", "9C1C2A53AB292BC1")]
    [InlineData("circles", "E73FCB3E28F82BFD")]
    [InlineData("spirals", "3546DD21A09878CD")]
    [InlineData("blobs", "C0BA025C420BE20C")]
    [InlineData("linear", "6B829063BE053769")]
    [InlineData("friedman", "53D0264562705507")]
    public void The_bits_are_the_same_everywhere(string name, string hash)
    {
        var bytes = Numbers(Of(name, 100).Draw(Key)).SelectMany(number =>
        {
            var octets = new byte[sizeof(double)];
            BinaryPrimitives.WriteDoubleLittleEndian(octets, number);
            return octets;
        });
        Assert.Equal(hash, Convert.ToHexString(SHA256.HashData([.. bytes]))[..16]);
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Moons(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Xor(SyntheticSet.MaximumCount + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Moons(10, -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Moons(10, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Circles(10, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Spirals(10, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Spirals(10, 0, 2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Blobs(10, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinearTrend(10, 0, 0));
        Assert.Throws<ArgumentException>(() => new LinearTrend(10_000_000, 0, 1000));
    }

    [Fact]
    public void Only_samples_of_two_features_and_a_class_are_points() => Assert.Throws<ArgumentException>(() => new LinearTrend(5).Draw(Key).Points());

    [Fact]
    public void Sets_are_values()
    {
        Assert.Equal(new Spirals(10, 0.1, 2), new Spirals(10, 0.1, 2));
        Assert.NotEqual(new Spirals(10, 0.1, 2), new Spirals(10, 0.1, 3));
        Assert.Equal("moons: 7 samples of 2, 2 classes", new Moons(7).Draw(Key).ToString());
    }

    private static SyntheticSet Of(string name, int count, double noise = 0.1) => name switch
    {
        "xor" => new Xor(count, noise),
        "moons" => new Moons(count, noise),
        "circles" => new Circles(count, noise),
        "spirals" => new Spirals(count, noise),
        "blobs" => new Blobs(count, noise),
        "linear" => new LinearTrend(count, noise),
        _ => new Friedman(count, noise),
    };

    private static double[] Numbers(DataSet set) =>
        [.. Enumerable.Range(0, set.Count).SelectMany(sample => Enumerable.Range(0, set.FeatureCount).Select(feature => set.Features.ValueAt(sample, feature)).Append(Label(set.Labels, sample)))];

    private static double Label(Labels labels, int sample) => labels is ClassLabels classes ? classes.Classes[sample] : ((ValueLabels)labels).Values[sample];

    private static (double X, double Y, int Class)[] Points(SyntheticSet set) => [.. set.Draw(Key).Points().Map(point => (point.Place.X, point.Place.Y, point.Class))];

    private static double Square(double x, double y) => (x * x) + (y * y);
}
