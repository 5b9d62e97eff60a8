namespace Functional.Networks.Tests.Transformations;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Networks.Tests.Golden;
using Xunit;

/// <summary>Optimisers without golden figures beside plain programs of their formulas, on the golden gradients.</summary>
public sealed class ReferenceTests
{
    private const double Rate = 0.01;

    private static readonly double[][] Gradients = [.. GoldenFile.Read("optimizers").GetProperty("optimizers").GetProperty("gradients").EnumerateArray().Select(GoldenFile.Numbers)];
    private static readonly double[] Initial = GoldenFile.Numbers(GoldenFile.Read("optimizers").GetProperty("optimizers").GetProperty("initial"));

    [Fact]
    public void AmsGrad_keeps_the_largest_second_moment()
    {
        double[] m = new double[3], v = new double[3], largest = new double[3];
        Agrees(Optimisers.AmsGrad(Rate, 0.9, 0.5), (t, i, g, _) =>
        {
            m[i] = (0.9 * m[i]) + (0.1 * g);
            v[i] = (0.5 * v[i]) + (0.5 * g * g);
            largest[i] = Math.Max(largest[i], v[i]);
            return -Rate * (m[i] / (1 - Math.Pow(0.9, t))) / (Math.Sqrt(largest[i] / (1 - Math.Pow(0.5, t))) + 1e-8);
        });
    }

    [Fact]
    public void Centred_RMSProp_with_momentum_divides_by_the_standard_deviation()
    {
        double[] v = new double[3], m = new double[3], velocity = new double[3];
        Agrees(new ScaleByCentredRmsProp(0.9, 1e-3).Then(new Momentum(0.8)).Then(new ScaleByRate(Rate)), (_, i, g, _) =>
        {
            v[i] = (0.9 * v[i]) + (0.1 * g * g);
            m[i] = (0.9 * m[i]) + (0.1 * g);
            velocity[i] = (0.8 * velocity[i]) + (g / (Math.Sqrt(v[i] - (m[i] * m[i])) + 1e-3));
            return -Rate * velocity[i];
        });
    }

    [Fact]
    public void Centred_RMSProp_stays_finite_where_the_variance_rounds_below_zero()
    {
        var same = Enumerable.Repeat(Material.Column(0.1, 1e-9, 0.3), 400);
        Assert.True(Material.Steps(Optimisers.CentredRmsProp(Rate, 0.5), Material.Column(Initial), same).Last().AreFinite());
    }

    [Fact]
    public void Lion_moves_by_the_sign_of_a_momentum_and_decays_weights()
    {
        var m = new double[3];
        Agrees(Optimisers.Lion(Rate, 0.1), (_, i, g, p) =>
        {
            var sign = Math.Sign((0.9 * m[i]) + (0.1 * g));
            m[i] = (0.99 * m[i]) + (0.01 * g);
            return -Rate * (sign + (0.1 * p));
        });
    }

    [Fact]
    public void Lamb_scales_Adam_by_the_ratio_of_norms()
    {
        double[] m = new double[3], v = new double[3], p = [.. Initial];
        var steps = Material.Steps(Optimisers.Lamb(Rate, 0.1), Material.Column(Initial), Gradients.Select(gradient => Material.Column(gradient))).ToArray();
        for (var t = 1; t <= Gradients.Length; t++)
        {
            var u = new double[3];
            for (var i = 0; i < 3; i++)
            {
                var g = Gradients[t - 1][i];
                m[i] = (0.9 * m[i]) + (0.1 * g);
                v[i] = (0.999 * v[i]) + (0.001 * g * g);
                u[i] = (m[i] / (1 - Math.Pow(0.9, t)) / (Math.Sqrt(v[i] / (1 - Math.Pow(0.999, t))) + 1e-6)) + (0.1 * p[i]);
            }

            var ratio = Math.Sqrt(p.Sum(value => value * value)) / Math.Sqrt(u.Sum(value => value * value));
            for (var i = 0; i < 3; i++)
            {
                p[i] -= Rate * ratio * u[i];
                Assert.Equal(p[i], steps[t - 1].Unroll()[i], 1e-12);
            }
        }
    }

    [Fact]
    public void The_trust_ratio_is_one_where_a_norm_is_zero()
    {
        var gradient = Material.Column(3, 4);
        Assert.Equal(gradient.Unroll(), Material.Update(new ScaleByTrustRatio(), gradient, Material.Column(0, 0)).Unroll());
        Assert.Equal(Material.Column(0, 0).Unroll(), Material.Update(new ScaleByTrustRatio(), Material.Column(0, 0), gradient).Unroll());
        Assert.Equal(Material.Column(6, 8).Unroll(), Material.Update(new ScaleByTrustRatio(), gradient, Material.Column(10, 0)).Unroll());
    }

    private static void Agrees(GradientTransformation optimiser, Func<int, int, double, double, double> update)
    {
        double[] p = [.. Initial];
        var steps = new List<Parameters<double>>(Material.Steps(optimiser, Material.Column(Initial), Gradients.Select(gradient => Material.Column(gradient))));
        for (var t = 1; t <= Gradients.Length; t++)
        {
            for (var i = 0; i < p.Length; i++)
            {
                p[i] += update(t, i, Gradients[t - 1][i], p[i]);
                Assert.Equal(p[i], steps[t - 1].Unroll()[i], 1e-12);
            }
        }
    }
}
