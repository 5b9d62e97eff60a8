namespace Functional.Networks.Tests.Transformations;

using System;
using System.Linq;
using Xunit;

public sealed class MaxNormTests
{
    [Fact]
    public void No_row_of_weights_is_longer_than_the_limit_and_shorter_rows_keep_their_update()
    {
        var (parameters, gradient) = (Material.Layers(), Material.Layers(0.5));
        var update = Material.Update(new MaxNorm(5), gradient, parameters);
        var weights = parameters["0.weights"] + update["0.weights"];
        Assert.Equal(5, weights.Row(0).L2Norm(), 1e-14);
        Assert.Equal(0, (weights.Row(0).Normalize(2) - (parameters["0.weights"] + gradient["0.weights"]).Row(0).Normalize(2)).L2Norm(), 1e-14);
        Assert.Equal(gradient["0.weights"].Row(1), update["0.weights"].Row(1));
        Assert.Equal(gradient["1.weights"], update["1.weights"]);
    }

    [Fact]
    public void Biases_are_left_alone_unless_they_are_chosen()
    {
        var (parameters, gradient) = (Material.Layers(), Material.Layers());
        Assert.Equal(gradient["1.bias"], Material.Update(new MaxNorm(1), gradient, parameters)["1.bias"]);
        Assert.Equal(-6, Material.Update(new MaxNorm(1, ParameterChoice.Named("1.bias")), gradient, parameters)["1.bias"][0, 0], 1e-14);
    }

    [Fact]
    public void It_holds_throughout_a_training()
    {
        var optimiser = Optimisers.Momentum(0.5).Then(new MaxNorm(2));
        var steps = Material.Steps(optimiser, Material.Layers(), Enumerable.Range(1, 20).Select(step => Material.Layers(Math.Sin(step)))).ToArray();
        Assert.All(steps, parameters => Assert.All(
            parameters["0.weights"].EnumerateRows().Concat(parameters["1.weights"].EnumerateRows()), row => Assert.True(row.L2Norm() <= 2 * (1 + 1e-12))));
        Assert.Contains(steps, parameters => parameters["0.weights"].Row(0).L2Norm() > 1.99);
    }
}
