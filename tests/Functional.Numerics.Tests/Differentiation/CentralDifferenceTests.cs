namespace Functional.Numerics.Tests.Differentiation;

using System;
using System.Linq;
using Functional.Numerics.Differentiation;
using Xunit;

public sealed class CentralDifferenceTests
{
    [Fact]
    public void Derivatives_of_smooth_functions_are_found_to_eleven_digits()
    {
        foreach (var x in new[] { -2.0, -0.3, 0.0, 0.7, 1.9 })
        {
            Check(Math.Sin, Math.Cos(x), x);
            Check(Math.Exp, Math.Exp(x), x);
            Check(Math.Tanh, 1 - (Math.Tanh(x) * Math.Tanh(x)), x);
            Check(z => (z * z * z) - z, (3 * x * x) - 1, x);
        }

        static void Check(Func<double, double> f, double expected, double x)
        {
            var derivative = CentralDifference.At(offset => f(x + offset), f(x));
            Assert.False(derivative.IsKink);
            Assert.Equal(expected, derivative.Value, 1e-11 * Math.Max(1, Math.Abs(expected)));
        }
    }

    [Fact]
    public void The_derivative_agrees_with_MathNet()
    {
        var oracle = new MathNet.Numerics.Differentiation.NumericalDerivative(5, 2);
        Func<double, double> f = x => Math.Log(1 + (x * x)) * Math.Cos(x);
        foreach (var x in new[] { -1.5, 0.2, 3.0 })
        {
            Assert.Equal(oracle.EvaluateDerivative(f, x, 1), CentralDifference.At(offset => f(x + offset), f(x)).Value, 1e-8);
        }
    }

    [Fact]
    public void A_kink_at_the_place_is_seen_whatever_its_size()
    {
        foreach (var jump in new[] { 1e-3, 0.1, 1, 100 })
        {
            Assert.True(CentralDifference.At(offset => jump * Math.Abs(offset), 0).IsKink);
        }
    }

    [Fact]
    public void A_kink_beside_the_place_never_spoils_a_derivative_unseen()
    {
        // |x| with its kink at every distance, from far outside the widest step to the place itself.
        foreach (var distance in Enumerable.Range(0, 5000).Select(i => i * 2e-6))
        {
            var derivative = CentralDifference.At(offset => Math.Abs(distance + offset), distance);
            Assert.True(derivative.IsKink || Math.Abs(derivative.Value - 1) < 1e-8, $"at distance {distance}: {derivative}");
        }
    }

    [Fact]
    public void A_jump_of_the_second_derivative_at_the_place_never_spoils_a_derivative_unseen()
    {
        foreach (var jump in new[] { 1e-9, 1e-6, 1e-3, 1, 100 })
        {
            var derivative = CentralDifference.At(offset => offset + (offset > 0 ? jump * offset * offset : 0), 0);
            Assert.True(derivative.IsKink || Math.Abs(derivative.Value - 1) < 1e-8, $"jump {jump}: {derivative}");
        }
    }

    [Fact]
    public void A_kink_beside_the_place_can_mostly_be_avoided_by_a_smaller_step() =>
        Assert.False(CentralDifference.At(offset => Math.Abs(3e-4 + offset), 3e-4).IsKink);

    [Fact]
    public void A_step_that_is_no_step_is_refused()
    {
        Assert.All([0, -1, double.NaN, double.PositiveInfinity], step => Assert.Throws<ArgumentOutOfRangeException>(() => CentralDifference.At(x => x, 0, step)));
    }

    [Fact]
    public void A_function_that_is_missing_is_named() =>
        Assert.Equal("function", Assert.Throws<ArgumentNullException>(() => CentralDifference.At(null!, 0)).ParamName);

    /// <summary>Numbers of which every step of the computation is exact.</summary>
    [Theory]
    [InlineData(128 * 1e-12, 0, 0)]
    [InlineData(1e-5, -1e-5 / 16, 0)]
    [InlineData(0, 0, 1e-9)]
    public void A_place_at_the_very_limit_is_smooth(double gap, double nearestGap, double mean)
    {
        var found = CentralDifference.At(
            offset => Math.Abs(offset) switch
            {
                1.0 / 128 => (gap * Math.Abs(offset) / 2) + (mean * offset),
                1.0 / 512 => nearestGap * Math.Abs(offset) / 2,
                _ => 0,
            },
            0);
        Assert.False(found.IsKink, found.ToString());
        Assert.Equal((1.0 / 128, 6), (found.Step, found.Evaluations));
    }

    [Fact]
    public void The_value_and_its_error_are_those_of_the_formula()
    {
        foreach (var (step, x) in new[] { (1.0 / 128, 0.7), (1.0 / 128, -2.0), (0.25, 0.1) })
        {
            var found = CentralDifference.At(offset => F(x + offset), F(x), step);
            double D(double h) => (F(x + h) - F(x - h)) / (2 * h);
            var h = found.Step;
            Assert.Equal(((64 * D(h / 4)) - (20 * D(h / 2)) + D(h)) / 45, found.Value);
            Assert.Equal(Math.Abs(found.Value - (((4 * D(h / 4)) - D(h / 2)) / 3)), found.Error);
        }

        static double F(double x) => (((((x - 1) * x) + 2) * x) - 3) / (1 + (x * x));
    }

    /// <summary>Gaps and means of the one-sided slopes at h, h/2 and h/4, so that one test after the other stands just below or just above what it allows.</summary>
    [Theory]
    [InlineData(0, 1.28e-10, 0, 0, 0, 0, 0)]
    [InlineData(0, 0, 1.28e-11, 0, 0, 0, 0)]
    [InlineData(0, 0, 0, 8e-12, 0, 0, 0)]
    [InlineData(1, 1e-5, 0, -6.25e-7, 0, 0, 0)]
    [InlineData(1, 0, 0, 0, 1e-9, 0, 0)]
    [InlineData(1, 0, 0, 0, 0, 2e-10, 0)]
    [InlineData(1, 0, 0, 0, 0, 0, 2.5e-10)]
    [InlineData(-16, 2.048e-9, 0, 0, 0, 0, 0)]
    [InlineData(-16, 1.6e-4, 0, -1e-5, 0, 0, 0)]
    [InlineData(-16, 0, 0, 0, 1.6e-8, 0, 0)]
    public void What_is_allowed_of_a_smooth_place_is_just_that(double center, double gap1, double gap2, double gap3, double mean1, double mean2, double mean3)
    {
        foreach (var sign in new[] { 1, -1 })
        {
            var below = At(0.99 * sign);
            Assert.False(below.IsKink, below.ToString());
            Assert.Equal((1.0 / 128, 6), (below.Step, below.Evaluations));
            var above = At(1.01 * sign);
            Assert.True(above.IsKink, above.ToString());
            Assert.Equal((1.0 / 8192, 18), (above.Step, above.Evaluations));
        }

        Derivative At(double factor) => CentralDifference.At(
            offset => Math.Abs(offset) switch
            {
                1.0 / 128 => center + (factor * ((gap1 * Math.Abs(offset) / 2) + (mean1 * offset))),
                1.0 / 256 => center + (factor * ((gap2 * Math.Abs(offset) / 2) + (mean2 * offset))),
                1.0 / 512 => center + (factor * ((gap3 * Math.Abs(offset) / 2) + (mean3 * offset))),
                _ => double.NaN,
            },
            center);
    }

    [Theory]
    [InlineData(1, 1.0 / 128, 6)]
    [InlineData(1e-3, 1.0 / 1024, 12)]
    [InlineData(1.5e-4, 1.0 / 8192, 18)]
    [InlineData(1e-5, 1.0 / 8192, 18)]
    public void A_place_beside_a_kink_is_looked_at_again_with_an_eighth_of_the_step(double distance, double step, int evaluations)
    {
        var calls = 0;
        var found = CentralDifference.At(offset => ++calls > 0 ? Math.Abs(distance + offset) : 0, distance);
        Assert.Equal((step, evaluations, evaluations), (found.Step, found.Evaluations, calls));
        Assert.Equal(distance < 1.0 / 8192, found.IsKink);
    }
}
