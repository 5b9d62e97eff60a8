namespace Functional.Numerics.Tests.Differentiation;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Functional.Numerics.Differentiation;
using Functional.Numerics.Randomness;
using Xunit;

public sealed class ExtrapolatedDifferenceTests
{
    /// <summary>How large an error, relative to the derivative and the value or 1, still counts as exact.</summary>
    private const double Exact = 2e-13;

    /// <summary>Functions of which the derivative is known, from steep to flat, on ranges where they have one.</summary>
    private static readonly (Func<double, double> Function, Func<double, double> Derivative, double From, double To)[] Known =
    [
        (Math.Sin, Math.Cos, -4, 4),
        (Math.Exp, Math.Exp, -5, 3),
        (Math.Tanh, x => 1 - (Math.Tanh(x) * Math.Tanh(x)), -6, 6),
        (x => (x * x * x) - x, x => (3 * x * x) - 1, -3, 3),
        (x => Math.Log(1 + Math.Exp(x)), x => 1 / (1 + Math.Exp(-x)), -8, 8),
        (x => 1 / (1 + (x * x)), x => -2 * x / ((1 + (x * x)) * (1 + (x * x))), -3, 3),
        (x => Math.Sin(20 * x), x => 20 * Math.Cos(20 * x), -2, 2),
        (x => 1e3 * Math.Cos(x), x => -1e3 * Math.Sin(x), -2, 2),
        (x => Math.Sqrt(x + 2), x => 0.5 / Math.Sqrt(x + 2), -1.5, 4),
        (x => 0.75 - (2 * x), _ => -2, -3, 3),
    ];

    [Fact]
    public void Derivatives_of_smooth_functions_are_found_to_twelve_digits() =>
        Assert.All(Trials(ExtrapolatedDifference.At), trial =>
        {
            Assert.False(trial.Found.IsKink, trial.ToString());
            Assert.True(trial.Difference <= Exact * trial.Scale, trial.ToString());
        });

    /// <summary>The estimate covers the true error, which rests on values that are rounded themselves, in at least 99 of 100 cases, and is no more than a thousandth of a millionth.</summary>
    [Fact]
    public void The_estimate_covers_the_error()
    {
        var trials = Trials(ExtrapolatedDifference.At);
        Assert.True(trials.Count(trial => trial.Difference <= trial.Found.Error) >= 0.99 * trials.Count);
        Assert.All(trials, trial => Assert.True(trial.Found.Error <= 1e-9 * trial.Scale, trial.ToString()));
    }

    [Fact]
    public void It_is_closer_than_central_differences_with_a_fixed_step()
    {
        var (own, fixedStep) = (Trials(ExtrapolatedDifference.At), Trials(CentralDifference.At));
        Assert.True(Median(own) < Median(fixedStep) / 4);

        static double Median(IReadOnlyList<Trial> trials) => trials.Select(trial => trial.Difference / trial.Scale).Order().ElementAt(trials.Count / 2);
    }

    [Fact]
    public void The_derivative_agrees_with_MathNet()
    {
        var oracle = new MathNet.Numerics.Differentiation.NumericalDerivative(5, 2);
        Func<double, double> f = x => Math.Log(1 + (x * x)) * Math.Cos(x);
        foreach (var x in new[] { -1.5, 0.2, 3.0 })
        {
            Assert.Equal(oracle.EvaluateDerivative(f, x, 1), ExtrapolatedDifference.At(offset => f(x + offset), f(x)).Value, 1e-8);
        }
    }

    [Fact]
    public void It_says_how_often_it_evaluated_the_function()
    {
        var trials = Trials(ExtrapolatedDifference.At);
        Assert.InRange(trials.Average(trial => trial.Found.Evaluations), 6, 12);
        foreach (var trial in trials.Take(200))
        {
            var calls = 0;
            var (function, x) = (Known[trial.Function].Function, trial.Place);
            var found = ExtrapolatedDifference.At(offset => ++calls > 0 ? function(x + offset) : 0, function(x));
            Assert.Equal(calls, found.Evaluations);
        }

        Assert.Equal(2 * ExtrapolatedDifference.Steps, ExtrapolatedDifference.At(Math.Abs, 0).Evaluations);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(2, 8)]
    [InlineData(2, 3.9)]
    [InlineData(1.4, 4)]
    [InlineData(4, 4)]
    public void A_method_whose_weights_do_not_belong_to_its_steps_is_told_apart(double shrinking, double weight)
    {
        var trials = Trials((function, center) => ExtrapolatedDifference.At(function, center, ExtrapolatedDifference.FirstStep, shrinking, weight));
        Assert.Contains(trials, trial => trial.Found.IsKink || trial.Difference > Exact * trial.Scale);
    }

    [Fact]
    public void Any_ratio_of_steps_with_its_square_for_a_weight_is_right() =>
        Assert.All(
            Trials((function, center) => ExtrapolatedDifference.At(function, center, ExtrapolatedDifference.FirstStep, 3, 9)),
            trial => Assert.True(!trial.Found.IsKink && trial.Difference <= 4 * Exact * trial.Scale, trial.ToString()));

    [Fact]
    public void A_kink_at_the_place_is_seen_whatever_its_size()
    {
        foreach (var jump in new[] { 1e-6, 1e-3, 0.1, 1, 100 })
        {
            Assert.True(ExtrapolatedDifference.At(offset => jump * Math.Abs(offset), 0).IsKink);
            Assert.True(ExtrapolatedDifference.At(offset => Math.Sin(1 + offset) + (jump * Math.Max(offset, 0)), Math.Sin(1)).IsKink);
        }
    }

    [Fact]
    public void A_kink_beside_the_place_never_spoils_a_derivative_unseen()
    {
        // |x| with its kink at every distance, from far outside the widest step to the place itself, and once more the other way round on a curve.
        foreach (var distance in Enumerable.Range(0, 20000).Select(i => i < 10000 ? i * 2e-6 : (i - 10000) * 4e-5))
        {
            Seen(ExtrapolatedDifference.At(offset => Math.Abs(distance + offset), distance), 1, distance);
            Seen(ExtrapolatedDifference.At(offset => Math.Exp(offset) + Math.Max(0, offset - distance), 1 + Math.Max(0, -distance)), distance == 0 ? double.NaN : 1, distance);
        }

        static void Seen(Derivative found, double expected, double distance) =>
            Assert.True(found.IsKink || Math.Abs(found.Value - expected) < 1e-9, $"at distance {distance}: {found}");
    }

    [Fact]
    public void Two_kinks_that_cancel_in_the_differences_are_seen()
    {
        // A slope more on either side: the central differences are 0 at every step, the gap between the one-sided slopes is not.
        foreach (var distance in Enumerable.Range(1, 2000).Select(i => i * 1e-4))
        {
            var found = ExtrapolatedDifference.At(offset => offset + Math.Max(0, offset - distance) - Math.Max(0, offset - (1.7 * distance)) + Math.Max(0, -offset - (0.9 * distance)), 0);
            Assert.True(found.IsKink || Math.Abs(found.Value - 1) < 1e-9, $"at distance {distance}: {found}");
        }
    }

    [Fact]
    public void A_jump_of_the_second_derivative_at_the_place_never_spoils_a_derivative_unseen()
    {
        foreach (var jump in new[] { 1e-9, 1e-6, 1e-3, 1, 100 })
        {
            var found = ExtrapolatedDifference.At(offset => offset + (offset > 0 ? jump * offset * offset : 0), 0);
            Assert.True(found.IsKink || Math.Abs(found.Value - 1) < 1e-9, $"jump {jump}: {found}");
        }
    }

    [Fact]
    public void A_kink_beside_the_place_can_mostly_be_avoided_by_a_smaller_step() =>
        Assert.False(ExtrapolatedDifference.At(offset => Math.Abs(3e-4 + offset), 3e-4).IsKink);

    [Fact]
    public void What_is_not_finite_counts_as_a_kink()
    {
        Assert.True(ExtrapolatedDifference.At(_ => double.NaN, 0).IsKink);
        Assert.True(ExtrapolatedDifference.At(Math.Log, double.NegativeInfinity).IsKink);
    }

    [Fact]
    public void A_step_that_is_no_step_is_refused() =>
        Assert.All([0, -1, double.NaN, double.PositiveInfinity], step => Assert.Throws<ArgumentOutOfRangeException>(() => ExtrapolatedDifference.At(x => x, 0, step)));

    /// <summary>Functions made of operations that round correctly, with and without kinks: derivative, error, verdict, step and evaluations to the bit.</summary>
    [Fact]
    public void What_is_found_is_found_to_the_bit()
    {
        Func<double, double>[] functions =
        [
            x => (x * x * x) - x, x => 1 / (1 + (x * x)), x => Math.Sqrt(x + 3), x => 1e5 * x / (2 + (x * x)), Math.Abs, x => Math.Max(x, x * x),
            x => x + (x > 0.3 ? 1e-5 * (x - 0.3) * (x - 0.3) : 0), x => Math.Abs(x - 0.01) - Math.Abs(x + 0.01), _ => 0.25,
        ];
        var found = from function in functions
                    from place in new[] { -2, -0.7, -0.01, 0, 1e-4, 0.01, 0.3, 0.9, 1, 1.7 }
                    select ExtrapolatedDifference.At(offset => function(place + offset), function(place)).ToString();
        Assert.Equal("d5e1e9a16a36cc13", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', found))))[..16]);
    }

    private static IReadOnlyList<Trial> Trials(NumericDerivative method) =>
    [
        .. from function in Enumerable.Range(0, Known.Length)
           from draw in Enumerable.Range(0, 300)
           let known = Known[function]
           let x = RandomKey.FromSeed(3).At(function).Uniform(known.From, known.To, draw)
           let found = method(offset => known.Function(x + offset), known.Function(x))
           let expected = known.Derivative(x)
           select new Trial(function, x, found, Math.Abs(found.Value - expected), Math.Max(1, Math.Max(Math.Abs(expected), Math.Abs(known.Function(x))))),
    ];

    private sealed record Trial(int Function, double Place, Derivative Found, double Difference, double Scale);
}
