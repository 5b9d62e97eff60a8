namespace Functional.Numerics.Randomness;

using System;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MathNet.Numerics.Distributions;

/// <summary>Samples of MathNet's distributions, each a pure function of a key and an index.</summary>
/// <remarks>
/// A sample has a random source of its own, <c>key.At(index)</c>, so neither the order of drawing nor the number of samples nor the thread matters; its uniform
/// numbers are ours and portable. What MathNet makes of them is computed with the platform's logarithms and powers, so a sample's bits are as portable as
/// MathNet's: the same on one kind of machine and runtime, not promised between them. <see cref="Distributions"/> has samplers that are.
/// </remarks>
public static class MathNetSampling
{
    extension(RandomKey key)
    {
        /// <summary>One sample of a continuous distribution.</summary>
        /// <param name="distribution">The distribution that draws from a random source, such as <c>random => new Gamma(2, 1, random)</c>.</param>
        /// <param name="index">Which sample.</param>
        /// <exception cref="ArgumentException">MathNet refuses the distribution's parameters.</exception>
        public double ContinuousSample(Func<Random, IContinuousDistribution> distribution, long index) => Given.NotNull(distribution)(new KeyedRandomSource(key.At(index))).Sample();

        /// <summary>One sample of a discrete distribution.</summary>
        /// <param name="distribution">The distribution that draws from a random source, such as <c>random => new Poisson(3, random)</c>.</param>
        /// <param name="index">Which sample.</param>
        /// <exception cref="ArgumentException">MathNet refuses the distribution's parameters.</exception>
        public int DiscreteSample(Func<Random, IDiscreteDistribution> distribution, long index) => Given.NotNull(distribution)(new KeyedRandomSource(key.At(index))).Sample();

        /// <summary>Samples of a continuous distribution: number i is sample i of the key.</summary>
        /// <param name="distribution">The distribution that draws from a random source, such as <c>random => new Gamma(2, 1, random)</c>.</param>
        /// <param name="count">How many, at least 0.</param>
        /// <exception cref="ArgumentException">The count is negative, or MathNet refuses the distribution's parameters.</exception>
        public ImmutableArray<double> ContinuousSamples(Func<Random, IContinuousDistribution> distribution, int count)
        {
            ArgumentNullException.ThrowIfNull(distribution);
            return Samples(count, index => key.ContinuousSample(distribution, index));
        }

        /// <summary>Samples of a discrete distribution: number i is sample i of the key.</summary>
        /// <param name="distribution">The distribution that draws from a random source, such as <c>random => new Poisson(3, random)</c>.</param>
        /// <param name="count">How many, at least 0.</param>
        /// <exception cref="ArgumentException">The count is negative, or MathNet refuses the distribution's parameters.</exception>
        public ImmutableArray<int> DiscreteSamples(Func<Random, IDiscreteDistribution> distribution, int count)
        {
            ArgumentNullException.ThrowIfNull(distribution);
            return Samples(count, index => key.DiscreteSample(distribution, index));
        }
    }

    private static ImmutableArray<T> Samples<T>(int count, Func<int, T> sample)
    {
        var samples = new T[Given.Length(count)];
        for (var i = 0; i < count; i++)
        {
            samples[i] = sample(i);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(samples);
    }
}
