namespace Functional.Networks.Tests.Diagnosis;

using System;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using Xunit;
using static Functional.Networks.Build;

public sealed class LossSurfaceTests
{
    private static readonly RandomKey Key = RandomKey.FromSeed(12);

    [Fact]
    public void In_the_middle_is_the_objective_of_the_network_itself()
    {
        var network = Chain(Affine(4), Tanh(), Affine(2)).Initialise<float>(3, Key);
        var batch = new Batch<float>(Dense.Matrix(3, 5, [.. Enumerable.Range(0, 15).Select(i => (float)Key.Normal(i))]), new ClassTargets<float>([0, 1, 1, 0, 1]));
        var objective = new Objective(new SoftmaxCrossEntropy(), new L2(0.01));
        var plane = ParameterPlane<float>.Random(network.Parameters, Key);
        var grid = new PlaneGrid(-1, 1, -1, 1, 3, 5);
        var surface = LossSurface.Of(network, plane, objective, new Source(batch), grid);
        Assert.Equal((double)objective.Value(network, batch, Pass.Inference()), surface.Heights[7]);
        Assert.Equal((double)objective.Value(network.With(plane[grid[13]]), batch, Pass.Inference()), surface.Heights[13]);
        Assert.Equal(surface, LossSurface.Of(network, plane, objective, new Source(batch), grid, new Execution { Threads = 3 }));
    }

    [Fact]
    public void A_function_is_asked_at_every_centre()
    {
        var surface = LossSurface.Of((x, y) => x + (10 * y), new PlaneGrid(0, 2, 0, 2, 2, 2));
        Assert.Equal([5.5, 6.5, 15.5, 16.5], surface.Heights.ToArray());
    }

    private sealed record Source(Batch<float> Whole) : ISampleSource<float>
    {
        public int Count => Whole.Count;

        public Batch<float> Gather(ReadOnlySpan<int> indices) => indices.Length == Count ? Whole : throw new InvalidOperationException("All are expected.");
    }
}
