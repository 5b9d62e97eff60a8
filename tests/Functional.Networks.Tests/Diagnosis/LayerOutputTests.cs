namespace Functional.Networks.Tests.Diagnosis;

using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using Xunit;
using static Functional.Networks.Build;

public sealed class LayerOutputTests
{
    [Fact]
    public void Each_layer_gives_what_the_next_one_takes()
    {
        var key = RandomKey.FromSeed(4);
        var network = Chain(Affine(4), Tanh(), Residual(Chain(Affine(4), Relu())), Affine(2)).Initialise<double>(3, key);
        var input = Dense.Matrix(3, 5, [.. Enumerable.Range(0, 15).Select(i => key.Normal(i))]);
        var outputs = LayerOutput<double>.Of(network, input);
        Assert.Equal(["layer 0", "layer 1", "layer 2.0", "layer 2.1", "layer 2", "layer 3"], outputs.Map(output => output.Place).ToArray());
        Assert.Equal(network.Predict(input), outputs[5].Output);
        Assert.Equal(outputs[0].Layer.Predict(input), outputs[0].Output);
        Assert.Equal(outputs[1].Layer.Predict(outputs[0].Output), outputs[1].Output);
        Assert.Equal(outputs[3].Output + outputs[1].Output, outputs[4].Output);
    }
}
