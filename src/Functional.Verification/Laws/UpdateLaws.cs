namespace Functional.Verification;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;

/// <summary>The laws of what optimisers add to parameters.</summary>
public static class UpdateLaws
{
    /// <summary>The largest difference from a formula, relative to the larger update of the two.</summary>
    public const double Tolerance = 1e-10;

    /// <summary>A transformation as a rule for one number, a weight.</summary>
    /// <param name="transformation">The transformation.</param>
    public static UpdateRule Of(GradientTransformation transformation)
    {
        ArgumentNullException.ThrowIfNull(transformation);
        return (start, gradients) =>
        {
            ArgumentNullException.ThrowIfNull(gradients);
            var weight = One(start);
            var state = transformation.Start(weight);
            var updates = new List<double>(gradients.Count);
            foreach (var gradient in gradients)
            {
                (var update, state) = transformation.Step(One(gradient), state, weight, 1.0);
                weight = weight.Zip(update, (value, change) => value + change);
                updates.Add(update.Entries[0].Values[0, 0]);
            }

            return updates;
        };
    }

    /// <summary>Every update is that of the textbook's formula, as far as rounding goes.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="textbook">What it must be.</param>
    /// <param name="start">The parameter before the first step.</param>
    /// <param name="gradients">The gradient of each step.</param>
    public static LawResult FollowsTheFormula(UpdateRule rule, UpdateRule textbook, double start, IReadOnlyList<double> gradients)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(textbook);
        ArgumentNullException.ThrowIfNull(gradients);
        var (found, expected) = (rule(start, gradients), textbook(start, gradients));
        return LawResult.All(Enumerable.Range(0, gradients.Count).Select(step => LawResult.Where(
            Math.Abs(found[step] - expected[step]) <= Tolerance * Math.Max(Math.Abs(found[step]), Math.Abs(expected[step])),
            () => string.Create(CultureInfo.InvariantCulture, $"Step {step + 1} adds {found[step]:R}, by the formula {expected[step]:R}; the gradients are {string.Join(", ", gradients.Take(step + 1))}."))));
    }

    /// <summary>The first step goes downhill: it adds something of the other sign than the gradient, however large this is.</summary>
    /// <param name="rule">The rule.</param>
    public static LawResult FirstStepGoesDownhill(UpdateRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return LawResult.All(new[] { 1e-3, 1, 1e3, -1e-3, -1, -1e3 }.Select(gradient =>
        {
            var update = rule(0, [gradient])[0];
            return LawResult.Where(update * gradient < 0, () => string.Create(CultureInfo.InvariantCulture, $"For a gradient of {gradient} the first step adds {update:R}."));
        }));
    }

    /// <summary>A gradient that stays the same moves the parameter by the rate in every step, the first one among them: the running means' start at 0 is corrected for.</summary>
    /// <param name="rule">A rule that divides a running mean by the root of another: Adam, AMSGrad, AdaMax.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="steps">How many steps.</param>
    public static LawResult ConstantGradientMovesByTheRate(UpdateRule rule, double rate, int steps)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return LawResult.All(new[] { 0.5, -3.0 }.Select(gradient =>
        {
            var updates = rule(0, [.. Enumerable.Repeat(gradient, steps)]);
            return LawResult.All(Enumerable.Range(0, steps).Select(step => LawResult.Where(
                Math.Abs(updates[step] + (rate * Math.Sign(gradient))) <= 1e-6 * rate,
                () => string.Create(CultureInfo.InvariantCulture, $"With a gradient of {gradient} in every step, step {step + 1} adds {updates[step]:R}, not {-rate * Math.Sign(gradient):R}."))));
        }));
    }

    /// <summary>A gradient whose norm is at most the limit passes unchanged, a longer one is shortened to the limit in its own direction.</summary>
    /// <param name="clipping">From all numbers of a gradient to those of the clipped one.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="gradient">The direction that is tried in several lengths.</param>
    public static LawResult ClipsTheNorm(Func<double[], double[]> clipping, double limit, IReadOnlyList<double> gradient)
    {
        ArgumentNullException.ThrowIfNull(clipping);
        ArgumentNullException.ThrowIfNull(gradient);
        var length = Math.Sqrt(gradient.Sum(number => number * number));
        return LawResult.All(new[] { 0.1, 0.99, 1.01, 2, 50 }.Select(factor =>
        {
            double[] own = [.. gradient.Select(number => number / length * limit * factor)];
            var found = clipping(own);
            var expected = own.Select(number => number / Math.Max(1, factor)).ToArray();
            return LawResult.Where(
                found.Zip(expected).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-9 * limit),
                () => string.Create(CultureInfo.InvariantCulture, $"A gradient of length {limit * factor} becomes ({string.Join(", ", found)}), not ({string.Join(", ", expected)})."));
        }));
    }

    private static Parameters<double> One(double value) => Parameters<double>.Of(new Parameter<double>("0.weights", ParameterRole.Weights, Dense.Matrix(1, 1, [value])));
}
