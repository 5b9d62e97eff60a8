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
    public void A_residual_block_that_changes_the_size_is_a_fault_that_names_its_place() =>
        Assert.Equal("the residual block at 1", Outline.Of(Chain(Relu(), Residual(Affine(3))), 5).Fault().Source);
}
