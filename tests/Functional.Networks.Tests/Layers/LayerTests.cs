namespace Functional.Networks.Tests.Layers;

using System;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static Functional.Networks.Build;

public sealed class LayerTests
{
    private static readonly RandomKey Key = RandomKey.FromSeed(1);

    [Fact]
    public void An_input_that_does_not_fit_is_named_with_the_layers_place_and_both_shapes()
    {
        var network = new Chain<double>(new Activated<double>(Relu()), new Chain<double>(new Activated<double>(Tanh()), Affine(4, 3)));
        Assert.StartsWith(
            "layer 1.1, Affine 4→3, expects 4 × samples, got 5 × 32.",
            Assert.Throws<ArgumentException>(() => network.Predict(Matrix<double>.Build.Dense(5, 32))).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "the layer, Affine 4→3, expects 4 × samples, got 1 × 1.",
            Assert.Throws<ArgumentException>(() => Affine(4, 3).Predict(Matrix<double>.Build.Dense(1, 1))).Message,
            StringComparison.Ordinal);

        static Affine<double> Affine(int inputs, int outputs) => new(Matrix<double>.Build.Dense(outputs, inputs), Vector<double>.Build.Dense(outputs));
    }

    [Fact]
    public void Layers_that_do_not_fit_together_are_refused_when_they_are_chained()
    {
        var wide = Build.Affine(5).Initialise<float>(3, Key);
        var narrow = Build.Affine(2).Initialise<float>(4, Key);
        Assert.StartsWith(
            "layer 2, Affine 4→2, expects 4 × samples, got 5 × samples",
            Assert.Throws<ArgumentException>(() => new Chain<float>(wide, new Activated<float>(Relu()), narrow)).Message,
            StringComparison.Ordinal);
        Assert.Contains("adds its input, 3 × samples, to its output, 5 × samples", Assert.Throws<ArgumentException>(() => new Residual<float>(wide)).Message, StringComparison.Ordinal);
        Assert.Contains("the bias must have 2 entries, not 3", Assert.Throws<ArgumentException>(() => new Affine<float>(Matrix<float>.Build.Dense(2, 4), Vector<float>.Build.Dense(3))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_are_inferred_from_the_inputs()
    {
        var network = Chain(Affine(50), Relu(), Residual(Chain(Affine(7), Tanh(), Affine(50))), Affine(10)).Initialise<float>(784, Key);
        Assert.Equal(784, network.InputSize);
        Assert.Equal(10, network.OutputSize(784));
        Assert.Equal((784 * 50) + 50 + (50 * 7) + 7 + (7 * 50) + 50 + 500 + 10, network.Parameters.Count);
        Assert.Equal(
            ["0.weights", "0.bias", "2.0.weights", "2.0.bias", "2.2.weights", "2.2.bias", "3.weights", "3.bias"],
            network.Parameters.Entries.Map(entry => entry.Name).ToArray());
        Assert.Null(Chain(Relu()).Initialise<float>(3, Key).InputSize);
    }

    [Fact]
    public void An_affine_layer_is_the_product_with_the_weights_plus_the_bias()
    {
        var layer = new Affine<double>(Dense.Matrix(2, 3, [1.0, 4, 2, 5, 3, 6]), Dense.Vector([10.0, 20]));
        var (output, pullback) = layer.Forward(Dense.Matrix(3, 2, [1.0, 0, 0, 1, 1, 1]), Pass.Inference());
        Assert.Equal(Dense.Matrix(2, 2, [11.0, 24, 16, 35]), output);
        var gradient = pullback(Dense.Matrix(2, 2, [1.0, 0, 0, 2]));
        Assert.Equal(Dense.Matrix(2, 3, [1.0, 2, 0, 2, 0, 2]), gradient.Parameters["weights"]);
        Assert.Equal(Dense.Matrix(2, 1, [1.0, 2]), gradient.Parameters["bias"]);
        Assert.Equal(Dense.Matrix(3, 2, [1.0, 2, 3, 8, 10, 12]), gradient.Input);
    }

    [Fact]
    public void The_first_layers_input_gradient_is_computed_only_when_asked_for()
    {
        var asked = 0;
        var gradient = new LayerGradient<double>(Parameters<double>.None, () =>
        {
            asked++;
            return Matrix<double>.Build.Dense(1, 1);
        });
        Assert.Equal(0, asked);
        Assert.Same(gradient.Input, gradient.Input);
        Assert.Equal(1, asked);
    }

    [Fact]
    public void Networks_with_equal_parameters_are_equal()
    {
        Layer<double> Network(int seed) => Chain(Affine(3), Relu(), Residual(Affine(3))).Initialise<double>(4, RandomKey.FromSeed((ulong)seed));
        Assert.Equal(Network(1), Network(1));
        Assert.NotEqual(Network(1), Network(2));
        Assert.Equal(Chain(Affine(3), LeakyRelu()), Chain(Affine(3), LeakyRelu()));
    }

    [Fact]
    public void Every_layer_of_every_training_pass_has_a_key_of_its_own()
    {
        var pass = Pass.Training(Key);
        var keys = Enumerable.Range(0, 5).Select(layer => ((TrainingPass)pass.Within(layer)).Key).Append(((TrainingPass)pass.Within(1).Within(1)).Key);
        Assert.Equal(6, keys.Distinct().Count());
        Assert.Equal("layer 3.1", pass.Within(3).Within(1).Place);
        Assert.IsType<InferencePass>(Pass.Inference().Within(0));
    }

    [Fact]
    public void Impossible_sizes_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Affine(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Affine(3).Initialise<float>(0, Key));
    }

    [Fact]
    public void A_pass_has_the_execution_that_it_was_given()
    {
        var execution = new Execution { Threads = 3 };
        Assert.Same(execution, Pass.Inference(execution).Within(1).Execution);
        Assert.Same(execution, Pass.Training(Key, execution).Within(1).Execution);
    }

    [Fact]
    public void What_keeps_the_size_may_stand_before_the_first_layer_that_has_one() =>
        Assert.Equal(4, new Chain<double>(new Activated<double>(Relu()), new Dropout<double>(0.5), (Affine<double>)Affine(3).Initialise<double>(4, Key)).InputSize);
}
