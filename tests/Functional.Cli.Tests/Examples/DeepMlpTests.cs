namespace Functional.Cli.Tests.Examples;

using System;
using System.Linq;
using System.Text.Json;
using Functional.Cli.Examples;
using Functional.Cli.Tests.Golden;
using Functional.Networks;
using Xunit;

public sealed class DeepMlpTests
{
    private static readonly JsonElement Figures = NumPyFigures.Tutorials.GetProperty("relu_mlp_mse");

    [Fact]
    public void Ten_epochs_of_five_layers_are_NumPys()
    {
        var steps = DeepMlp.Steps(5, DeepMlp.Tiny, 0.1, 10).ToArray();
        NumPyFigures.Close(Figures.GetProperty("loss").Numbers(), steps.Select(step => step.Loss), 1e-14);
        NumPyFigures.Close(Figures.GetProperty("final_output_bias").Numbers(), steps[^1].Network.Parameters["8.bias"].Column(0), 1e-14);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(100)]
    public void With_tiny_weights_only_the_targets_means_are_learnt_at_any_depth(int layers)
    {
        var targets = ((ValueTargets<double>)DeepMlp.Begin(layers, DeepMlp.Tiny).Batch.Targets).Values;
        var variance = targets.EnumerateRows().SelectMany(row => row.Select(value => Math.Pow(value - row.Average(), 2))).Average();
        Assert.Equal(variance, DeepMlp.Steps(layers, DeepMlp.Tiny, 0.1, 201).Last().Loss, 1e-9);
    }

    [Theory]
    [InlineData(5, 0.01)]
    [InlineData(10, 0.01)]
    public void Hes_weights_learn_the_samples_with_ten_layers(int layers, double rate) => Assert.InRange(DeepMlp.Steps(layers, DeepMlp.He, rate, 201).Last().Loss, 0, 1e-4);

    [Fact]
    public void Hes_weights_do_not_with_a_hundred_narrow_ones() => Assert.InRange(DeepMlp.Steps(100, DeepMlp.He, 0.001, 201).Last().Loss, 0.05, 1);

    [Theory]
    [InlineData(5, 0.01)]
    [InlineData(10, 0.01)]
    [InlineData(100, 0.001)]
    public void The_identity_learns_the_samples_at_any_depth(int layers, double rate) => Assert.InRange(DeepMlp.Steps(layers, DeepMlp.Same, rate, 201).Last().Loss, 0, 1e-5);
}
