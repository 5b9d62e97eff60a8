namespace Functional.Networks.Tests.Transformations;

using System;
using System.Linq;
using Functional.Numerics.Elementary;
using Functional.Numerics.Elementwise;
using Xunit;

public sealed class PowersTests
{
    [Fact]
    public void Whole_exponents_multiply_and_others_go_by_the_logarithm()
    {
        foreach (var number in new[] { 0.3, 0.7, 0.999, 1.1 })
        {
            Assert.Equal(1, Powers.Of(number, 0L));
            Assert.Equal(number * number * (number * number) * number, Powers.Of(number, 5L), 1e-15);
            Assert.All(Enumerable.Range(0, 40), exponent => Assert.Equal(Powers.Of(number, (long)exponent), Powers.Of(number, (double)exponent)));
            Assert.Equal(Math.Pow(number, 2.5), Powers.Of(number, 2.5), 1e-15);
        }
    }

    [Fact]
    public void An_exponent_too_large_to_be_surely_whole_goes_by_the_logarithm()
    {
        const double Exponent = 9007199254740992;
        var number = Math.BitDecrement(1.0);
        Assert.Equal(Elements.Apply(default(Exp<double>), Exponent * Elements.Apply(default(Log<double>), number)), Powers.Of(number, Exponent));
    }
}
