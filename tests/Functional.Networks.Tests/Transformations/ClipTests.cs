namespace Functional.Networks.Tests.Transformations;

using System;
using System.Linq;
using Functional.Numerics;
using Xunit;

public sealed class ClipTests
{
    [Fact]
    public void By_value_every_number_is_kept_within_the_limit() =>
        Assert.Equal([3, 0.1, 0, 0.2, -3, 0.3, 2, -1, 0.5, -0.25, 3], Material.Update(new ClipByValue(3), Material.Layers(), Material.Layers()).Unroll());

    [Fact]
    public void By_global_norm_the_direction_stays_and_the_norm_is_the_limit()
    {
        var gradient = Material.Layers(10);
        var clipped = Material.Update(new ClipByGlobalNorm(2), gradient, gradient).Unroll();
        Assert.Equal(2, clipped.L2Norm(), 1e-14);
        Assert.Equal(0, (clipped.Normalize(2) - gradient.Unroll().Normalize(2)).L2Norm(), 1e-14);
    }

    [Fact]
    public void By_layer_norm_each_layer_has_its_own()
    {
        var gradient = Material.Layers();
        var clipped = Material.Update(new ClipByLayerNorm(6), gradient, gradient);
        Assert.Equal(gradient["0.weights"], clipped["0.weights"]);
        Assert.Equal(gradient["0.bias"], clipped["0.bias"]);
        Assert.Equal(6, Math.Sqrt((clipped["1.weights"] * clipped["1.weights"].Transpose())[0, 0] + Math.Pow(clipped["1.bias"][0, 0], 2)), 1e-14);
    }

    [Fact]
    public void What_is_within_the_limits_keeps_its_bits()
    {
        var gradient = Material.Layers();
        Assert.All(
            new GradientTransformation[] { new ClipByValue(8), new ClipByGlobalNorm(100), new ClipByLayerNorm(100) },
            clip => Assert.Equal(gradient.Unroll(), Material.Update(clip, gradient, gradient).Unroll()));
    }

    [Fact]
    public void A_norm_that_is_too_large_for_the_element_is_not_taken_for_a_number()
    {
        var gradient = Material.Column(1e200, 1);
        Assert.True(double.IsNaN(Material.Update(new ClipByGlobalNorm(1), gradient, gradient).Unroll()[1]));
        Assert.True(double.IsNaN(Material.Update(new ClipByLayerNorm(1), gradient, gradient).Unroll()[1]));
        Assert.True(double.IsNaN(Material.Update(new MaxNorm(1), Material.Column(1e200), Material.Column(1)).Unroll()[0]));
        foreach (var (update, parameters) in new[] { (gradient, Material.Column(1, 1)), (Material.Column(1, 1), gradient), (gradient, gradient) })
        {
            Assert.True(double.IsNaN(Material.Update(new ScaleByTrustRatio(), update, parameters).Unroll()[1]));
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(31, 7)]
    [InlineData(32, 131)]
    [InlineData(97, 101)]
    [InlineData(5003, 2)]
    public void The_norm_is_right_for_any_shape(int rows, int columns)
    {
        var numbers = Enumerable.Range(0, rows * columns).Select(i => 3 * Math.Sin(i + 1)).ToArray();
        var gradient = Parameters<double>.Of(new Parameter<double>("0.weights", ParameterRole.Weights, Dense.Matrix(rows, columns, numbers)));
        var norm = Math.Sqrt(numbers.Sum(number => number * number));
        Assert.Equal(numbers[0] / norm, Material.Update(new ClipByGlobalNorm(1), gradient, gradient).Unroll()[0], 1e-14);
    }

    [Fact]
    public void Impossible_limits_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClipByValue(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClipByGlobalNorm(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClipByLayerNorm(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MaxNorm(0));
    }
}
