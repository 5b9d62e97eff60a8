namespace Functional.Experiments.Tests.Architectures;

using System.Linq;
using Functional.Numerics.Randomness;
using Xunit;
using static Functional.Networks.Build;

public class OutlineTests
{
    [Fact]
    public void Names_and_shapes_are_those_of_the_initialised_network()
    {
        var architecture = Chain(Affine(6), Relu(), Residual(Chain(Affine(4), Tanh(), Affine(6))), Affine(3));
        var outline = Outline.Of(architecture, 5).Right();
        var entries = architecture.Initialise<double>(5, RandomKey.FromSeed(1)).Parameters.Entries;
        Assert.Equal(entries.Select(entry => (entry.Name, (long)entry.Count)), outline.Tensors.Select(tensor => (tensor.Name, tensor.Count)));
        Assert.Equal(entries.Sum(entry => entry.Count), outline.ParameterCount);
        Assert.Equal(3, outline.Outputs);
    }

    [Fact]
    public void Names_and_shapes_of_normalisations_and_statistics_are_those_of_the_initialised_network()
    {
        var architecture = Chain(
            Affine(6), BatchNormalisation(), Residual(Chain(LayerNormalisation(), Dropout(0.5), BatchNormalisation())), RmsNormalisation(), ParametricRelu(), Maxout(3, 2));
        var outline = Outline.Of(architecture, 5).Right();
        var network = architecture.Initialise<double>(5, RandomKey.FromSeed(1));
        Assert.Equal(network.Parameters.Entries.Select(entry => (entry.Name, (long)entry.Count)), outline.Tensors.Select(tensor => (tensor.Name, tensor.Count)));
        Assert.Equal(network.Statistics.Entries.Select(entry => (entry.Name, (long)entry.Count)), outline.Statistics.Select(tensor => (tensor.Name, tensor.Count)));
        Assert.Equal(["1.mean", "1.variance", "2.2.mean", "2.2.variance"], outline.Statistics.Select(tensor => tensor.Name).ToArray());
        Assert.Equal(3, outline.Outputs);
    }

    [Fact]
    public void A_maxout_that_cannot_divide_its_inputs_is_a_fault_that_names_its_place() =>
        Assert.Equal("the maxout at 1", Outline.Of(Chain(Relu(), new Functional.Networks.Maxout(2)), 5).Fault().Source);

    [Fact]
    public void A_residual_block_that_changes_the_size_is_a_fault_that_names_its_place() =>
        Assert.Equal("the residual block at 1", Outline.Of(Chain(Relu(), Residual(Affine(3))), 5).Fault().Source);
}
