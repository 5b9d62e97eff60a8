namespace Functional.Networks.Tests.Architectures;

using Functional.Numerics;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

public sealed class BuildTests
{
    /// <summary>What is built, and what stands for it when it is written out, with the title of its layer for six features.</summary>
    public static TheoryData<Architecture, Architecture, string> Built => new()
    {
        { Build.Relu(), new Relu(), "ReLU" },
        { Build.Sigmoid(), new Sigmoid(), "Sigmoid" },
        { Build.Tanh(), new Tanh(), "Tanh" },
        { Build.Softplus(), new Softplus(), "Softplus" },
        { Build.Gelu(), new Gelu(), "GELU" },
        { Build.Silu(), new Silu(), "SiLU" },
        { Build.Softmax(), new Softmax(), "Softmax" },
        { Build.Identity(), new Identity(), "Identity" },
        { Build.Expressed("2 * x"), new ExpressionActivation("2 * x"), "2 * x" },
        { Build.Chain(Build.Relu(), Build.Affine(2)), new Chain(new Relu(), new Affine(2)), "Chain of 2" },
        { Build.Affine(5), new Affine(5, new GlorotUniform(), new Networks.Zeros()), "Affine 6→5" },
        { Build.Affine(5, new HeNormal(), new Constant(0.5)), new Affine(5, new HeNormal(), new Constant(0.5)), "Affine 6→5" },
        { Build.Residual(Build.Tanh()), new Residual(new Tanh()), "Residual around Tanh" },
        { Build.LeakyRelu(), new LeakyRelu(0.01), "Leaky ReLU 0.01" },
        { Build.LeakyRelu(0.3), new LeakyRelu(0.3), "Leaky ReLU 0.3" },
        { Build.Elu(), new Elu(1), "ELU 1" },
        { Build.Elu(0.5), new Elu(0.5), "ELU 0.5" },
        { Build.ParametricRelu(), new ParametricRelu(new Constant(0.25)), "Parametric ReLU of 6" },
        { Build.ParametricRelu(new Uniform(0.1)), new ParametricRelu(new Uniform(0.1)), "Parametric ReLU of 6" },
        { Build.Maxout(3, 2), new Chain(new Affine(6, new GlorotUniform(), new Networks.Zeros()), new Maxout(2)), "Chain of 2" },
        { Build.Maxout(3, 2, new HeUniform(), new Constant(1)), new Chain(new Affine(6, new HeUniform(), new Constant(1)), new Maxout(2)), "Chain of 2" },
        { new Maxout(3), new Maxout(3), "Maxout 6→2" },
        { Build.BatchNormalisation(), new BatchNormalisation(0.1, 1e-5, new Constant(1), new Networks.Zeros()), "Batch normalisation of 6" },
        { Build.BatchNormalisation(0.2, 1e-3), new BatchNormalisation(0.2, 1e-3), "Batch normalisation of 6" },
        { Build.LayerNormalisation(), new LayerNormalisation(1e-5, new Constant(1), new Networks.Zeros()), "Layer normalisation of 6" },
        { Build.LayerNormalisation(1e-3), new LayerNormalisation(1e-3), "Layer normalisation of 6" },
        { Build.RmsNormalisation(), new RmsNormalisation(1e-5, new Constant(1)), "RMS normalisation of 6" },
        { Build.RmsNormalisation(1e-3), new RmsNormalisation(1e-3), "RMS normalisation of 6" },
        { Build.Dropout(0.3), new Dropout(0.3), "Dropout 0.3" },
    };

    [Theory]
    [MemberData(nameof(Built))]
    public void What_is_built_is_what_it_says(Architecture built, Architecture written, string title)
    {
        Assert.Equal(written, built);
        Assert.Equal(title, built.Initialise<double>(6, RandomKey.FromSeed(1)).Title);
    }

    [Theory]
    [MemberData(nameof(Built))]
    public void A_layer_takes_the_size_that_it_was_made_for_and_gives_the_one_that_it_says(Architecture built, Architecture written, string title)
    {
        var key = RandomKey.FromSeed(2);
        var layer = built.Initialise<double>(6, key);
        Assert.Equal(layer, written.Initialise<double>(6, key));
        Assert.True(layer.InputSize is null or 6, title);
        var input = Matrix<double>.Build.Dense(6, 4, (row, column) => key.Normal((row * 4) + column));
        Assert.Equal((layer.OutputSize(6), 4), (layer.Predict(input).RowCount, layer.Predict(input).ColumnCount));
        Assert.Equal(layer.Predict(input), layer.Forward(input, Pass.Inference()).Output);
    }

    [Theory]
    [MemberData(nameof(Built))]
    public void With_other_parameters_a_layer_has_these_and_its_statistics_stay(Architecture built, Architecture written, string title)
    {
        var key = RandomKey.FromSeed(3);
        var layer = built.Initialise<double>(6, key);
        var others = layer.Parameters.Map((_, values) => values + 0.5);
        var changed = layer.With(others);
        Assert.Equal(others, changed.Parameters);
        Assert.Equal((title, written.Initialise<double>(6, key).Statistics), (changed.Title, changed.Statistics));
        Assert.Equal(layer, changed.With(layer.Parameters));
        var statistics = layer.Statistics.Map((_, values) => values + 0.25);
        Assert.Equal((statistics, layer.Parameters), (layer.WithStatistics(statistics).Statistics, layer.WithStatistics(statistics).Parameters));
        Assert.Equal(layer, layer.WithStatistics(statistics).WithStatistics(layer.Statistics));
    }

    [Theory]
    [MemberData(nameof(Built))]
    public void Parameters_and_statistics_of_another_shape_are_refused(Architecture built, Architecture written, string title)
    {
        var layer = built.Initialise<double>(6, RandomKey.FromSeed(4));
        var strange = Parameters<double>.Of(new Parameter<double>("strange", ParameterRole.Weights, Dense.Matrix(1, 1, [1.0])));
        Assert.Throws<System.ArgumentException>(() => layer.With(strange));
        Assert.Throws<System.ArgumentException>(() => layer.WithStatistics(strange));
        Assert.Equal(title, written.Initialise<double>(6, RandomKey.FromSeed(4)).Title);
    }
}
