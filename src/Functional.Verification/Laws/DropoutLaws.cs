namespace Functional.Verification;

using System;
using System.Linq;
using Functional.Networks;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The laws of dropout: it drops the fraction that it says, and on the average its output in training is that of inference, its input.</summary>
public static class DropoutLaws
{
    /// <summary>The mean of the outputs over many keys is the input, for every element, as far as chance allows; in inference the output is the input.</summary>
    /// <param name="dropout">The layer.</param>
    /// <param name="rate">p: the fraction that it is to drop.</param>
    /// <param name="input">[features × samples].</param>
    /// <param name="key">What the keys are drawn from.</param>
    /// <param name="draws">How many keys.</param>
    public static LawResult ExpectationIsTheInput(Layer<double> dropout, double rate, Matrix<double> input, RandomKey key, int draws)
    {
        ArgumentNullException.ThrowIfNull(dropout);
        ArgumentNullException.ThrowIfNull(input);
        var sum = Enumerable.Range(0, draws)
            .Select(draw => dropout.Forward(input, Pass.Training(key.At(draw))).Output)
            .Aggregate(input.Map(_ => 0.0), (total, output) => total + output);

        // The few roundings of a sum matter where nothing is dropped.
        var deviation = Math.Sqrt(rate / (1 - rate) / draws) + 1e-13;
        return LawResult.All(Enumerable.Range(0, input.RowCount * input.ColumnCount)
            .Select(place => (Row: place % input.RowCount, Column: place / input.RowCount))
            .Select(at => (at.Row, at.Column, Mean: sum[at.Row, at.Column] / draws, Expected: input[at.Row, at.Column]))
            .Select(at => Statistic.Near(at.Mean, at.Expected, deviation * Math.Abs(at.Expected), draws, $"The mean output of {dropout.Title} at ({at.Row}, {at.Column})"))
            .Append(LawResult.Where(Bits.Same(dropout.Predict(input), input), () => $"In inference {dropout.Title} changes its input.")));
    }

    /// <summary>Over many keys, as large a fraction of the elements is 0 as the rate says, as far as chance allows.</summary>
    /// <param name="dropout">The layer.</param>
    /// <param name="rate">p: the fraction that it is to drop.</param>
    /// <param name="input">[features × samples], without zeros.</param>
    /// <param name="key">What the keys are drawn from.</param>
    /// <param name="draws">How many keys.</param>
    public static LawResult DropsTheFraction(Layer<double> dropout, double rate, Matrix<double> input, RandomKey key, int draws)
    {
        ArgumentNullException.ThrowIfNull(dropout);
        ArgumentNullException.ThrowIfNull(input);
        var elements = (long)draws * input.RowCount * input.ColumnCount;
        var dropped = Enumerable.Range(0, draws)
            .Sum(draw => dropout.Forward(input, Pass.Training(key.At(draw))).Output.Enumerate().Count(value => value == 0));
        return Statistic.Near((double)dropped / elements, rate, Math.Sqrt(rate * (1 - rate) / elements), elements, $"The share of elements that {dropout.Title} drops");
    }

    /// <summary>Whether an element is dropped says nothing of its neighbours among the features, among the samples and under the next key.</summary>
    /// <param name="dropout">The layer.</param>
    /// <param name="rate">p: the fraction that it is to drop.</param>
    /// <param name="features">The features, at least 2.</param>
    /// <param name="samples">The samples, at least 2.</param>
    /// <param name="key">What the keys are drawn from.</param>
    /// <param name="draws">How many keys.</param>
    public static LawResult DropsIndependently(Layer<double> dropout, double rate, int features, int samples, RandomKey key, int draws)
    {
        ArgumentNullException.ThrowIfNull(dropout);
        var input = Matrix<double>.Build.Dense(features, samples, 1);
        var masks = Enumerable.Range(0, draws).Select(draw => dropout.Forward(input, Pass.Training(key.At(draw))).Output.Map(value => value == 0 ? 1 - rate : -rate)).ToArray();
        return LawResult.All(
        [
            Correlation((features - 1) * samples, mask => mask.SubMatrix(0, features - 1, 0, samples), mask => mask.SubMatrix(1, features - 1, 0, samples), 0, "neighbouring features"),
            Correlation(features * (samples - 1), mask => mask.SubMatrix(0, features, 0, samples - 1), mask => mask.SubMatrix(0, features, 1, samples - 1), 0, "neighbouring samples"),
            Correlation(features * samples, mask => mask, mask => mask, 1, "neighbouring keys"),
        ]);

        LawResult Correlation(int pairs, Func<Matrix<double>, Matrix<double>> one, Func<Matrix<double>, Matrix<double>> other, int later, string what)
        {
            var count = (long)pairs * (draws - later);
            var sum = masks.Take(draws - later).Zip(masks.Skip(later), (mask, next) => one(mask).PointwiseMultiply(other(next)).Enumerate().Sum()).Sum();
            return Statistic.Near(sum / (rate * (1 - rate) * count), 0, 1 / Math.Sqrt(count), count, $"The correlation of what {dropout.Title} drops at {what}");
        }
    }
}
