namespace Functional.Numerics.Tests.Randomness;

using System;
using System.Linq;
using Functional.Numerics.Randomness;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using Xunit;

public sealed class MathNetSamplingTests
{
    private static readonly RandomKey Key = RandomKey.FromSeed(17);

    [Fact]
    public void A_sample_depends_on_its_key_and_index_alone()
    {
        var many = Key.ContinuousSamples(random => new Gamma(2, 1, random), 101);
        Assert.Equal(many[..7].ToArray(), Key.ContinuousSamples(random => new Gamma(2, 1, random), 7).ToArray());
        Assert.Equal(many[100], Key.ContinuousSample(random => new Gamma(2, 1, random), 100));
        Assert.Equal(many.Length, many.Distinct().Count());
        Assert.NotEqual(many[0], RandomKey.FromSeed(18).ContinuousSample(random => new Gamma(2, 1, random), 0));
        Assert.Equal(Key.DiscreteSamples(random => new Poisson(3, random), 9)[8], Key.DiscreteSample(random => new Poisson(3, random), 8));
        Assert.Empty(Key.DiscreteSamples(random => new Poisson(3, random), 0));
    }

    [Fact]
    public void Samples_have_the_distributions_moments()
    {
        const int Count = 20_000;
        var gamma = Key.ContinuousSamples(random => new Gamma(2, 4, random), Count);
        var poisson = Key.DiscreteSamples(random => new Poisson(3, random), Count).Select(value => (double)value).ToArray();
        Assert.Equal(0.5, gamma.Mean(), 0.5 * 5 / Math.Sqrt(Count));
        Assert.Equal(0.125, gamma.Variance(), 0.01);
        Assert.Equal(3, poisson.Mean(), 3 * 5 / Math.Sqrt(Count));
        Assert.Equal(3, poisson.Variance(), 0.2);
    }

    [Fact]
    public void What_MathNet_refuses_is_refused() => Assert.Throws<ArgumentException>(() => Key.ContinuousSample(random => new Gamma(-1, 1, random), 0));

    [Fact]
    public void A_negative_count_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Key.ContinuousSamples(random => new Gamma(1, 1, random), -1));
}
