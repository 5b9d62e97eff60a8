namespace Functional.Numerics.Randomness;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics.Elementary;
using Functional.Numerics.Lanes;

/// <summary>Random numbers of the usual distributions, each a pure function of a key and an index.</summary>
/// <remarks>They are drawn in double precision whatever the network's precision, so that both start from the same numbers.</remarks>
public static class Distributions
{
    extension(RandomKey key)
    {
        /// <summary>A number uniform on [0, 1): the upper 53 of <see cref="RandomKey.Bits64"/>, times 2⁻⁵³.</summary>
        /// <param name="index">Which draw.</param>
        public double Uniform(long index) => (key.Bits64(index) >> 11) * (1.0 / (1L << 53));

        /// <summary>A number uniform on [<paramref name="low"/>, <paramref name="high"/>], by <c>low + (high − low) · u</c>.</summary>
        /// <param name="low">The lower end.</param>
        /// <param name="high">The upper end, not below the lower.</param>
        /// <param name="index">Which draw.</param>
        /// <exception cref="ArgumentOutOfRangeException">An end is not finite or the upper is below the lower.</exception>
        public double Uniform(double low, double high, long index)
        {
            if (!double.IsFinite(low) || !double.IsFinite(high) || high < low)
            {
                throw new ArgumentOutOfRangeException(nameof(high), $"The range from {low} to {high} must be finite and ascending.");
            }

            return Math.FusedMultiplyAdd(high - low, key.Uniform(index), low);
        }

        /// <summary>A number of the normal distribution with mean 0 and standard deviation 1.</summary>
        /// <remarks>
        /// The polar method (G. Marsaglia, T. A. Bray 1964): (u, v) uniform on the square until s = u² + v² lies in (0, 1);
        /// the value is u·√(−2·ln s / s). Each attempt has a counter of its own.
        /// </remarks>
        /// <param name="index">Which draw.</param>
        public double Normal(long index)
        {
            for (uint attempt = 0; ; attempt++)
            {
                var (first, second) = key.Attempt(index, attempt);
                var u = ToMinusOneToOne(first);
                var v = ToMinusOneToOne(second);
                var s = Math.FusedMultiplyAdd(u, u, v * v);
                if (s is > 0 and < 1)
                {
                    return u * Math.Sqrt(-2 * Logarithm(s) / s);
                }
            }
        }

        /// <summary>True with the given probability, which is kept to a multiple of 2⁻³².</summary>
        /// <param name="probability">From 0 (never) to 1 (always).</param>
        /// <param name="index">Which draw.</param>
        /// <exception cref="ArgumentOutOfRangeException">The probability is outside [0, 1] or NaN.</exception>
        public bool Bernoulli(double probability, long index)
        {
            if (probability is not (>= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability must be from 0 to 1.");
            }

            return key.Bits32(index) < (ulong)(probability * 4294967296.0);
        }

        /// <summary>A whole number uniform on 0 to <paramref name="bound"/> − 1; no value is favoured by more than bound · 2⁻⁶⁴.</summary>
        /// <param name="bound">How many values there are, at least 1.</param>
        /// <param name="index">Which draw.</param>
        /// <exception cref="ArgumentOutOfRangeException">The bound is less than 1.</exception>
        public int Below(int bound, long index)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
            return (int)Math.BigMul(key.Bits64(index), (ulong)bound, out _);
        }
    }

    /// <summary>Compiled well at once: a network is drawn before anything has run often.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Logarithm(double value) => default(Log<double>).Invoke(new ScalarLanes<double>(value)).Value;

    /// <summary>An odd multiple of 2⁻⁵³ between −1 and 1, so never 0.</summary>
    private static double ToMinusOneToOne(ulong bits) => (((long)(bits >> 11) * 2) + 1 - (1L << 53)) * (1.0 / (1L << 53));
}
