namespace Functional.Numerics.Tests.Elementary;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Numerics.Elementary;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Randomness;
using Functional.Numerics.Tests.HighPrecision;
using Xunit;

public sealed class RoundedLogTests
{
    private static readonly RandomKey Key = RandomKey.FromSeed(5);

    [Fact]
    public void The_logarithm_is_the_rounded_one() => Assert.All(Arguments(), x => Assert.True(IsRounded(x, RoundedLog.Of(x)), $"{x:R}"));

    [Fact]
    public void The_fast_logarithm_is_not_always() =>
        Assert.Contains(Arguments(), x => !IsRounded(x, Elements.Apply(default(Log<double>), x)));

    /// <summary>Whether no number is nearer to the logarithm.</summary>
    private static bool IsRounded(double x, double logarithm) =>
        BigFloat.Abs(Exactly.Log(BigFloat.From(x)) - BigFloat.From(logarithm)) * 2 <= BigFloat.From(Math.BitIncrement(Math.Abs(logarithm)) - Math.Abs(logarithm));

    private static IEnumerable<double> Arguments() =>
        Enumerable.Range(0, 3_000).Select(i => Key.Uniform(i))
            .Concat(Enumerable.Range(0, 500).Select(i => Math.ScaleB(1 + Key.Uniform(i), (i * 4) - 1_000)))
            .Concat(Enumerable.Range(1, 300).SelectMany(i => new[] { 1 + (i * double.Epsilon), 1 - Math.ScaleB(i, -53), 1 + Math.ScaleB(i, -52), 1 - Math.ScaleB(1, -i % 52) }))
            .Concat([0.5, 1, 2, Math.Sqrt(0.5), Math.Sqrt(2), Math.BitDecrement(Math.Sqrt(2)), Math.BitIncrement(Math.Sqrt(2)), double.MaxValue, 2.2250738585072014e-308])
            .Where(x => x > 0);
}
