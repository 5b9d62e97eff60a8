namespace Functional.Networks.Tests.Layers;

using System;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using Xunit;

public sealed class MaxoutTests
{
    [Fact]
    public void Each_output_is_the_largest_of_its_pieces_which_alone_has_the_gradient()
    {
        // Two outputs of three pieces: features 0, 2 and 4 belong to the first, 1, 3 and 5 to the second; of equal ones the first counts.
        var layer = new Maxout<double>(6, 3);
        var (output, pullback) = layer.Forward(Dense.Matrix(6, 2, [1.0, 5, 3, 2, 2, 4, -1, 0, -1, 7, -2, 7]), Pass.Inference());
        Assert.Equal(Dense.Matrix(2, 2, [3.0, 5, -1, 7]), output);
        Assert.Equal(Dense.Matrix(6, 2, [0.0, 20, 10, 0, 0, 0, 30, 0, 0, 40, 0, 0]), pullback(Dense.Matrix(2, 2, [10.0, 20, 30, 40])).Input);
    }

    [Fact]
    public void NaN_is_never_made_a_number()
    {
        for (var place = 0; place < 3; place++)
        {
            var input = new[] { 1f, 2f, 3f };
            input[place] = float.NaN;
            Assert.True(float.IsNaN(new Maxout<float>(3, 3).Predict(Dense.Matrix(3, 1, input))[0, 0]));
        }
    }

    [Fact]
    public void A_maxout_layer_is_an_affine_one_with_the_largest_of_its_pieces()
    {
        var network = Build.Maxout(5, 4).Initialise<double>(3, RandomKey.FromSeed(1));
        Assert.Equal(5, network.OutputSize(3));
        Assert.Equal((3 * 20) + 20, network.Parameters.Count);
    }

    [Fact]
    public void What_cannot_be_divided_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Maxout(0));
        Assert.Contains("takes a multiple of 2 features, got 3", Assert.Throws<ArgumentException>(() => new Maxout(2).Initialise<double>(3, default)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_feature_is_the_least_there_may_be()
    {
        Assert.Equal(1, new Maxout<double>(1, 1).OutputSize(1));
        Assert.Throws<ArgumentException>(() => new Maxout<double>(0, 3));
        Assert.Throws<ArgumentException>(() => new Maxout<double>(6, 3).With(Parameters<double>.Of(new Parameter<double>("other", ParameterRole.Weights, Dense.Matrix(1, 1, [1.0])))));
        Assert.Throws<ArgumentException>(() => new Maxout<double>(6, 3).Predict(Dense.Matrix(12, 1, new double[12])));
        Assert.Equal("Maxout 6→2", new Maxout<double>(6, 3).Title);
    }

    [Fact]
    public void Of_no_samples_there_is_nothing_to_do()
    {
        MaxoutKernel.Value<double>([], 6, [], 2, 2, 0, Execution.Sequential);
        MaxoutKernel.Pull<double>([], [], 6, [], [], 2, 2, 0, Execution.Sequential);
    }
}
