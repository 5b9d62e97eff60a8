namespace Functional.Numerics.Randomness;

using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.InteropServices;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// NumPy's legacy stream of random numbers, that of <c>np.random.seed</c>, as an immutable value: a draw gives what was drawn and the stream
/// behind it, and leaves the stream that it is drawn from as it is. For programs that must begin as a NumPy program begins; what starts here is better drawn from a <see cref="RandomKey"/>,
/// whose numbers do not depend on the order of drawing.
/// </summary>
/// <remarks>
/// MT19937 (M. Matsumoto, T. Nishimura 1998), compared with NumPy 1.24.2. Whole and uniform numbers, orders and choices are NumPy's bit for bit on every
/// machine. Normal numbers come by the polar method (G. Marsaglia, T. A. Bray 1964), for which NumPy asks the logarithm of whatever C library it was
/// linked to; here it is rounded correctly. That of glibc differs from it in one of 1,200 arguments, by one unit in the last place, and
/// one normal number in some 2,800 with it, by at most three units; the stream behind stays the same.
/// </remarks>
public sealed class NumPyRandom : IEquatable<NumPyRandom>
{
    private readonly uint[] words;
    private readonly int position;
    private readonly double? second;

    private NumPyRandom(uint[] words, int position, double? second)
    {
        this.words = words;
        this.position = position;
        this.second = second;
    }

    private NumPyRandom(NumPyDraws draws)
        : this(draws.Words, draws.Position, draws.Second)
    {
    }

    /// <summary>The stream behind <c>np.random.seed(seed)</c>.</summary>
    /// <param name="seed">From 0 to 2³² − 1, as in NumPy.</param>
    public static NumPyRandom FromSeed(uint seed) => new(MersenneTwister.Seeded(seed), MersenneTwister.Length, null);

    /// <summary>The stream behind <c>np.random.seed([…])</c>; of one number it is another stream than that of the number.</summary>
    /// <param name="seeds">At least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static NumPyRandom FromSeeds(params ReadOnlySpan<uint> seeds) => seeds.IsEmpty
        ? throw new ArgumentException("A stream needs at least 1 seed, there is none.", nameof(seeds))
        : new(MersenneTwister.Seeded(seeds), MersenneTwister.Length, null);

    /// <summary>A normal number with mean 0 and standard deviation 1: <c>randn()</c>.</summary>
    public (double Value, NumPyRandom Next) Normal()
    {
        var draws = Begin();
        return (draws.Normal(), new(draws));
    }

    /// <summary>Normal numbers with mean 0 and standard deviation 1: <c>randn(count)</c>.</summary>
    /// <param name="count">How many, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public (ImmutableArray<double> Values, NumPyRandom Next) Normal(int count) => Draw(count, draws => draws.Normal());

    /// <summary>Normal numbers with mean 0 and standard deviation 1: <c>randn(rows, columns)</c>, drawn row after row.</summary>
    /// <param name="rows">The number of rows, at least 1.</param>
    /// <param name="columns">The number of columns, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    public (Matrix<double> Values, NumPyRandom Next) Normal(int rows, int columns) => Draw(rows, columns, draws => draws.Normal());

    /// <summary>Normal numbers: <c>normal(mean, deviation, count)</c>, by <c>mean + deviation · randn()</c>.</summary>
    /// <param name="mean">The mean, finite.</param>
    /// <param name="deviation">The standard deviation, finite and not negative.</param>
    /// <param name="count">How many, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public (ImmutableArray<double> Values, NumPyRandom Next) Normal(double mean, double deviation, int count)
    {
        RequireFinite(mean, nameof(mean));
        if (!double.IsFinite(deviation) || deviation < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(deviation), deviation, "The standard deviation must be finite and not negative.");
        }

        return Draw(count, draws => mean + (deviation * draws.Normal()));
    }

    /// <summary>A number uniform on [0, 1), of 53 bits: <c>rand()</c>.</summary>
    public (double Value, NumPyRandom Next) Uniform()
    {
        var draws = Begin();
        return (draws.Uniform(), new(draws));
    }

    /// <summary>Numbers uniform on [0, 1): <c>rand(count)</c>.</summary>
    /// <param name="count">How many, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public (ImmutableArray<double> Values, NumPyRandom Next) Uniform(int count) => Draw(count, draws => draws.Uniform());

    /// <summary>Numbers uniform on [0, 1): <c>rand(rows, columns)</c>, drawn row after row.</summary>
    /// <param name="rows">The number of rows, at least 1.</param>
    /// <param name="columns">The number of columns, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    public (Matrix<double> Values, NumPyRandom Next) Uniform(int rows, int columns) => Draw(rows, columns, draws => draws.Uniform());

    /// <summary>Numbers uniform on [low, high): <c>uniform(low, high, count)</c>, by <c>low + (high − low) · rand()</c>.</summary>
    /// <param name="low">The lower end, finite.</param>
    /// <param name="high">The upper end, finite.</param>
    /// <param name="count">How many, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range, or the ends are so far apart that their distance is infinite.</exception>
    public (ImmutableArray<double> Values, NumPyRandom Next) Uniform(double low, double high, int count)
    {
        RequireFinite(low, nameof(low));
        RequireFinite(high, nameof(high));
        var range = high - low;
        RequireFinite(range, nameof(high));
        return Draw(count, draws => low + (range * draws.Uniform()));
    }

    /// <summary>Whole numbers from low to high − 1: <c>randint(low, high, count)</c>.</summary>
    /// <param name="low">The smallest.</param>
    /// <param name="high">One more than the largest, above <paramref name="low"/>.</param>
    /// <param name="count">How many, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty, or the count negative.</exception>
    public (ImmutableArray<long> Values, NumPyRandom Next) Integers(long low, long high, int count) => high > low
        ? IntegersThrough(low, high - 1, count)
        : throw new ArgumentOutOfRangeException(nameof(high), high, $"The upper end, which is not drawn, must be above the lower one, {low}.");

    /// <summary>Whole numbers from low to high, high included: <c>randint(low, high + 1, count)</c>, for every range that there is.</summary>
    /// <param name="low">The smallest.</param>
    /// <param name="high">The largest, not below <paramref name="low"/>.</param>
    /// <param name="count">How many, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty, or the count negative.</exception>
    public (ImmutableArray<long> Values, NumPyRandom Next) IntegersThrough(long low, long high, int count)
    {
        if (high < low)
        {
            throw new ArgumentOutOfRangeException(nameof(high), high, $"The largest number must not be below the smallest, {low}.");
        }

        var range = unchecked((ulong)high - (ulong)low);
        return Draw(count, draws => unchecked((long)((ulong)low + draws.UpTo(range))));
    }

    /// <summary>Numbers drawn independently from 0 to population − 1: <c>choice(population, count)</c>; the same one may come more than once.</summary>
    /// <param name="population">How many numbers there are, at least 1.</param>
    /// <param name="count">How many to draw, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public (ImmutableArray<int> Values, NumPyRandom Next) Choice(int population, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(population, 1);
        return Draw(count, draws => (int)draws.UpTo((ulong)population - 1));
    }

    /// <summary>0 to count − 1 in random order: <c>permutation(count)</c>.</summary>
    /// <param name="count">How many numbers, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public (ImmutableArray<int> Values, NumPyRandom Next) Permutation(int count)
    {
        return Shuffle(Enumerable.Range(0, Given.Length(count)).ToImmutableArray());
    }

    /// <summary>Values in random order: what <c>shuffle</c> leaves behind.</summary>
    /// <remarks>R. Durstenfeld 1964, from the back: place i is exchanged with one of the places 0 to i.</remarks>
    /// <typeparam name="T">What is shuffled.</typeparam>
    /// <param name="values">The values, which stay as they are.</param>
    public (ImmutableArray<T> Values, NumPyRandom Next) Shuffle<T>(ImmutableArray<T> values)
    {
        Given.NotDefault(values);
        var draws = Begin();
        var shuffled = values.AsSpan().ToArray();
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            var other = (int)draws.UpTo((ulong)i);
            (shuffled[i], shuffled[other]) = (shuffled[other], shuffled[i]);
        }

        return (ImmutableCollectionsMarshal.AsImmutableArray(shuffled), new(draws));
    }

    /// <summary>True where both give the same numbers from here on, and hold them in the same way.</summary>
    /// <param name="other">The stream to compare with.</param>
    public bool Equals(NumPyRandom? other) => other is not null
        && position == other.position
        && Nullable.Equals(second, other.second)
        && words.AsSpan().SequenceEqual(other.words);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NumPyRandom);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(position, second, words[0], words[1], words[^1]);

    private NumPyDraws Begin() => new(words, position, second);

    private (ImmutableArray<T> Values, NumPyRandom Next) Draw<T>(int count, Func<NumPyDraws, T> draw)
    {
        var values = new T[Given.Length(count)];
        var draws = Begin();
        for (var i = 0; i < count; i++)
        {
            values[i] = draw(draws);
        }

        return (ImmutableCollectionsMarshal.AsImmutableArray(values), new(draws));
    }

    private (Matrix<double> Values, NumPyRandom Next) Draw(int rows, int columns, Func<NumPyDraws, double> draw)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        var draws = Begin();
        var numbers = new double[Given.Product(rows, columns, nameof(rows))];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                numbers[(column * rows) + row] = draw(draws);
            }
        }

        return (Dense.Matrix(rows, columns, numbers), new(draws));
    }

    private static void RequireFinite(double number, string name)
    {
        if (!double.IsFinite(number))
        {
            throw new ArgumentOutOfRangeException(name, number, "The number must be finite.");
        }
    }
}
