namespace Functional.Verification;

using System;
using System.Globalization;
using System.Linq;
using Functional.Networks;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The laws of dropout: it drops the fraction that it says, and on the average its output in training is that of inference, its input.</summary>
public static class DropoutLaws
{
    /// <summary>The standard deviations that a mean over draws may be off; by chance alone one mean in 500 million is.</summary>
    private const double Deviations = 6;

    /// <summary>The mean of the outputs over many keys is the input, for every element, as far as chance allows; in inference the output is the input.</summary>
    /// <param name="dropout">The layer.</param>
    /// <param name="rate">p: the fraction that it is to drop.</param>
    /// <param name="input">[features × samples].</param>
    /// <param name="key">What the keys are drawn from.</param>
    /// <param name="draws">How many keys.</param>
    public static LawResult ExpectationIsTheInput(Layer<double> dropout, double rate, Matrix<double> input, RandomKey key, int draws)
    {
        var sum = Enumerable.Range(0, draws)
            .Select(draw => dropout.Forward(input, Pass.Training(key.At(draw))).Output)
            .Aggregate(input.Map(_ => 0.0), (total, output) => total + output);
        var deviation = Deviations * Math.Sqrt(rate / (1 - rate) / draws);
        return LawResult.All(Enumerable.Range(0, input.RowCount * input.ColumnCount)
            .Select(place => (Row: place % input.RowCount, Column: place / input.RowCount))
            .Select(at => (at.Row, at.Column, Mean: sum[at.Row, at.Column] / draws, Expected: input[at.Row, at.Column]))
            .Select(at => LawResult.Where(
                Math.Abs(at.Mean - at.Expected) <= (deviation + 1e-12) * Math.Abs(at.Expected),
                () => string.Create(
                    CultureInfo.InvariantCulture, $"Over {draws} keys the output of {dropout.Title} at ({at.Row}, {at.Column}) is {at.Mean:R} on the average, its input {at.Expected:R}.")))
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
        var elements = (double)draws * input.RowCount * input.ColumnCount;
        var dropped = Enumerable.Range(0, draws)
            .Sum(draw => dropout.Forward(input, Pass.Training(key.At(draw))).Output.Enumerate().Count(value => value == 0));
        return LawResult.Where(
            Math.Abs((dropped / elements) - rate) <= Deviations * Math.Sqrt(rate * (1 - rate) / elements),
            () => string.Create(CultureInfo.InvariantCulture, $"{dropout.Title} drops {dropped} of {elements} elements, a fraction of {dropped / elements:R}, not {rate:R}."));
    }
}
