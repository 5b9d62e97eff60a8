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
        Assert.Throws<ArgumentOutOfRangeException>(() => CentralDifference.At(x => x, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CentralDifference.At(x => x, 0, double.NaN));
    }
}
