namespace Functional.Numerics.Tests.Elementary;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Functional.Numerics.Elementary;
using Functional.Numerics.Elementwise;
using Xunit;

/// <summary>The bits of version 1 of the arithmetic, as fingerprints: another bit anywhere is another version.</summary>
public sealed class PinnedBitsTests
{
    private const int Draws = 1_200;

    [Fact]
    public void The_bits_are_those_of_version_one() => Assert.Equal(1, Arithmetic.Version);

    [Theory]
    [InlineData("exp", "3210fe666272d13b", "59d06158961aadb2")]
    [InlineData("expm1", "e9affa622598f488", "81423b0f31ec9fdf")]
    [InlineData("log", "01bfd2664ad36581", "2210b25bde382de4")]
    [InlineData("log1p", "69b66f4003f7b407", "99f02b2b9515bf89")]
    [InlineData("tanh", "872cffd2ad6e83f6", "5357e04b64f8d23d")]
    [InlineData("sigmoid", "ec1c9e752602567c", "c4965b9c307c7ebf")]
    [InlineData("softplus", "37b87a46d7f54690", "8dbe19e3864a67ed")]
    [InlineData("erf", "7ffdc3d20a8414b6", "a1a762dba05eb1ce")]
    [InlineData("sin", "5afc29cfac760590", "f77fcf1adb4cf738")]
    [InlineData("cos", "14b6b6210d70d146", "52eebfe996130834")]
    public void Every_function_gives_its_bits(string name, string bits32, string bits64)
    {
        var function = ElementaryFunction.Named(name);
        float[] x = [.. Arguments.SpecialSingles, .. Arguments.Singles(function.HardPlaces, Draws, seed: 50)];
        double[] z = [.. Arguments.SpecialDoubles, .. Arguments.Doubles(function.HardPlaces, Draws, seed: 51)];
        foreach (var width in new[] { VectorWidth.Widest, VectorWidth.Scalar })
        {
            var (y, w) = (new float[x.Length], new double[z.Length]);
            function.Map(x, y, new Execution { Width = width });
            function.Map(z, w, new Execution { Width = width });
            Assert.Equal((bits32, bits64), (Fingerprint(y), Fingerprint(w)));
        }
    }

    [Fact]
    public void Powers_give_their_bits()
    {
        var singles = Arguments.Singles([1.0, 2.0, 0.5, 1e-40, 3e38], Draws, seed: 52);
        var doubles = Arguments.Doubles([1.0, 2.0, 0.5, 1e-310, 1e308], Draws, seed: 53);
        Assert.Equal("6c2a8fe3c027e9fa", Fingerprint(Powers(singles)));
        Assert.Equal("117f2a63ffdca331", Fingerprint(Powers(doubles)));
    }

    [Fact]
    public void Rounded_logarithms_give_their_bits()
    {
        var x = Arguments.Doubles(ElementaryFunction.Log.HardPlaces, 600, seed: 54).Select(Math.Abs).Where(double.IsNormal);
        Assert.Equal("d9884b0a30d3a553", Fingerprint(x.Select(RoundedLog.Of)));
    }

    /// <summary>Each number to the power of small whole numbers and halves, of its neighbour, and of what makes the result neither 0 nor infinite.</summary>
    private static List<T> Powers<T>(T[] numbers)
        where T : struct, IFloatingPointIeee754<T>
    {
        var powers = new List<T>();
        for (var i = 0; i < numbers.Length; i++)
        {
            var moderate = numbers[^(i + 1)] / (T.One + T.Abs(Elements.Apply(default(Log<T>), T.Abs(numbers[i]))));
            foreach (var exponent in new[] { T.CreateTruncating((i % 9) - 4), T.CreateTruncating(((i % 7) - 3) * 0.5), numbers[^(i + 1)], moderate })
            {
                var power = new T[1];
                Elements.Map(default(Power<T>), [numbers[i]], [exponent], power);
                powers.Add(power[0]);
            }
        }

        return powers;
    }

    /// <summary>The beginning of the SHA-256 of the bits, those of one NaN for every NaN.</summary>
    private static string Fingerprint<T>(IEnumerable<T> numbers)
        where T : struct, IFloatingPointIeee754<T> =>
        Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<T>(numbers.Select(number => T.IsNaN(number) ? T.NaN : number).ToArray())))[..16];
}
