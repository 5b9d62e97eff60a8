namespace Functional.Networks.Tests.Layers;

using Functional.Numerics;
using Functional.Numerics.Randomness;
using Xunit;

public sealed class ParametricReluTests
{
    [Fact]
    public void Every_feature_has_a_slope_of_its_own_whose_gradient_sums_over_the_samples()
    {
        var layer = new ParametricRelu<double>(Dense.Vector([0.5, -2]));
        var (output, pullback) = layer.Forward(Dense.Matrix(2, 3, [1.0, 2, -1, -3, -4, 0]), Pass.Inference());
        Assert.Equal(Dense.Matrix(2, 3, [1.0, 2, -0.5, 6, -2, 0]), output);
        var gradient = pullback(Dense.Matrix(2, 3, [1.0, 1, 10, 10, 100, 100]));
        Assert.Equal(Dense.Matrix(2, 3, [1.0, 1, 5, -20, 50, -200]), gradient.Input);
        Assert.Equal(Dense.Matrix(2, 1, [-10.0 - 400, -30]), gradient.Parameters["slope"]);
    }

    [Fact]
    public void With_one_slope_for_all_it_is_the_leaky_one()
    {
        var input = Dense.Matrix(3, 2, [1.0, -2, 3, -4, 5, -6]);
        var relu = Build.ParametricRelu(new Constant(0.3)).Initialise<double>(3, RandomKey.FromSeed(1));
        Assert.Equal(Build.LeakyRelu(0.3).Initialise<double>(3, default).Predict(input), relu.Predict(input));
        Assert.Equal(0.25, Build.ParametricRelu().Initialise<double>(3, default).Parameters["slope"][2, 0]);
    }

    [Fact]
    public void Penalties_leave_the_slopes_out() =>
        Assert.Equal(0, new L2(1).Value(Build.ParametricRelu().Initialise<double>(3, default).Parameters));
}
