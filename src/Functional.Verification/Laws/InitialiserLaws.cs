namespace Functional.Verification;

using System;
using System.Linq;
using Functional.Networks;
using Functional.Numerics.Randomness;

/// <summary>The laws of how parameters begin, by statistics of many draws: a right initialiser is rejected by chance alone once in 500 million times.</summary>
public static class InitialiserLaws
{
    /// <summary>An initialiser of this library.</summary>
    /// <param name="initialiser">The initialiser.</param>
    public static Drawing Of(Initialiser initialiser)
    {
        ArgumentNullException.ThrowIfNull(initialiser);
        return initialiser.Draw<double>;
    }

    /// <summary>The mean is 0 and the variance what the paper says, for layers of several shapes; wide and narrow ones tell inputs from outputs.</summary>
    /// <param name="drawing">The initialiser.</param>
    /// <param name="variance">From outputs and inputs to the variance.</param>
    /// <param name="key">What is drawn from.</param>
    /// <param name="count">How many numbers are drawn for each shape.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    /// <exception cref="InvalidOperationException">Nothing is drawn.</exception>
    public static LawResult HasMeanAndVariance(Drawing drawing, Func<int, int, double> variance, RandomKey key, int count = 20_000)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        ArgumentNullException.ThrowIfNull(variance);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return LawResult.All(
            new[] { (Outputs: 10, Inputs: 1000), (Outputs: 1000, Inputs: 10), (Outputs: 64, Inputs: 64), (Outputs: 1, Inputs: 7) }.Select(shape =>
            {
                var numbers = drawing(shape.Outputs, shape.Inputs, count, key);
                var expected = variance(shape.Outputs, shape.Inputs);
                var squares = numbers.Select(number => number * number).ToArray();
                var fourth = squares.Select(square => square * square).Average();
                var what = $"of {count} numbers for {shape.Inputs} inputs and {shape.Outputs} outputs";
                return LawResult.All(
                [
                    Statistic.Near(numbers.Average(), 0, Math.Sqrt(expected / count), count, $"The mean {what}"),
                    Statistic.Near(squares.Average(), expected, Math.Sqrt(Math.Max(fourth - (expected * expected), 0.1 * expected * expected) / count), count, $"The variance {what}"),
                ]);
            }));
    }

    /// <summary>The third and the fourth moment are those of the distribution: 0, and 3σ⁴ of a normal or 9σ⁴/5 of a uniform one.</summary>
    /// <param name="drawing">The initialiser.</param>
    /// <param name="variance">From outputs and inputs to the variance.</param>
    /// <param name="isNormal">Whether it is normal; otherwise it is uniform.</param>
    /// <param name="key">What is drawn from.</param>
    /// <param name="count">How many numbers are drawn.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    /// <exception cref="InvalidOperationException">Nothing is drawn.</exception>
    public static LawResult HasHigherMoments(Drawing drawing, Func<int, int, double> variance, bool isNormal, RandomKey key, int count = 60_000)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        ArgumentNullException.ThrowIfNull(variance);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var deviation = Math.Sqrt(variance(40, 60));
        return (isNormal ? Moments.Normal : Moments.Uniform).Agree([.. drawing(40, 60, count, key).Select(number => number / deviation)], "for 60 inputs and 40 outputs");
    }

    /// <summary>The numbers are normally distributed: as many as there should be lie within half, one, two and three deviations.</summary>
    /// <param name="drawing">The initialiser.</param>
    /// <param name="key">What is drawn from.</param>
    /// <param name="count">How many numbers are drawn.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    /// <exception cref="InvalidOperationException">Nothing is drawn.</exception>
    public static LawResult IsNormal(Drawing drawing, RandomKey key, int count = 60_000)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var numbers = drawing(50, 50, count, key);
        var deviation = Math.Sqrt(numbers.Average(number => number * number));
        return LawResult.All(Normality.Shares(numbers, deviation, "for 50 inputs and 50 outputs"));
    }

    /// <summary>The numbers are uniformly distributed on ±√(3·variance).</summary>
    /// <param name="drawing">The initialiser.</param>
    /// <param name="variance">From outputs and inputs to the variance.</param>
    /// <param name="key">What is drawn from.</param>
    /// <param name="count">How many numbers are drawn.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    /// <exception cref="InvalidOperationException">Nothing is drawn.</exception>
    public static LawResult IsUniform(Drawing drawing, Func<int, int, double> variance, RandomKey key, int count = 20_000)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        ArgumentNullException.ThrowIfNull(variance);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        const int Bins = 20;
        var limit = Math.Sqrt(3 * variance(30, 50));
        var bins = new long[Bins];
        foreach (var number in drawing(30, 50, count, key))
        {
            if (Math.Abs(number) > limit)
            {
                return LawResult.Failed(FormattableString.Invariant($"{number} is beyond {limit}."));
            }

            bins[Math.Min(Bins - 1, (int)((number + limit) / (2 * limit) * Bins))]++;
        }

        return Statistic.EquallyOften(bins, "numbers in twenty parts of their range");
    }

    /// <summary>Units begin apart and layers do, too: hardly two numbers of a key are equal, and those of two keys are not correlated.</summary>
    /// <param name="drawing">The initialiser.</param>
    /// <param name="key">What is drawn from.</param>
    /// <param name="count">How many numbers are drawn of each key.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    /// <exception cref="InvalidOperationException">Nothing is drawn.</exception>
    public static LawResult BreaksSymmetry(Drawing drawing, RandomKey key, int count = 5_000)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var numbers = drawing(50, 50, count, key);
        var square = numbers.Sum(number => number * number);
        return LawResult.All(new[] { key.At(1), key.At(2), key.For("another layer") }.Select(other =>
            {
                var others = drawing(50, 50, count, other);
                return Statistic.Near(numbers.Zip(others, (x, y) => x * y).Sum() / Math.Sqrt(square * others.Sum(number => number * number)), 0, 1 / Math.Sqrt(count), count, "The correlation of two keys' numbers");
            })
            .Prepend(Statistic.Near(numbers.Zip(numbers.Skip(1), (x, y) => x * y).Sum() / square, 0, 1 / Math.Sqrt(count), count, "The correlation of neighbours"))
            .Prepend(LawResult.Where(numbers.Distinct().Count() > 0.99 * count, () => $"Of {count} numbers only {numbers.Distinct().Count()} are different.")));
    }
}
